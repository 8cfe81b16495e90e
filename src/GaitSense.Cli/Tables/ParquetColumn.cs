using System.Globalization;
using GaitSense.Walk;
using Parquet;
using Parquet.Schema;

namespace GaitSense.Cli.Tables;

/// <summary>One column on its way into a Parquet file: numbers as double, counts as whole numbers, flags as such; an empty field is null.</summary>
internal abstract class ParquetColumn(DataField field, string unit)
{
    /// <summary>What the file says of it.</summary>
    public DataField Field { get; } = field;

    /// <summary>The column's metadata.</summary>
    protected Dictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal) { [ParquetTables.UnitKey] = unit };

    /// <summary>The column of a table; text where the dictionary does not know it.</summary>
    public static ParquetColumn Of(string name, ColumnEntry? entry) => entry?.Kind switch
    {
        ColumnKind.Number => new Values<double>(name, entry.Unit, t => double.Parse(t, CultureInfo.InvariantCulture)),
        ColumnKind.Count => new Values<long>(name, entry.Unit, t => long.Parse(t, CultureInfo.InvariantCulture)),
        ColumnKind.Flag => new Values<bool>(name, entry.Unit, t => string.Equals(t, "true", StringComparison.Ordinal)),
        _ => new Texts(name, entry?.Unit ?? ""),
    };

    /// <summary>Takes a field.</summary>
    public abstract void Add(string text);

    /// <summary>Writes what was taken, and forgets it.</summary>
    public abstract Task WriteAsync(ParquetRowGroupWriter group, CancellationToken stop);

    private sealed class Values<T>(string name, string unit, Func<string, T> parse) : ParquetColumn(new DataField<T>(name, nullable: true), unit)
        where T : struct
    {
        private readonly List<T?> _values = [];

        public override void Add(string text) => _values.Add(text.Length == 0 ? null : parse(text));

        public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken stop)
        {
            await group.WriteAsync<T>(Field, _values.ToArray(), null, Metadata, stop).ConfigureAwait(false);
            _values.Clear();
        }
    }

    private sealed class Texts(string name, string unit) : ParquetColumn(new DataField<string>(name, nullable: true), unit)
    {
        private readonly List<string?> _values = [];

        public override void Add(string text) => _values.Add(text.Length == 0 ? null : text);

        public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken stop)
        {
            await group.WriteAsync(Field, _values!, null).ConfigureAwait(false);
            _values.Clear();
        }
    }
}

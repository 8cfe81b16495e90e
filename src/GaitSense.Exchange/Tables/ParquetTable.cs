using Parquet;
using Parquet.Schema;

namespace GaitSense.Exchange;

/// <summary>A table in Apache Parquet: columns typed, what is missing null, the unit in each column's metadata.</summary>
internal static class ParquetTable
{
    /// <summary>The file's bytes.</summary>
    public static async Task<byte[]> ToBytesAsync(ExchangeTable table, CancellationToken stop)
    {
        DataField[] fields = [.. table.Columns.Select(Field)];
        using MemoryStream bytes = new();
        ParquetWriter writer = await ParquetWriter.CreateAsync(new ParquetSchema([.. fields]), bytes, cancellationToken: stop).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            for (int i = 0; i < fields.Length; i++)
            {
                int at = i;
                IEnumerable<object?> cells = table.Rows.Select(r => r[at]);
                Dictionary<string, string> metadata = new(StringComparer.Ordinal) { ["unit"] = table.Columns[i].Unit };
                switch (table.Columns[i].Kind)
                {
                    case CellKind.Number: await group.WriteAsync<double>(fields[i], cells.Cast<double?>().ToArray(), null, metadata, stop).ConfigureAwait(false); break;
                    case CellKind.Count: await group.WriteAsync<long>(fields[i], cells.Cast<long?>().ToArray(), null, metadata, stop).ConfigureAwait(false); break;
                    case CellKind.Flag: await group.WriteAsync<bool>(fields[i], cells.Cast<bool?>().ToArray(), null, metadata, stop).ConfigureAwait(false); break;
                    default: await group.WriteAsync(fields[i], cells.Cast<string?>().ToList()!, null).ConfigureAwait(false); break;
                }
            }
        }

        return bytes.ToArray();
    }

    private static DataField Field(ExchangeColumn column) => column.Kind switch
    {
        CellKind.Number => new DataField<double>(column.Name, nullable: true),
        CellKind.Count => new DataField<long>(column.Name, nullable: true),
        CellKind.Flag => new DataField<bool>(column.Name, nullable: true),
        _ => new DataField<string>(column.Name, nullable: true),
    };
}

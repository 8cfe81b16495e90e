using System.Text;
using GaitSense.Recording;

namespace GaitSense.Sessions;

/// <summary>The rows in a session file, one after the other, against those that come.</summary>
internal sealed class RowComparison(string sessionFile) : IDisposable
{
    private readonly SessionFileReader _reader = SessionFileReader.Open(sessionFile);
    private readonly List<string> _tables = [];
    private bool _hasEnded;

    public long Same { get; private set; }

    public long Different { get; private set; }

    public string? FirstDifference { get; private set; }

    /// <summary>Counts the rows that are left in the file.</summary>
    public long CountRest()
    {
        long rows = 0;
        while (Next(out _, out _)) rows++;
        return rows;
    }

    public void Compare(string table, ReadOnlySpan<byte> row)
    {
        // A recording that was cut short has fewer rows than its samples give: the last second was decided later.
        if (!Next(out string liveTable, out ReadOnlySpan<byte> live)) return;
        if (string.Equals(table, liveTable, StringComparison.Ordinal) && row.SequenceEqual(live))
        {
            Same++;
            return;
        }

        Different++;
        FirstDifference ??= $"{liveTable}: {Encoding.UTF8.GetString(live)} | {table}: {Encoding.UTF8.GetString(row)}";
    }

    public void Dispose() => _reader.Dispose();

    private bool Next(out string table, out ReadOnlySpan<byte> row)
    {
        table = "";
        row = default;
        while (!_hasEnded && _reader.TryRead(out SessionRecord record))
        {
            if (record.Kind is not (SessionRecordKind.Table or SessionRecordKind.Row) || !record.TryReadNumber(out int number, out ReadOnlySpan<byte> text)) continue;
            if (record.Kind == SessionRecordKind.Table)
            {
                _tables.Add(Encoding.UTF8.GetString(text));
                continue;
            }

            table = number < _tables.Count ? _tables[number] : "";
            row = text;
            return true;
        }

        _hasEnded = true;
        return false;
    }
}

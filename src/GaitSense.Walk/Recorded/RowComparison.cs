using System.Text;
using GaitSense.Recording.Session;

namespace GaitSense.Walk;

/// <summary>The rows in a session file, one after the other, against those that come.</summary>
internal sealed class RowComparison(string sessionFile) : IDisposable
{
    private readonly SessionRowReader _rows = new(sessionFile);
    private readonly HashSet<string> _tables = new(StringComparer.Ordinal);

    public long Same { get; private set; }

    public long Different { get; private set; }

    public string? FirstDifference { get; private set; }

    /// <summary>A table whose columns were others when the session was recorded: another version of the program decided, and nothing can be compared. Null: all are the same.</summary>
    public string? OtherColumns { get; private set; }

    /// <summary>Counts the rows that are left in the file.</summary>
    public long CountRest()
    {
        long rows = 0;
        while (TryRead(out _, out _)) rows++;
        return rows;
    }

    public void Compare(string table, ReadOnlySpan<byte> row)
    {
        // A recording that was cut short has fewer rows than its samples give: the last second was decided later.
        if (OtherColumns is not null || !TryRead(out string liveTable, out ReadOnlySpan<byte> live)) return;
        bool isHeader = _tables.Add(table);
        if (string.Equals(table, liveTable, StringComparison.Ordinal) && row.SequenceEqual(live))
        {
            Same++;
            return;
        }

        if (isHeader && string.Equals(table, liveTable, StringComparison.Ordinal))
        {
            OtherColumns = table;
            return;
        }

        Different++;
        FirstDifference ??= $"{liveTable}: {Encoding.UTF8.GetString(live)} | {table}: {Encoding.UTF8.GetString(row)}";
    }

    public void Dispose() => _rows.Dispose();

    // When a cue was handed over is what happened, not what was decided.
    private bool TryRead(out string table, out ReadOnlySpan<byte> row)
    {
        while (_rows.TryRead(out table, out row))
            if (!string.Equals(table, CueDelivery.Name, StringComparison.Ordinal)) return true;
        return false;
    }
}

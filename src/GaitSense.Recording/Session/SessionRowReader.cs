using System.Text;

namespace GaitSense.Recording.Session;

/// <summary>The rows that were decided while a session was recorded, one after the other.</summary>
/// <param name="sessionFile">The session file.</param>
/// <exception cref="RecordingFormatException">It is not there, is no session file, or is of a newer version.</exception>
public sealed class SessionRowReader(string sessionFile) : IDisposable
{
    private readonly SessionFileReader _file = SessionFileReader.Open(sessionFile);
    private readonly List<string> _tables = [];
    private bool _hasEnded;

    /// <summary>Reads the next row; false at the end, and from then on, even where the file grows.</summary>
    /// <param name="table">Its table; empty where what names it was damaged.</param>
    /// <param name="row">Its bytes, valid until the next one is read.</param>
    /// <exception cref="RecordingFormatException">The drive does not give the bytes.</exception>
    public bool TryRead(out string table, out ReadOnlySpan<byte> row)
    {
        while (!_hasEnded && _file.TryRead(out SessionRecord record))
        {
            if (record.Kind is not (SessionRecordKind.Table or SessionRecordKind.Row) || !record.TryReadNumber(out int number, out row)) continue;
            table = number < _tables.Count ? _tables[number] : "";
            if (record.Kind == SessionRecordKind.Row) return true;
            _tables.Add(Encoding.UTF8.GetString(row));
        }

        _hasEnded = true;
        table = "";
        row = default;
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}

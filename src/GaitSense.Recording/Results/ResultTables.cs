using System.Text;
using GaitSense.Core;
using GaitSense.Recording.Files;

namespace GaitSense.Recording.Results;

/// <summary>
/// The tables of an analysis as files, row by row as they are decided, with flat memory. All of <see cref="ResultFiles"/> are always written, if only with
/// their headers; they take their names at <see cref="Complete"/>, so a crash never leaves half a table that looks whole.
/// </summary>
public sealed class ResultTables : IDisposable
{
    private readonly Dictionary<string, IAppendFile> _files = new(StringComparer.Ordinal);
    private readonly IFileStore _store;
    private bool _completed;

    /// <summary>Starts the tables; at once, so that a place that cannot be written is known before the walk.</summary>
    /// <param name="store">Where they go.</param>
    /// <exception cref="RecordingWriteException">They cannot be made.</exception>
    public ResultTables(IFileStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        try
        {
            foreach (string table in ResultFiles.All) _files.Add(table, store.Create(table));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Adds a row; a table that is new begins with it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="row">The row, without the line's end.</param>
    /// <exception cref="RecordingWriteException">It cannot be written.</exception>
    public void Write(string table, ReadOnlySpan<byte> row)
    {
        if (!_files.TryGetValue(table, out IAppendFile? file)) _files.Add(table, file = _store.Create(table));
        file.Append(row);
        file.Append("\n"u8);
    }

    /// <summary>Gives the tables their names.</summary>
    /// <param name="isPartial">Whether the walk was stopped before its end. The tables are saved all the same, and <c>incomplete.txt</c> says so.</param>
    /// <param name="latest">The latest time that the tables know of; null: of none.</param>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public void Complete(bool isPartial = false, DeviceTime? latest = null)
    {
        if (_completed) return;
        // All are on the disk before the first has its name: a full disk leaves the tables of an earlier walk as they were, not some of each.
        foreach (IAppendFile file in _files.Values)
            if (file.Flush() is { } failure) throw failure;
        if (isPartial) WriteIncomplete(latest);
        foreach ((string table, IAppendFile file) in _files) file.Rename(table);
        _completed = true;
        if (!isPartial) _store.Delete(ResultFiles.Incomplete);
    }

    /// <summary>The tables that there are so far.</summary>
    public IEnumerable<string> Names => _files.Keys;

    /// <summary>Whether rows of a table came, or it is always written.</summary>
    public bool Has(string table) => _files.ContainsKey(table);

    /// <summary>Closes the files; what has no name yet is gone.</summary>
    public void Dispose()
    {
        foreach (IAppendFile file in _files.Values) file.Dispose();
    }

    private void WriteIncomplete(DeviceTime? latest)
    {
        string until = latest is { } time
            ? FormattableString.Invariant($"the tables go to {time.Seconds:F3} s of the recording")
            : "nothing had been decided yet";
        using IAppendFile file = _store.Create(ResultFiles.Incomplete);
        file.Append(Encoding.UTF8.GetBytes($"The analysis was stopped before the end: {until}.\n"));
        if (file.Flush() is { } failure) throw failure;
        file.Rename(ResultFiles.Incomplete);
    }
}

namespace GaitSense.Recording.Files;

/// <summary>Files in memory: for a page that hands them on, and for tests. One thread.</summary>
public sealed class MemoryStore : IFileStore
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Place => "memory";

    /// <summary>The files that have their names.</summary>
    public IReadOnlyDictionary<string, byte[]> Files => _files;

    /// <inheritdoc/>
    public IAppendFile Create(string name, bool isLive = false) => new MemoryFile(this, name);

    /// <inheritdoc/>
    public bool Exists(string name) => _files.ContainsKey(name);

    /// <inheritdoc/>
    public void Delete(string name) => _files.Remove(name);

    private sealed class MemoryFile(MemoryStore store, string name) : IAppendFile
    {
        private readonly MemoryStream _bytes = new();
        private string? _name;

        public string Path => name;

        public long Length => _bytes.Length;

        public void Append(ReadOnlySpan<byte> bytes)
        {
            _bytes.Write(bytes);
            Publish();
        }

        public RecordingWriteException? Flush() => null;

        public void Rename(string name, bool overwrite = true)
        {
            if (!overwrite && store.Exists(name)) throw new RecordingWriteException(name, new IOException("there is a file of that name"));
            if (_name is { } before) store.Delete(before);
            _name = name;
            Publish();
        }

        public void Dispose() => _bytes.Dispose();

        // A live file is read while it grows; the others get their name once, at their end.
        private void Publish()
        {
            if (_name is { } known) store._files[known] = _bytes.ToArray();
        }
    }
}

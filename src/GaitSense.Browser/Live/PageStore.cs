using System.Runtime.Versioning;
using GaitSense.Recording;
using GaitSense.Recording.Files;

namespace GaitSense.Browser.Live;

/// <summary>
/// Files of a walk in the browser's own storage, each appended to and flushed at once. Opening a file takes the browser a while, so some were opened before the walk, without names; a table
/// of names, written at each change, says which is which (wwwroot/files.js).
/// </summary>
/// <param name="folder">What the storage calls it.</param>
[SupportedOSPlatform("browser")]
internal sealed class PageStore(string folder) : IFileStore
{
    /// <inheritdoc/>
    public string Place => folder;

    /// <inheritdoc/>
    public IAppendFile Create(string name, bool isLive = false)
    {
        int file = PageCalls.TakeFile();
        return file >= 0 ? new PageFile(this, name, file) : throw Failed(name, "no file is left in the storage of the walk");
    }

    /// <inheritdoc/>
    public bool Exists(string name) => PageCalls.Exists(name);

    /// <inheritdoc/>
    public void Delete(string name) => PageCalls.Remove(name);

    private RecordingWriteException Failed(string name, string why) => new($"{folder}/{name}", new IOException(why));

    private sealed class PageFile(PageStore store, string name, int file) : IAppendFile
    {
        private bool _hasName;

        public string Path => $"{store.Place}/{name}";

        public long Length { get; private set; }

        public void Append(ReadOnlySpan<byte> bytes)
        {
            // The bytes cross as a view that may be written; nobody writes.
            byte[] copy = bytes.ToArray();
            if (PageCalls.Append(file, copy) is { } why) throw store.Failed(name, why);
            Length += copy.Length;
        }

        public RecordingWriteException? Flush() => PageCalls.Flush(file) is { } why ? store.Failed(name, why) : null;

        public void Rename(string name, bool overwrite = true)
        {
            if (!overwrite && store.Exists(name)) throw store.Failed(name, "there is a file of that name");
            if (PageCalls.Rename(file, name) is { } why) throw store.Failed(name, why);
            _hasName = true;
        }

        public void Dispose()
        {
            if (!_hasName) PageCalls.Discard(file);
        }
    }
}

namespace GaitSense.Recording;

/// <summary>A file in a folder, written under a temporary name until it has its own.</summary>
internal sealed class FolderFile : IAppendFile
{
    private const int GatheredBytes = 32 * 1024;

    private readonly string _folder, _name;
    private readonly FileStream _file;
    private readonly bool _isLive;
    private string? _pendingPath;

    /// <summary>Starts a file.</summary>
    /// <param name="folder">Where it goes; empty: where the program was started.</param>
    /// <param name="name">The name it shall have.</param>
    /// <param name="writer">Part of the temporary name, where several may write the file at a time; empty: what a writer that was killed left behind is written over.</param>
    /// <param name="isLive">See <see cref="IFileStore.Create"/>.</param>
    /// <param name="makesFolder">Whether the folder is made where it is missing.</param>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public FolderFile(string folder, string name, string writer = "", bool isLive = false, bool makesFolder = true)
    {
        (_folder, _name, _isLive, _pendingPath) = (folder, name, isLive, System.IO.Path.Combine(folder, "." + name + writer + ".tmp"));
        try
        {
            if (folder.Length > 0 && makesFolder) Directory.CreateDirectory(folder);
            _file = isLive
                ? new FileStream(_pendingPath, FileMode.Create, FileAccess.Write, FileShare.Read | FileShare.Delete, bufferSize: 0)
                : new FileStream(_pendingPath, FileMode.Create, FileAccess.Write, FileShare.None, GatheredBytes);
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw new RecordingWriteException(Path, e);
        }
    }

    /// <inheritdoc/>
    public string Path => System.IO.Path.Combine(_folder, _name);

    /// <inheritdoc/>
    public long Length { get; private set; }

    /// <inheritdoc/>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _file.Write(bytes);
            Length += bytes.Length;
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw new RecordingWriteException(Path, e);
        }
    }

    /// <inheritdoc/>
    public RecordingWriteException? Flush()
    {
        try
        {
            _file.Flush(flushToDisk: true);
            return null;
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            return new RecordingWriteException(Path, e);
        }
    }

    /// <inheritdoc/>
    public void Rename(string name, bool overwrite = true)
    {
        string path = System.IO.Path.Combine(_folder, name);
        try
        {
            if (!_isLive) _file.Dispose(); // some systems move no file that is open
            File.Move(_pendingPath ?? Path, path, overwrite);
            _pendingPath = null;
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw new RecordingWriteException(path, e);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Whatever stopped the writing was reported already.
        Quietly(_file.Dispose);
        if (_pendingPath is { } pending) Quietly(() => File.Delete(pending));
    }

    private static void Quietly(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            // A leftover under a temporary name misleads nobody.
        }
    }
}

using Microsoft.Win32.SafeHandles;

namespace GaitSense.Recording.Files;

/// <summary>A file in a folder, written under a temporary name until it has its own.</summary>
internal sealed class FolderFile : IAppendFile
{
    private const int GatheredBytes = 32 * 1024;

    private readonly string _folder, _name;
    private readonly FileStream _file;
    private readonly bool _isLive;
    private readonly Action<SafeFileHandle> _sync;
    private string? _pendingPath;

    /// <summary>Starts a file.</summary>
    /// <param name="folder">Where it goes; empty: where the program was started.</param>
    /// <param name="name">The name it shall have.</param>
    /// <param name="isLive">See <see cref="IFileStore.Create"/>.</param>
    /// <param name="makesFolder">Whether the folder is made where it is missing.</param>
    /// <param name="sync">Brings an open file to the disk, or throws; null: <see cref="DiskSync.File"/>.</param>
    /// <exception cref="RecordingWriteException">The file system refuses, or another writer has the live file of that name.</exception>
    public FolderFile(string folder, string name, bool isLive = false, bool makesFolder = true, Action<SafeFileHandle>? sync = null)
    {
        (_folder, _name, _isLive, _sync) = (folder, name, isLive, sync ?? DiskSync.File);
        try
        {
            if (makesFolder) PrivateFiles.CreateFolder(folder);
            _pendingPath = System.IO.Path.Combine(folder, isLive ? "." + name + ".tmp" : PrivateFiles.PendingName(name));
            _file = isLive ? CreateLive(_pendingPath) : PrivateFiles.Create(_pendingPath, FileShare.None, GatheredBytes);
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
            _file.Flush();
            _sync(_file.SafeFileHandle);
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
            DiskSync.Folder(_folder);
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

    // One writer at a time has a live file's pending name, and holds a lock on it. A name without a lock is a dead writer's: what it wrote is put aside, not taken away.
    private static FileStream CreateLive(string pending)
    {
        if (File.Exists(pending))
        {
            using FileStream left = new(pending, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            File.Move(pending, System.IO.Path.Combine(System.IO.Path.GetDirectoryName(pending) ?? "", PrivateFiles.PendingName(System.IO.Path.GetFileName(pending).Trim('.'))), overwrite: false);
        }

        return PrivateFiles.Create(pending, FileShare.Read | FileShare.Delete, bufferBytes: 0);
    }

    private static void Quietly(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            // A leftover under a temporary name does no harm.
        }
    }
}

namespace GaitSense.Recording;

/// <summary>
/// A file that takes its name only when it is whole: it is written beside it under a temporary name and moved at <see cref="Complete"/>.
/// Without that it is deleted, so an interrupted run leaves nothing that looks finished.
/// </summary>
internal sealed class PendingFile : Stream
{
    private readonly string _path, _pendingPath;
    private readonly FileStream _file;
    private bool _closed;

    /// <summary>Starts a file.</summary>
    /// <param name="folder">Where it goes, made where it is missing; empty: where the program was started.</param>
    /// <param name="name">Its name.</param>
    /// <param name="writer">Part of the temporary name, where several may write the file at a time; empty: what a writer that was killed left behind is written over.</param>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public PendingFile(string folder, string name, string writer = "")
    {
        _path = Path.Combine(folder, name);
        _pendingPath = Path.Combine(folder, "." + name + writer + ".tmp");
        try
        {
            if (folder.Length > 0) Directory.CreateDirectory(folder);
            _file = new FileStream(_pendingPath, FileMode.Create, FileAccess.Write, FileShare.None, 32 * 1024);
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw new RecordingWriteException(_path, e);
        }
    }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => !_closed;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Closes the file and gives it its name, in place of an older one.</summary>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public void Complete() => Try(() =>
    {
        if (_closed) return;
        _file.Dispose();
        File.Move(_pendingPath, _path, overwrite: true);
        _closed = true;
    });

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            _file.Write(buffer);
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw new RecordingWriteException(_path, e);
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush() => Try(_file.Flush);

    /// <summary>Brings what was written to the disk itself.</summary>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public void FlushToDisk() => Try(() => _file.Flush(flushToDisk: true));

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_closed)
        {
            _closed = true;
            try
            {
                _file.Dispose();
                File.Delete(_pendingPath);
            }
            catch (Exception e) when (FileErrors.Is(e))
            {
                // Whatever stopped the writing was reported already; a leftover under a temporary name misleads nobody.
            }
        }

        base.Dispose(disposing);
    }

    private void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw new RecordingWriteException(_path, e);
        }
    }
}

namespace GaitSense.Recording.Files;

/// <summary>
/// A file that takes its name only when it is whole, as a stream: it is written beside it under a temporary name and moved at <see cref="Complete"/>.
/// Without that it is deleted, so an interrupted run leaves nothing that looks finished.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="name">The name it takes.</param>
internal sealed class PendingFile(IAppendFile file, string name) : Stream
{
    private bool _closed;

    /// <summary>Starts a file in a folder.</summary>
    /// <param name="folder">Where it goes, made where it is missing; empty: where the program was started.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public PendingFile(string folder, string name)
        : this(new FolderFile(folder, name), name)
    {
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

    /// <summary>Brings what was written to the disk, closes the file and gives it its name, in place of an older one.</summary>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public void Complete()
    {
        if (_closed) return;
        if (file.Flush() is { } failure) throw failure;
        file.Rename(name);
        Dispose();
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer) => file.Append(buffer);

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

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
            file.Dispose();
        }

        base.Dispose(disposing);
    }
}

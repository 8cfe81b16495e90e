using System.Buffers.Binary;
using GaitSense.Core;

namespace GaitSense.Recording;

/// <summary>
/// Writes a session file, append-only (FORMAT.md). Records gather in memory until <see cref="Flush"/> or a full block; what was flushed is on the disk, and
/// nothing that is on the disk is written again. One thread; nothing is allocated per record.
/// </summary>
public sealed class SessionFileWriter : IDisposable
{
    /// <summary>Records gather at most this long in one block, bytes.</summary>
    public const int BlockBytes = 64 * 1024;

    private const int LongestRecordHeader = 1 + (2 * SessionFileFormat.LargestVariable);

    private readonly FileStream _file;
    private readonly uint _fileCrc;
    private byte[] _block = new byte[SessionFileFormat.BlockHeaderSize + BlockBytes];
    private int _length = SessionFileFormat.BlockHeaderSize;
    private uint _number;
    private long _lastUs;

    /// <summary>Begins a file.</summary>
    /// <param name="path">The file; it must not exist.</param>
    /// <param name="fileId">Tells this file's blocks from those of any other: a random number.</param>
    /// <exception cref="RecordingWriteException">It cannot be made.</exception>
    public SessionFileWriter(string path, uint fileId)
    {
        Path = path;
        try
        {
            _file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
            Span<byte> header = stackalloc byte[SessionFileFormat.FileHeaderSize];
            SessionFileFormat.WriteFileHeader(header, fileId);
            _fileCrc = BinaryPrimitives.ReadUInt32LittleEndian(header[(SessionFileFormat.FileHeaderSize - 4)..]);
            _file.Write(header);
            _file.Flush(flushToDisk: true);
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            _file?.Dispose();
            throw new RecordingWriteException(path, e);
        }
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Bytes on the disk.</summary>
    public long WrittenBytes => _file.Position;

    /// <summary>Adds a record; a full block is written first.</summary>
    /// <param name="kind">What it is, 0 to 255.</param>
    /// <param name="time">When it came or was decided, by the host's clock.</param>
    /// <param name="body">Its bytes, at most 1 MiB less its header.</param>
    /// <exception cref="RecordingWriteException">The block cannot be written.</exception>
    /// <exception cref="ArgumentException">It is longer.</exception>
    public void Write(byte kind, HostTime time, ReadOnlySpan<byte> body)
    {
        if (body.Length > SessionFileFormat.LargestBlock - LongestRecordHeader) throw new ArgumentException("A record is at most one block.", nameof(body));
        int needed = LongestRecordHeader + body.Length;
        if (_length + needed > SessionFileFormat.BlockHeaderSize + BlockBytes) WriteBlock();
        if (_length + needed > _block.Length) Array.Resize(ref _block, _length + needed);
        _block[_length++] = kind;
        _length += SessionFileFormat.WriteVariable(_block.AsSpan(_length), SessionFileFormat.ZigZag(time.Microseconds - _lastUs));
        _length += SessionFileFormat.WriteVariable(_block.AsSpan(_length), (ulong)body.Length);
        body.CopyTo(_block.AsSpan(_length));
        _length += body.Length;
        _lastUs = time.Microseconds;
    }

    /// <summary>Brings all records to the disk.</summary>
    /// <exception cref="RecordingWriteException">They cannot be written; the records of this block are lost.</exception>
    public void Flush()
    {
        WriteBlock();
        try
        {
            _file.Flush(flushToDisk: true);
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw new RecordingWriteException(Path, e);
        }
    }

    /// <summary>Flushes and closes.</summary>
    public void Dispose()
    {
        try
        {
            Flush();
        }
        catch (RecordingWriteException)
        {
            // Said when it first failed; whole blocks stay whole.
        }

        _file.Dispose();
    }

    private void WriteBlock()
    {
        int records = _length - SessionFileFormat.BlockHeaderSize;
        if (records == 0) return;
        (_length, _lastUs) = (SessionFileFormat.BlockHeaderSize, 0);
        Span<byte> block = _block.AsSpan(0, SessionFileFormat.BlockHeaderSize + records);
        SessionFileFormat.WriteBlockHeader(block, _number++, block[SessionFileFormat.BlockHeaderSize..], _fileCrc);
        try
        {
            _file.Write(block);
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw new RecordingWriteException(Path, e);
        }
    }
}

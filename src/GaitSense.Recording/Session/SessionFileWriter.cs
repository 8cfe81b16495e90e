using System.Buffers.Binary;
using GaitSense.Core;
using GaitSense.Recording.Files;

namespace GaitSense.Recording.Session;

/// <summary>
/// Writes a session file, append-only (FORMAT.md). Records gather in memory until <see cref="Flush"/>; what was flushed is on the disk, and nothing that is
/// on the disk is written again. Any thread may write, and none of them waits for the disk; nothing is allocated per record.
/// </summary>
public sealed class SessionFileWriter : IDisposable
{
    /// <summary>So many bytes of records may gather: minutes of a walk. A disk that has not taken them by then is as good as full.</summary>
    public const int MaxWaiting = SessionFileFormat.MaxBlockBytes;

    private const int MaxRecordHeader = 1 + (2 * SessionFileFormat.MaxVariableBytes);

    private readonly Lock _gathering = new(), _writing = new();
    private readonly IAppendFile _file;
    private readonly uint _fileCrc;
    private byte[] _records = new byte[64 * 1024], _other = new byte[64 * 1024], _stored = new byte[64 * 1024];
    private int _length;
    private uint _number;
    private long _lastUs, _count;

    /// <summary>Begins a file.</summary>
    /// <param name="file">The file; empty, and this writer's from now on.</param>
    /// <param name="fileId">Tells this file's blocks from those of any other: a random number.</param>
    /// <exception cref="RecordingWriteException">It cannot be written.</exception>
    public SessionFileWriter(IAppendFile file, uint fileId)
    {
        ArgumentNullException.ThrowIfNull(file);
        _file = file;
        Span<byte> header = stackalloc byte[SessionFileFormat.FileHeaderSize];
        SessionFileFormat.WriteFileHeader(header, fileId);
        FileHeader = header.ToArray();
        _fileCrc = BinaryPrimitives.ReadUInt32LittleEndian(header[(SessionFileFormat.FileHeaderSize - 4)..]);
        try
        {
            file.Append(header);
            if (file.Flush() is { } failure) throw failure;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The file.</summary>
    public string Path => _file.Path;

    /// <summary>Its first bytes (<see cref="SessionManifest.FileHeader"/>).</summary>
    public byte[] FileHeader { get; }

    /// <summary>Bytes on the disk.</summary>
    public long WrittenBytes => _file.Length;

    /// <summary>Bytes of records that wait for <see cref="Flush"/>.</summary>
    public int WaitingBytes => Volatile.Read(ref _length);

    /// <summary>Adds a record.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="time">When it came or was decided, by the host's clock.</param>
    /// <param name="body">Its bytes.</param>
    /// <param name="number">Put before them; null: none.</param>
    /// <returns>False where too much waits already: the record is lost.</returns>
    /// <exception cref="ArgumentException">It is longer than a block.</exception>
    public bool Write(byte kind, HostTime time, ReadOnlySpan<byte> body, int? number = null)
    {
        Span<byte> prefix = stackalloc byte[SessionFileFormat.MaxVariableBytes];
        int prefixed = number is { } n ? SessionFileFormat.WriteVariable(prefix, (uint)n) : 0;
        int needed = MaxRecordHeader + prefixed + body.Length;
        if (needed > MaxWaiting) throw new ArgumentException("A record is at most one block.", nameof(body));
        lock (_gathering)
        {
            if (_length + needed > MaxWaiting) return false;
            if (_length + needed > _records.Length) Array.Resize(ref _records, Math.Min(MaxWaiting, Math.Max(_length + needed, 2 * _records.Length)));
            int at = _length;
            _records[at++] = kind;
            at += SessionFileFormat.WriteVariable(_records.AsSpan(at), SessionFileFormat.ZigZag(time.Microseconds - _lastUs));
            at += SessionFileFormat.WriteVariable(_records.AsSpan(at), (ulong)(prefixed + body.Length));
            prefix[..prefixed].CopyTo(_records.AsSpan(at));
            body.CopyTo(_records.AsSpan(at + prefixed));
            (_length, _lastUs) = (at + prefixed + body.Length, time.Microseconds);
            _count++;
            return true;
        }
    }

    /// <summary>Adds the record that says that nothing comes after it, and how many came before.</summary>
    /// <param name="time">When the recording was closed.</param>
    /// <returns>As <see cref="Write"/>.</returns>
    public bool WriteEnd(HostTime time)
    {
        lock (_gathering) return Write(SessionRecordKind.Closed, time, [], (int)Math.Min(int.MaxValue, _count));
    }

    /// <summary>Brings all records to the disk.</summary>
    /// <exception cref="RecordingWriteException">They cannot be written; these records are lost.</exception>
    public void Flush()
    {
        lock (_writing)
        {
            int length;
            lock (_gathering)
            {
                if (_length == 0) return;
                (_records, _other, length, _length, _lastUs) = (_other, _records, _length, 0, 0);
            }

            _file.Append(Pack(_other.AsSpan(0, length)));
            if (_file.Flush() is { } failure) throw failure;
        }
    }

    /// <summary>Gives the file its name, so that a name can mean that something whole is in it.</summary>
    /// <exception cref="RecordingWriteException">It cannot have that name.</exception>
    public void Rename(string name) => _file.Rename(name, overwrite: false);

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

    private ReadOnlySpan<byte> Pack(ReadOnlySpan<byte> records)
    {
        int room = SessionFileFormat.BlockHeaderSize + SessionPacking.Room(records.Length);
        if (_stored.Length < room) _stored = new byte[room];
        Span<byte> body = _stored.AsSpan(SessionFileFormat.BlockHeaderSize);
        int stored = SessionPacking.Pack(records, _stored, SessionFileFormat.BlockHeaderSize);
        // What is not shorter is stored as it is; a reader knows it by its length.
        if (stored >= records.Length)
        {
            records.CopyTo(body);
            stored = records.Length;
        }

        SessionFileFormat.WriteBlockHeader(_stored, _number++, records.Length, body[..stored], _fileCrc);
        return _stored.AsSpan(0, SessionFileFormat.BlockHeaderSize + stored);
    }
}

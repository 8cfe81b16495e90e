using System.Buffers.Binary;
using GaitSense.Core;
using GaitSense.Recording.Files;

namespace GaitSense.Recording.Session;

/// <summary>
/// Reads a session file (FORMAT.md), all of it that is whole: damage is skipped and said. Memory is one block, whatever the file. One thread.
/// </summary>
public sealed class SessionFileReader : IDisposable
{
    private const int MaxReadings = 4;

    private readonly Stream _file;
    private readonly List<SessionDamage> _damage = [];
    private readonly uint _fileCrc;
    private readonly ushort _major;
    private readonly long _size;
    private byte[] _block = [], _stored = [];
    private int _length, _at;
    private long _next, _lastUs, _expected;

    private SessionFileReader(string path, Stream file, uint fileCrc, ushort major, ushort minor) =>
        (Path, _file, _fileCrc, _major, RecordsItsEnd, _next, _size) = (path, file, fileCrc, major, major == SessionFileFormat.Major && minor >= 1, SessionFileFormat.FileHeaderSize, file.Length);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Whether a whole file of this version ends with a record that says so (<see cref="SessionRecordKind.Closed"/>).</summary>
    public bool RecordsItsEnd { get; }

    /// <summary>How much of the file was read, 0 to 1. May be read from any thread.</summary>
    public double Fraction => Math.Min(1, Volatile.Read(ref _next) / Math.Max(1.0, _size));

    /// <summary>Blocks read so far.</summary>
    public long Blocks { get; private set; }

    /// <summary>Whether a block is missing before the last record that was read.</summary>
    public bool HasHole => _damage.Exists(d => d.MissingBlocks > 0);

    /// <summary>What was no whole block, as far as was read.</summary>
    public IReadOnlyList<SessionDamage> Damage => _damage;

    /// <summary>Bytes that were read because something claimed to be a block and was none.</summary>
    internal long WastedBytes { get; private set; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="RecordingFormatException">It is not there, is no session file, or is of a newer version.</exception>
    public static SessionFileReader Open(string path)
    {
        Stream? file = null;
        try
        {
            file = InputFile.Open(path, FileShare.ReadWrite | FileShare.Delete, 64 * 1024);
            Span<byte> header = stackalloc byte[SessionFileFormat.FileHeaderSize];
            int read = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
            bool isDamaged = read == header.Length && !IsHeader(header) && KeptHeader(path, header);
            if (read < header.Length || !header.StartsWith(SessionFileFormat.FileMark)) throw new RecordingFormatException(path, "is no session file: it does not begin as one");
            if (!IsHeader(header)) throw new RecordingFormatException(path, "is a session file whose first bytes are damaged");
            uint crc = BinaryPrimitives.ReadUInt32LittleEndian(header[(SessionFileFormat.FileHeaderSize - 4)..]);
            ushort major = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
            if (major is < SessionFileFormat.MinMajor or > SessionFileFormat.Major)
                throw new RecordingFormatException(path, $"is a session file of version {major}; this program reads versions {SessionFileFormat.MinMajor} to {SessionFileFormat.Major}: update the program");
            if (major == 1 && OperatingSystem.IsBrowser())
                throw new RecordingFormatException(path, "is a session file of version 1, which a browser cannot unpack: make it a new one on a computer, with gaitsense doctor FOLDER --repair NEW_FOLDER");
            SessionFileReader reader = new(path, file, crc, major, BinaryPrimitives.ReadUInt16LittleEndian(header[10..]));
            if (isDamaged) reader._damage.Add(new SessionDamage(0, header.Length, 0));
            return reader;
        }
        catch (Exception e)
        {
            file?.Dispose();
            if (FileErrors.Is(e)) throw FileErrors.Explain(path, e);
            throw;
        }
    }

    private static bool IsHeader(ReadOnlySpan<byte> header) =>
        header.StartsWith(SessionFileFormat.FileMark) && BinaryPrimitives.ReadUInt32LittleEndian(header[^4..]) == SessionFileFormat.Crc(header[..^4]);

    // The manifest beside the file has its first bytes too.
    private static bool KeptHeader(string path, Span<byte> header)
    {
        if (SessionManifests.TryBeside(path)?.FileHeader is not { Length: SessionFileFormat.FileHeaderSize } kept || !IsHeader(kept)) return false;
        kept.CopyTo(header);
        return true;
    }

    /// <summary>Reads the next record; false at the end of the file.</summary>
    /// <exception cref="RecordingFormatException">The drive does not give the bytes.</exception>
    public bool TryRead(out SessionRecord record)
    {
        record = default;
        while (true)
        {
            if (_at < _length && TryParse(out record)) return true;
            try
            {
                if (!NextBlock()) return false;
            }
            catch (Exception e) when (FileErrors.Is(e))
            {
                throw FileErrors.Explain(Path, e);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private bool TryParse(out SessionRecord record)
    {
        record = default;
        ReadOnlySpan<byte> block = _block.AsSpan(0, _length);
        byte kind = block[_at++];
        // A block that is whole was written so; one that is not so comes from another writer, and its rest is skipped.
        if (!SessionFileFormat.TryReadVariable(block, ref _at, out ulong step) || !SessionFileFormat.TryReadVariable(block, ref _at, out ulong length) || length > (ulong)(_length - _at))
        {
            _at = _length;
            return false;
        }

        _lastUs = unchecked(_lastUs + SessionFileFormat.UnZigZag(step));
        record = new SessionRecord(kind, new HostTime(_lastUs), block.Slice(_at, (int)length));
        _at += (int)length;
        return true;
    }

    private bool NextBlock()
    {
        long from = _next;
        Span<byte> header = stackalloc byte[SessionFileFormat.BlockHeaderSize];
        for (long at = from; ; at = FindMark(at + 1))
        {
            _file.Position = at;
            if (at + header.Length > _file.Length || _file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
            {
                if (_file.Length > from) _damage.Add(new SessionDamage(from, _file.Length - from, 0));
                (_next, _length, _at) = (_file.Length, 0, 0);
                return false;
            }

            if (!SessionFileFormat.TryReadBlockHeader(header, _fileCrc, out uint number, out int length, out int stored, out uint crc) || !TryReadRecords(length, stored, crc))
            {
                // What claims to be a block and is none may stand right before one that is: looked for behind its header, as long as that does not cost more than to read
                // the file a few times. A file of such headers alone would cost the square of its length.
                if (WastedBytes > MaxReadings * _file.Length) at += Math.Max(0, stored - 1);
                continue;
            }

            if (at > from || number != _expected) _damage.Add(new SessionDamage(from, at - from, Math.Max(0, number - _expected)));
            (_expected, _next, _lastUs) = ((long)number + 1, at + header.Length + stored, 0);
            Blocks++;
            return true;
        }
    }

    private bool TryReadRecords(int length, int stored, uint crc)
    {
        if (_block.Length < length) _block = new byte[length];
        if (_stored.Length < stored) _stored = new byte[stored];
        (_length, _at) = (0, 0);
        WastedBytes += stored;
        Span<byte> bytes = _stored.AsSpan(0, stored), records = _block.AsSpan(0, length);
        if (_file.ReadAtLeast(bytes, stored, throwOnEndOfStream: false) < stored || SessionFileFormat.Crc(bytes) != crc) return false;
        if (stored == length) bytes.CopyTo(records);
        else if (!SessionPacking.TryUnpack(_major, _stored, stored, records)) return false;
        _length = length;
        WastedBytes -= stored;
        return true;
    }

    // Where the mark of a block comes next, or the end of the file.
    private long FindMark(long from)
    {
        Span<byte> window = stackalloc byte[4096], mark = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(mark, SessionFileFormat.BlockMark);
        while (true)
        {
            _file.Position = from;
            int read = _file.ReadAtLeast(window, window.Length, throwOnEndOfStream: false);
            if (read < mark.Length) return _file.Length;
            int found = window[..read].IndexOf(mark);
            if (found >= 0) return from + found;
            from += read - mark.Length + 1;
        }
    }
}

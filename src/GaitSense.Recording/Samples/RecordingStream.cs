using System.Buffers.Binary;
using System.IO.Compression;

namespace GaitSense.Recording.Samples;

/// <summary>
/// The bytes of a CSV file, unpacked where the content (not the name) is gzip. A gzip that is cut short or damaged simply ends; what was
/// wrong is then in <see cref="Damage"/>, so that the whole rows before it can still be used.
/// </summary>
internal sealed class RecordingStream : Stream
{
    // What a damaged block had unpacked is lost with it, so blocks are small: 4 KiB are half a second of samples.
    private const int UnpackBytes = 4096;

    private readonly Stream _raw;
    private readonly long _start, _rawLength;
    private Stream _data;

    /// <summary>Wraps a seekable stream, which is disposed with this one.</summary>
    public RecordingStream(Stream raw)
    {
        _raw = raw;
        _start = raw.Position;
        _rawLength = raw.Length - _start;
        Span<byte> magic = stackalloc byte[2];
        int n = raw.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        raw.Position = _start;
        IsCompressed = n == 2 && magic[0] == 0x1f && magic[1] == 0x8b;
        IsUtf16 = n == 2 && ((magic[0] == 0xff && magic[1] == 0xfe) || (magic[0] == 0xfe && magic[1] == 0xff));
        _data = IsCompressed ? new GZipStream(raw, CompressionMode.Decompress, leaveOpen: true) : raw;
    }

    /// <summary>Whether the content is gzip.</summary>
    public bool IsCompressed { get; }

    /// <summary>Whether the content starts with a UTF-16 mark.</summary>
    public bool IsUtf16 { get; }

    /// <summary>Whether all bytes were handed out.</summary>
    public bool AtEnd { get; private set; }

    /// <summary>Bytes handed out, unpacked.</summary>
    public long BytesOut { get; private set; }

    /// <summary>What ended the compressed data early; null while all is well.</summary>
    public string? Damage { get; private set; }

    /// <summary>Share of the file's bytes that were read, 0 to 1.</summary>
    public double Fraction => AtEnd || _rawLength == 0 ? 1 : Math.Clamp((double)(_raw.Position - _start) / _rawLength, 0, 1);

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (AtEnd || buffer.IsEmpty) return 0;
        int n = 0;
        try
        {
            n = _data.Read(IsCompressed ? buffer[..Math.Min(buffer.Length, UnpackBytes)] : buffer);
        }
        catch (InvalidDataException)
        {
            Damage = "the compressed data is damaged";
        }

        BytesOut += n;
        if (n > 0) return n;
        AtEnd = true;
        // GZipStream ends quietly where its input does, so whether it was whole is for us to find out.
        if (IsCompressed && Damage is null && !EndsAsGzip()) Damage = "the compressed data is cut short";
        return 0;
    }

    /// <summary>Reads compressed data to its end, which tells whether they are damaged: a wrong byte often shows only in the checksum at the end.</summary>
    public bool EndsDamaged()
    {
        Span<byte> rest = stackalloc byte[UnpackBytes];
        while (IsCompressed && Read(rest) > 0) { }
        return Damage is not null;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _data.Dispose();
            _raw.Dispose();
        }

        base.Dispose(disposing);
    }

    // RFC 1952: a member ends with the CRC-32 and the length (modulo 2^32) of its content.
    private bool EndsAsGzip()
    {
        const int smallestMember = 18;
        if (_rawLength < smallestMember) return false;
        Span<byte> trailer = stackalloc byte[8];
        _raw.Position = _start + _rawLength - trailer.Length;
        _raw.ReadExactly(trailer);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]);
        if (length == (uint)BytesOut) return true;
        return length < BytesOut && LastMemberMatches(length, BinaryPrimitives.ReadUInt32LittleEndian(trailer));
    }

    // Several members in one file (appended logs): only the last one's length is at the end, so its content is checked instead.
    private bool LastMemberMatches(uint length, uint expectedCrc)
    {
        _data.Dispose();
        _raw.Position = _start;
        _data = new GZipStream(_raw, CompressionMode.Decompress, leaveOpen: true);
        long skip = BytesOut - length;
        uint crc = uint.MaxValue;
        byte[] buffer = new byte[32 * 1024];
        for (int n; (n = _data.Read(buffer)) > 0; skip = Math.Max(0, skip - n))
            crc = Crc32(crc, buffer.AsSpan((int)Math.Min(skip, n)..n));
        return ~crc == expectedCrc;
    }

    private static uint Crc32(uint crc, ReadOnlySpan<byte> bytes)
    {
        const uint polynomial = 0xEDB88320; // RFC 1952, section 8, bits reversed
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int i = 0; i < 8; i++) crc = (crc >> 1) ^ (polynomial & (uint)-(int)(crc & 1));
        }

        return crc;
    }
}

using System.Text;
using GaitSense.Recording.Samples;

namespace GaitSense.Recording.Import.Tables;

/// <summary>
/// The text of another program's file as the rest of the import wants it: unpacked, in UTF-8, lines ended by a line feed, fields apart by one character. What is so
/// already is passed on as it is; the rest is rewritten piece by piece, with fixed memory.
/// </summary>
internal sealed class ForeignText : Stream
{
    /// <summary>Bytes from which a form is recognised.</summary>
    public const int HeadBytes = 64 * 1024;

    private const int PieceBytes = 16 * 1024;

    private readonly RecordingStream _raw;
    private readonly byte[] _head;
    private readonly Decoder? _decoder;
    private byte[] _piece = [];
    private int _headAt, _pieceAt, _pieceEnd;
    private bool _atLineStart = true, _afterBlank, _isFirst = true;

    /// <summary>Wraps a seekable stream, which is disposed with this one.</summary>
    public ForeignText(Stream raw)
    {
        _raw = new RecordingStream(raw);
        byte[] head = new byte[HeadBytes];
        int n = _raw.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        _head = n == head.Length ? head : head[..n];
        Form = ForeignForm.Of(_head, isWhole: n < HeadBytes);
        _decoder = Form.Encoding?.GetDecoder();
    }

    /// <summary>How the file is written.</summary>
    public ForeignForm Form { get; }

    /// <summary>Its first bytes as they are, unpacked.</summary>
    public ReadOnlySpan<byte> Head => _head;

    /// <summary>Whether all bytes were handed out.</summary>
    public bool AtEnd { get; private set; }

    /// <summary>Bytes handed out.</summary>
    public long BytesOut { get; private set; }

    /// <summary>What ended compressed data early; null while all is well.</summary>
    public string? Damage => _raw.Damage;

    /// <summary>Share of the file's bytes that were read, 0 to 1.</summary>
    public double Fraction => AtEnd ? 1 : _raw.Fraction;

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
        if (buffer.IsEmpty || AtEnd) return 0;
        int n = Form.IsPlain ? ReadRaw(buffer) : ReadRewritten(buffer);
        BytesOut += n;
        AtEnd = n == 0;
        return n;
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
        if (disposing) _raw.Dispose();
        base.Dispose(disposing);
    }

    private int ReadRaw(Span<byte> buffer)
    {
        if (_headAt == _head.Length) return _raw.Read(buffer);
        int n = Math.Min(buffer.Length, _head.Length - _headAt);
        _head.AsSpan(_headAt, n).CopyTo(buffer);
        _headAt += n;
        return n;
    }

    private int ReadRewritten(Span<byte> buffer)
    {
        while (_pieceAt == _pieceEnd)
        {
            byte[] raw = new byte[PieceBytes];
            int n = ReadRaw(raw);
            if (n == 0) return 0;
            Rewrite(raw.AsSpan(0, n));
        }

        int m = Math.Min(buffer.Length, _pieceEnd - _pieceAt);
        _piece.AsSpan(_pieceAt, m).CopyTo(buffer);
        _pieceAt += m;
        return m;
    }

    private void Rewrite(ReadOnlySpan<byte> raw)
    {
        byte[] utf8 = raw.ToArray();
        if (_decoder is not null)
        {
            char[] chars = new char[_decoder.GetCharCount(raw, flush: false)];
            int n = _decoder.GetChars(raw, chars, flush: false);
            int from = _isFirst && n > 0 && chars[0] == '\uFEFF' ? 1 : 0;
            utf8 = Encoding.UTF8.GetBytes(chars, from, n - from);
            _isFirst &= n == 0;
        }

        if (!Form.HasBlanks && !Form.EndsLinesWithCr)
        {
            (_piece, _pieceAt, _pieceEnd) = (utf8, 0, utf8.Length);
            return;
        }

        // One longer where a run of blanks ended the piece before.
        byte[] rewritten = new byte[utf8.Length + 1];
        int end = 0;
        foreach (byte b in utf8)
        {
            byte c = b == '\r' && Form.EndsLinesWithCr ? (byte)'\n' : b;
            if (!Form.HasBlanks) rewritten[end++] = c;
            else if (c is (byte)' ' or (byte)'\t') _afterBlank = true;
            else end = AfterBlanks(rewritten, end, c);
        }

        (_piece, _pieceAt, _pieceEnd) = (rewritten, 0, end);
    }

    // Blanks at the beginning and at the end of a line separate nothing.
    private int AfterBlanks(byte[] to, int end, byte b)
    {
        bool isEnd = b is (byte)'\n' or (byte)'\r';
        if (_afterBlank && !_atLineStart && !isEnd) to[end++] = (byte)'\t';
        _afterBlank = false;
        _atLineStart = isEnd;
        to[end++] = b;
        return end;
    }
}

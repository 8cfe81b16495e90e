using System.Buffers.Binary;

namespace GaitSense.Devices;

/// <summary>Writes 16-bit stereo to a WAV file that can be read at any moment: the header is brought up to date every second.</summary>
internal sealed class WavWriter : IDisposable
{
    public const int HeaderBytes = 44;

    private const int RateHz = ISoundOutput.StandardRateHz, Channels = 2, BytesPerFrame = 4;

    // Sizes in the header are 32 bits: six hours. What comes later is not written.
    private const long MaxFrames = (uint.MaxValue - HeaderBytes) / BytesPerFrame;

    private readonly Stream _file;
    private byte[] _bytes = [];
    private long _frames, _framesInHeader = -1;

    /// <summary>Writes to a stream that can seek; it is closed with this.</summary>
    public WavWriter(Stream file)
    {
        _file = file;
        WriteHeader();
    }

    /// <summary>Adds frames; what does not fit into a WAV file is left out.</summary>
    /// <returns>Whether all of them fitted.</returns>
    public bool Write(ReadOnlySpan<short> stereo)
    {
        int frames = (int)Math.Min(stereo.Length / Channels, MaxFrames - _frames);
        int bytes = frames * BytesPerFrame;
        if (_bytes.Length < bytes) _bytes = new byte[bytes];
        for (int i = 0; i < frames * Channels; i++) BinaryPrimitives.WriteInt16LittleEndian(_bytes.AsSpan(2 * i), stereo[i]);
        _file.Write(_bytes, 0, bytes);
        _frames += frames;
        if (_frames - _framesInHeader >= RateHz) WriteHeader();
        return frames == stereo.Length / Channels;
    }

    public void Dispose()
    {
        try
        {
            WriteHeader();
        }
        finally
        {
            _file.Dispose();
        }
    }

    private void WriteHeader()
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        uint bytes = (uint)(_frames * BytesPerFrame);
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], bytes + HeaderBytes - 8);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteUInt16LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], Channels);
        BinaryPrimitives.WriteUInt32LittleEndian(header[24..], RateHz);
        BinaryPrimitives.WriteUInt32LittleEndian(header[28..], RateHz * BytesPerFrame);
        BinaryPrimitives.WriteUInt16LittleEndian(header[32..], BytesPerFrame);
        BinaryPrimitives.WriteUInt16LittleEndian(header[34..], 16);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[40..], bytes);
        _file.Position = 0;
        _file.Write(header);
        _file.Position = _file.Length;
        _file.Flush();
        _framesInHeader = _frames;
    }
}

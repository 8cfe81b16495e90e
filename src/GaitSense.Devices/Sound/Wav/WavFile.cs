using System.Buffers.Binary;

namespace GaitSense.Devices;

/// <summary>A WAV file that was read: PCM of 8 to 32 bits, or 32-bit float; any number of channels.</summary>
/// <param name="RateHz">Frames per second.</param>
/// <param name="Channels">Channels.</param>
/// <param name="Interleaved">Samples of -1 to 1, channel by channel within each frame.</param>
public sealed record WavFile(int RateHz, int Channels, float[] Interleaved)
{
    private const int Pcm = 1, Float = 3, Extensible = 0xFFFE;
    private const int MinRateHz = 4000, MaxRateHz = 384_000, MaxChannels = 64;

    /// <summary>Frames.</summary>
    public int Frames => Interleaved.Length / Channels;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where.</param>
    /// <exception cref="SoundException">It cannot be read, or is no WAV file of a kind that is understood.</exception>
    public static WavFile Read(string path)
    {
        try
        {
            return Parse(File.ReadAllBytes(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SoundException(path, $"it cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Reads a file's bytes. A length that promises more than there is (programs that write to a pipe do) means: to the end.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="where">Its name, for messages.</param>
    /// <exception cref="SoundException">It is no WAV file of a kind that is understood.</exception>
    public static WavFile Parse(ReadOnlySpan<byte> bytes, string where)
    {
        if (bytes.Length < 12 || !bytes[..4].SequenceEqual("RIFF"u8) || !bytes[8..12].SequenceEqual("WAVE"u8))
            throw new SoundException(where, "this is not a WAV file");
        ReadOnlySpan<byte> format = default;
        for (ReadOnlySpan<byte> rest = bytes[12..]; rest.Length >= 8;)
        {
            uint promised = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            int length = (int)Math.Min(promised, (uint)(rest.Length - 8));
            ReadOnlySpan<byte> chunk = rest.Slice(8, length);
            if (rest[..4].SequenceEqual("fmt "u8)) format = chunk;
            else if (rest[..4].SequenceEqual("data"u8)) return Decode(format, chunk, where);
            rest = rest[Math.Min(8 + length + (length % 2), rest.Length)..]; // chunks begin at even places
        }

        throw new SoundException(where, "this WAV file holds no sound");
    }

    /// <summary>The mean of the channels.</summary>
    public float[] ToMono()
    {
        float[] mono = new float[Frames];
        for (int i = 0; i < mono.Length; i++)
        {
            foreach (float sample in Interleaved.AsSpan(i * Channels, Channels)) mono[i] += sample / Channels;
        }

        return mono;
    }

    private static WavFile Decode(ReadOnlySpan<byte> format, ReadOnlySpan<byte> data, string where)
    {
        if (format.Length < 16) throw new SoundException(where, "this WAV file does not say what it holds");
        int kind = BinaryPrimitives.ReadUInt16LittleEndian(format), channels = BinaryPrimitives.ReadUInt16LittleEndian(format[2..]);
        uint rateHz = BinaryPrimitives.ReadUInt32LittleEndian(format[4..]);
        int bits = BinaryPrimitives.ReadUInt16LittleEndian(format[14..]);
        if (kind == Extensible && format.Length >= 26) kind = BinaryPrimitives.ReadUInt16LittleEndian(format[24..]);
        if (rateHz is < MinRateHz or > MaxRateHz || channels is 0 or > MaxChannels || !((kind == Pcm && bits is 8 or 16 or 24 or 32) || (kind == Float && bits == 32)))
            throw new SoundException(where, $"kind {kind} with {bits} bits, {channels} channels and {rateHz} Hz is not understood: save it as 16-bit PCM");
        int width = bits / 8;
        float[] samples = new float[data.Length / (width * channels) * channels];
        for (int i = 0; i < samples.Length; i++)
        {
            ReadOnlySpan<byte> sample = data.Slice(i * width, width);
            samples[i] = (kind, bits) switch
            {
                (Float, _) => BinaryPrimitives.ReadSingleLittleEndian(sample),
                (_, 8) => (sample[0] - 128) / 128f,
                (_, 16) => BinaryPrimitives.ReadInt16LittleEndian(sample) / Pcm16.Full,
                (_, 24) => ((sample[0] << 8) | (sample[1] << 16) | (sample[2] << 24)) / 2147483648f,
                _ => BinaryPrimitives.ReadInt32LittleEndian(sample) / 2147483648f,
            };
        }

        return new WavFile((int)rateHz, channels, samples);
    }
}

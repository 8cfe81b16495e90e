namespace GaitSense.Protocol;

/// <summary>A data frame of a MetaMotion: module, register, then one (8 bytes) or three (packed, 20 bytes) int16 triples.</summary>
public static class MetaMotionFrame
{
    /// <summary>Module of acceleration.</summary>
    public const byte AccelModule = 0x03;

    /// <summary>Module of angular rate.</summary>
    public const byte GyroModule = 0x13;

    internal const byte InfoRegister = 0x80;

    private const int HeaderSize = 2, TripleSize = 6, PackedCount = 3;

    /// <summary>Register of single samples.</summary>
    /// <param name="chip">The chip.</param>
    /// <param name="module">Acceleration or angular rate.</param>
    internal static byte SingleRegister(MetaMotionChip chip, byte module) => module == GyroModule && chip == MetaMotionChip.Bmi160 ? (byte)0x05 : (byte)0x04;

    /// <summary>Register of packed samples.</summary>
    /// <param name="chip">The chip.</param>
    /// <param name="module">Acceleration or angular rate.</param>
    public static byte PackedRegister(MetaMotionChip chip, byte module) => (chip, module) switch
    {
        (MetaMotionChip.Bmi160, AccelModule) => 0x1C,
        (MetaMotionChip.Bmi160, _) => 0x07,
        _ => 0x05,
    };

    /// <summary>Says what is wrong with a data frame.</summary>
    /// <param name="chip">The chip.</param>
    /// <param name="b">The notification.</param>
    internal static PacketFault Check(MetaMotionChip chip, ReadOnlySpan<byte> b)
    {
        if (b.Length < HeaderSize) return PacketFault.TooShort;
        if (b[0] is not (AccelModule or GyroModule)) return PacketFault.UnknownKind;
        int size = Samples(chip, b) * TripleSize;
        if (size == 0) return PacketFault.UnknownKind;
        if (b.Length - HeaderSize < size) return PacketFault.TooShort;
        return b.Length - HeaderSize == size ? PacketFault.None : PacketFault.BadLength;
    }

    /// <summary>Samples in a frame: 1, 3, or 0 where it is not of data.</summary>
    /// <param name="chip">The chip.</param>
    /// <param name="b">The notification.</param>
    internal static int Samples(MetaMotionChip chip, ReadOnlySpan<byte> b) =>
        b[1] == PackedRegister(chip, b[0]) ? PackedCount : b[1] == SingleRegister(chip, b[0]) ? 1 : 0;

    /// <summary>A triple of a frame whose <see cref="Check"/> found nothing.</summary>
    /// <param name="b">The notification.</param>
    /// <param name="k">Which.</param>
    public static (short X, short Y, short Z) Triple(ReadOnlySpan<byte> b, int k)
    {
        b = b.Slice(HeaderSize + (k * TripleSize), TripleSize);
        return (Read(b), Read(b[2..]), Read(b[4..]));

        static short Read(ReadOnlySpan<byte> b) => System.Buffers.Binary.BinaryPrimitives.ReadInt16LittleEndian(b);
    }
}

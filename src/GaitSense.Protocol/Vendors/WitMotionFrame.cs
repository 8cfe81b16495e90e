using System.Buffers.Binary;

namespace GaitSense.Protocol;

/// <summary>A data frame of WitMotion's BLE 5.0 sensors (WITMOTION/WitBluetooth_BWT901BLE5_0): 55 61, then nine int16. No checksum, time or counter.</summary>
/// <param name="Sample">Acceleration (32768 = 16 g) and angular rate (32768 = 2000 °/s).</param>
/// <param name="Roll">Roll, 32768 = 180°.</param>
/// <param name="Pitch">Pitch.</param>
/// <param name="Yaw">Yaw.</param>
public readonly record struct WitMotionFrame(RawSample Sample, short Roll, short Pitch, short Yaw)
{
    /// <summary>Bytes of a frame.</summary>
    public const int Size = 20;

    private const byte Start = 0x55, Data = 0x61, Register = 0x71;

    /// <summary>First register of an answer to a read; eight registers follow from byte 4 on.</summary>
    /// <param name="b">A frame.</param>
    /// <param name="first">The register.</param>
    public static bool IsRegisters(ReadOnlySpan<byte> b, out int first)
    {
        bool registers = b.Length >= Size && b[0] == Start && b[1] == Register;
        first = registers ? BinaryPrimitives.ReadUInt16LittleEndian(b[2..]) : 0;
        return registers;
    }

    /// <summary>Whether a frame begins here.</summary>
    internal static bool Begins(ReadOnlySpan<byte> b) => b.Length >= 2 && MayBegin(b);

    /// <summary>Whether these bytes, one or more, may be the beginning of a frame.</summary>
    internal static bool MayBegin(ReadOnlySpan<byte> b) => b[0] == Start && (b.Length < 2 || b[1] is Data or Register);

    /// <summary>Says what a piece of the stream begins with. An answer to a register read is of a kind that this code does not need.</summary>
    /// <param name="b">From where a frame should begin.</param>
    public static PacketFault Check(ReadOnlySpan<byte> b)
    {
        if (b.Length < 2) return PacketFault.TooShort;
        if (b[0] != Start) return PacketFault.OutOfRange;
        if (b[1] != Data) return b[1] == Register ? PacketFault.UnknownKind : PacketFault.OutOfRange;
        return b.Length < Size ? PacketFault.TooShort : PacketFault.None;
    }

    /// <summary>Reads a frame whose <see cref="Check"/> found nothing.</summary>
    /// <param name="b">Its bytes.</param>
    public static WitMotionFrame Parse(ReadOnlySpan<byte> b) => new(
        RawSample.Parse(b[2..]), BinaryPrimitives.ReadInt16LittleEndian(b[14..]), BinaryPrimitives.ReadInt16LittleEndian(b[16..]), BinaryPrimitives.ReadInt16LittleEndian(b[18..]));
}

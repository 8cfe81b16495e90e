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

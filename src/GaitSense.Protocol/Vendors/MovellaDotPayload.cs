using System.Buffers.Binary;
using System.Numerics;

namespace GaitSense.Protocol;

/// <summary>Payloads of the Movella DOT ("BLE Service Specification" XD0506P rev C, 2023): little-endian, time in µs, m/s² and °/s as 32-bit floats.</summary>
public readonly record struct MovellaDotPayload(uint TimeUs, Vector3 AccelMps2, Vector3 GyroDegPerS)
{
    /// <summary>Rate quantities (mode 21, medium payload): time, acceleration, angular rate.</summary>
    public const byte RateQuantities = 21;

    /// <summary>Custom mode 5 (26, long payload): time, quaternion, acceleration, angular rate.</summary>
    public const byte Custom5 = 26;

    /// <summary>Free acceleration (mode 6, short payload): time, acceleration without gravity.</summary>
    public const byte FreeAcceleration = 6;

    // Beyond its ranges (16 g, 2000 °/s) by more than calibration can be off: not a reading.
    private const float MaxAccelMps2 = 200, MaxGyroDegPerS = 2400;

    /// <summary>Says what is wrong with a payload.</summary>
    /// <param name="mode">Measurement mode that was started.</param>
    /// <param name="b">The notification.</param>
    public static PacketFault Check(byte mode, ReadOnlySpan<byte> b)
    {
        int size = Size(mode);
        if (size < 0) return PacketFault.UnknownKind;
        if (b.Length < size) return PacketFault.TooShort;
        MovellaDotPayload payload = Parse(mode, b);
        return IsWithin(payload.AccelMps2, MaxAccelMps2) && IsWithin(payload.GyroDegPerS, MaxGyroDegPerS) ? PacketFault.None : PacketFault.OutOfRange;
    }

    /// <summary>Reads a payload whose <see cref="Check"/> found nothing.</summary>
    /// <param name="mode">Measurement mode that was started.</param>
    /// <param name="b">The notification; bytes after the known ones are padding.</param>
    public static MovellaDotPayload Parse(byte mode, ReadOnlySpan<byte> b)
    {
        uint time = BinaryPrimitives.ReadUInt32LittleEndian(b);
        return mode switch
        {
            FreeAcceleration => new(time, Vector(b[4..]), Vector3.Zero),
            Custom5 => new(time, Vector(b[20..]), Vector(b[32..])),
            _ => new(time, Vector(b[4..]), Vector(b[16..])),
        };
    }

    private static int Size(byte mode) => mode switch { RateQuantities => 28, Custom5 => 44, FreeAcceleration => 16, _ => -1 };

    private static Vector3 Vector(ReadOnlySpan<byte> b) =>
        new(BinaryPrimitives.ReadSingleLittleEndian(b), BinaryPrimitives.ReadSingleLittleEndian(b[4..]), BinaryPrimitives.ReadSingleLittleEndian(b[8..]));

    // Written so that what is not a number is outside.
    private static bool IsWithin(Vector3 v, float most) => Math.Abs(v.X) <= most && Math.Abs(v.Y) <= most && Math.Abs(v.Z) <= most;
}

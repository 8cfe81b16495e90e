using System.Buffers.Binary;

namespace GaitSense.Protocol;

/// <summary>What a host asks of a stream (CONFIGURE).</summary>
/// <param name="RateHz">Samples a second; a sensor takes its nearest within 10 %.</param>
/// <param name="AccelFullScaleMg">Acceleration to be measured without clipping, mg; a sensor takes its smallest range of at least 95 % of it.</param>
/// <param name="GyroFullScaleTenthDegPerS">The same of the angular rate, 0.1 °/s.</param>
/// <param name="Profile">How samples are packed.</param>
public readonly record struct StreamSettings(ushort RateHz, ushort AccelFullScaleMg, ushort GyroFullScaleTenthDegPerS, StreamProfile Profile)
{
    internal const int Size = 7;

    /// <summary>What gait asks for: 200 Hz, 16 g, 2000 °/s, low latency.</summary>
    public static StreamSettings Default { get; } = new(200, 16_000, 20_000, StreamProfile.LowLatency);

    /// <summary>Whether any sensor may accept it.</summary>
    public bool IsInRange => RateHz > 0 && Profile <= StreamProfile.Logging;

    internal void WriteTo(Span<byte> b)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(b, RateHz);
        BinaryPrimitives.WriteUInt16LittleEndian(b[2..], AccelFullScaleMg);
        BinaryPrimitives.WriteUInt16LittleEndian(b[4..], GyroFullScaleTenthDegPerS);
        b[6] = (byte)Profile;
    }

    internal static StreamSettings Parse(ReadOnlySpan<byte> b) => new(
        BinaryPrimitives.ReadUInt16LittleEndian(b), BinaryPrimitives.ReadUInt16LittleEndian(b[2..]), BinaryPrimitives.ReadUInt16LittleEndian(b[4..]), (StreamProfile)b[6]);
}

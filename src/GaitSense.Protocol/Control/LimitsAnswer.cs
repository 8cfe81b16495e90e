using System.Buffers.Binary;

namespace GaitSense.Protocol;

/// <summary>What a sensor can do.</summary>
/// <param name="MinRateHz">Lowest rate.</param>
/// <param name="MaxRateHz">Highest rate.</param>
/// <param name="MaxAccelMg">Largest acceleration full scale, mg.</param>
/// <param name="MaxGyroTenthDegPerS">Largest angular rate full scale, 0.1 °/s.</param>
/// <param name="BufferedSamples">Samples that it keeps while the link stalls.</param>
/// <param name="Features">What it has.</param>
public readonly record struct LimitsAnswer(ushort MinRateHz, ushort MaxRateHz, ushort MaxAccelMg, ushort MaxGyroTenthDegPerS, ushort BufferedSamples, SensorFeatures Features)
{
    internal const int Size = 11;

    internal bool IsInRange => MinRateHz >= 1 && MaxRateHz >= MinRateHz;

    internal void WriteTo(Span<byte> b)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(b, MinRateHz);
        BinaryPrimitives.WriteUInt16LittleEndian(b[2..], MaxRateHz);
        BinaryPrimitives.WriteUInt16LittleEndian(b[4..], MaxAccelMg);
        BinaryPrimitives.WriteUInt16LittleEndian(b[6..], MaxGyroTenthDegPerS);
        BinaryPrimitives.WriteUInt16LittleEndian(b[8..], BufferedSamples);
        b[10] = (byte)Features;
    }

    internal static LimitsAnswer Parse(ReadOnlySpan<byte> b) => new(
        BinaryPrimitives.ReadUInt16LittleEndian(b), BinaryPrimitives.ReadUInt16LittleEndian(b[2..]), BinaryPrimitives.ReadUInt16LittleEndian(b[4..]),
        BinaryPrimitives.ReadUInt16LittleEndian(b[6..]), BinaryPrimitives.ReadUInt16LittleEndian(b[8..]), (SensorFeatures)(b[10] & 7));
}

using System.Buffers.Binary;

namespace GaitSense.Protocol;

/// <summary>What a sensor can do.</summary>
/// <param name="LowestRateHz">Lowest rate.</param>
/// <param name="HighestRateHz">Highest rate.</param>
/// <param name="LargestAccelMg">Largest acceleration full scale, mg.</param>
/// <param name="LargestGyroTenthDegPerS">Largest angular rate full scale, 0.1 °/s.</param>
/// <param name="BufferedSamples">Samples that it keeps while the link stalls.</param>
/// <param name="Features">What it has.</param>
public readonly record struct LimitsAnswer(ushort LowestRateHz, ushort HighestRateHz, ushort LargestAccelMg, ushort LargestGyroTenthDegPerS, ushort BufferedSamples, SensorFeatures Features)
{
    internal const int Size = 11;

    internal bool IsInRange => LowestRateHz >= 1 && HighestRateHz >= LowestRateHz;

    internal void WriteTo(Span<byte> b)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(b, LowestRateHz);
        BinaryPrimitives.WriteUInt16LittleEndian(b[2..], HighestRateHz);
        BinaryPrimitives.WriteUInt16LittleEndian(b[4..], LargestAccelMg);
        BinaryPrimitives.WriteUInt16LittleEndian(b[6..], LargestGyroTenthDegPerS);
        BinaryPrimitives.WriteUInt16LittleEndian(b[8..], BufferedSamples);
        b[10] = (byte)Features;
    }

    internal static LimitsAnswer Parse(ReadOnlySpan<byte> b) => new(
        BinaryPrimitives.ReadUInt16LittleEndian(b), BinaryPrimitives.ReadUInt16LittleEndian(b[2..]), BinaryPrimitives.ReadUInt16LittleEndian(b[4..]),
        BinaryPrimitives.ReadUInt16LittleEndian(b[6..]), BinaryPrimitives.ReadUInt16LittleEndian(b[8..]), (SensorFeatures)(b[10] & 7));
}

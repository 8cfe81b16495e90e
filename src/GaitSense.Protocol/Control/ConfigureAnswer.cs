using System.Buffers.Binary;

namespace GaitSense.Protocol;

/// <summary>What a sensor made of the asked settings. With the error <see cref="ControlError.Range"/>: the nearest that it could do.</summary>
/// <param name="PeriodNs">Time between samples, ns.</param>
/// <param name="AccelFullScaleMg">Acceleration full scale, mg.</param>
/// <param name="GyroFullScaleTenthDegPerS">Angular rate full scale, 0.1 °/s.</param>
/// <param name="Profile">How samples are packed.</param>
/// <param name="SamplesPerPacket">Samples in a full packet.</param>
public readonly record struct ConfigureAnswer(uint PeriodNs, ushort AccelFullScaleMg, ushort GyroFullScaleTenthDegPerS, StreamProfile Profile, byte SamplesPerPacket)
{
    internal const int Size = 10;

    internal bool IsInRange =>
        PeriodNs is >= StreamInfo.MinPeriodNs and <= StreamInfo.MaxPeriodNs && AccelFullScaleMg >= StreamInfo.MinFullScale
        && GyroFullScaleTenthDegPerS >= StreamInfo.MinFullScale && Profile <= StreamProfile.Logging && SamplesPerPacket is >= 1 and <= SamplePacket.MaxSamples;

    internal void WriteTo(Span<byte> b)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(b, PeriodNs);
        BinaryPrimitives.WriteUInt16LittleEndian(b[4..], AccelFullScaleMg);
        BinaryPrimitives.WriteUInt16LittleEndian(b[6..], GyroFullScaleTenthDegPerS);
        (b[8], b[9]) = ((byte)Profile, SamplesPerPacket);
    }

    internal static ConfigureAnswer Parse(ReadOnlySpan<byte> b) => new(
        BinaryPrimitives.ReadUInt32LittleEndian(b), BinaryPrimitives.ReadUInt16LittleEndian(b[4..]), BinaryPrimitives.ReadUInt16LittleEndian(b[6..]), (StreamProfile)b[8], b[9]);
}

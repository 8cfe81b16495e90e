using System.Buffers.Binary;

namespace GaitSense.Protocol;

/// <summary>How a stream ended.</summary>
/// <param name="Stream">Its number.</param>
/// <param name="SamplesTaken">Samples that the sensor took in it.</param>
public readonly record struct StopAnswer(byte Stream, uint SamplesTaken)
{
    internal const int Size = 5;

    internal void WriteTo(Span<byte> b)
    {
        b[0] = Stream;
        BinaryPrimitives.WriteUInt32LittleEndian(b[1..], SamplesTaken);
    }

    internal static StopAnswer Parse(ReadOnlySpan<byte> b) => new(b[0], BinaryPrimitives.ReadUInt32LittleEndian(b[1..]));
}

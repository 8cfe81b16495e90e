using System.Buffers.Binary;

namespace GaitSense.Protocol;

/// <summary>The sensor's side of a clock exchange.</summary>
/// <param name="EpochLow">Low 8 bits of the epoch of its clock.</param>
/// <param name="ReceivedUs">Device time when the request came, µs.</param>
/// <param name="SentUs">Device time when the answer left, µs; never before the other.</param>
public readonly record struct TimeAnswer(byte EpochLow, ulong ReceivedUs, ulong SentUs)
{
    internal const int Size = 17;

    internal bool IsInRange => SentUs >= ReceivedUs;

    internal void WriteTo(Span<byte> b)
    {
        b[0] = EpochLow;
        BinaryPrimitives.WriteUInt64LittleEndian(b[1..], ReceivedUs);
        BinaryPrimitives.WriteUInt64LittleEndian(b[9..], SentUs);
    }

    internal static TimeAnswer Parse(ReadOnlySpan<byte> b) => new(b[0], BinaryPrimitives.ReadUInt64LittleEndian(b[1..]), BinaryPrimitives.ReadUInt64LittleEndian(b[9..]));
}

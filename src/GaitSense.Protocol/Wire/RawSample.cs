using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace GaitSense.Protocol;

/// <summary>One six-axis sample as counts of the sensor; 32768 counts are the full scale of the stream info.</summary>
/// <param name="AccX">Acceleration, x.</param>
/// <param name="AccY">Acceleration, y.</param>
/// <param name="AccZ">Acceleration, z.</param>
/// <param name="GyrX">Angular rate about x.</param>
/// <param name="GyrY">Angular rate about y.</param>
/// <param name="GyrZ">Angular rate about z.</param>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
public readonly record struct RawSample(short AccX, short AccY, short AccZ, short GyrX, short GyrY, short GyrZ)
{
    /// <summary>Bytes of a sample.</summary>
    public const int Size = 12;

    /// <summary>Whether an acceleration is at the end of what 16 bits hold.</summary>
    public bool IsAccelAtEnd => IsAtEnd(AccX) || IsAtEnd(AccY) || IsAtEnd(AccZ);

    /// <summary>Whether an angular rate is at the end of what 16 bits hold.</summary>
    public bool IsGyroAtEnd => IsAtEnd(GyrX) || IsAtEnd(GyrY) || IsAtEnd(GyrZ);

    /// <summary>Which of its halves are at the end of what 16 bits hold.</summary>
    public SampleMarks ClippingMarks =>
        (IsAccelAtEnd ? SampleMarks.AccelClipped : SampleMarks.None) | (IsGyroAtEnd ? SampleMarks.GyroClipped : SampleMarks.None);

    /// <summary>Reads a sample from at least <see cref="Size"/> bytes.</summary>
    /// <param name="b">The bytes.</param>
    internal static RawSample Parse(ReadOnlySpan<byte> b)
    {
        b = b[..Size]; // one check of the length instead of six
        return new(
            BinaryPrimitives.ReadInt16LittleEndian(b), BinaryPrimitives.ReadInt16LittleEndian(b[2..]), BinaryPrimitives.ReadInt16LittleEndian(b[4..]),
            BinaryPrimitives.ReadInt16LittleEndian(b[6..]), BinaryPrimitives.ReadInt16LittleEndian(b[8..]), BinaryPrimitives.ReadInt16LittleEndian(b[10..]));
    }

    /// <summary>Writes the sample to at least <see cref="Size"/> bytes.</summary>
    /// <param name="b">The destination.</param>
    internal void WriteTo(Span<byte> b)
    {
        b = b[..Size];
        BinaryPrimitives.WriteInt16LittleEndian(b, AccX);
        BinaryPrimitives.WriteInt16LittleEndian(b[2..], AccY);
        BinaryPrimitives.WriteInt16LittleEndian(b[4..], AccZ);
        BinaryPrimitives.WriteInt16LittleEndian(b[6..], GyrX);
        BinaryPrimitives.WriteInt16LittleEndian(b[8..], GyrY);
        BinaryPrimitives.WriteInt16LittleEndian(b[10..], GyrZ);
    }

    private static bool IsAtEnd(short count) => count is short.MinValue or short.MaxValue;
}

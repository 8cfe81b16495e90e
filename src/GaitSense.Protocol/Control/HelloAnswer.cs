using System.Buffers.Binary;

namespace GaitSense.Protocol;

/// <summary>The sensor's versions. It comes with the error <see cref="ControlError.Version"/> too.</summary>
/// <param name="Version">Version of the sensor.</param>
/// <param name="MinMajor">Lowest major version that it supports.</param>
/// <param name="MaxMajor">Highest major version that it supports.</param>
/// <param name="Firmware">Its firmware, major in the high byte.</param>
public readonly record struct HelloAnswer(ProtocolVersion Version, byte MinMajor, byte MaxMajor, ushort Firmware)
{
    internal const int Size = 5;

    internal bool IsInRange => MinMajor is >= 1 and <= 15 && MaxMajor >= MinMajor && MaxMajor <= 15;

    internal void WriteTo(Span<byte> b)
    {
        (b[0], b[1], b[2]) = (Version.Byte, MinMajor, MaxMajor);
        BinaryPrimitives.WriteUInt16LittleEndian(b[3..], Firmware);
    }

    internal static HelloAnswer Parse(ReadOnlySpan<byte> b) => new(new(b[0]), b[1], b[2], BinaryPrimitives.ReadUInt16LittleEndian(b[3..]));
}

using System.Buffers;
using System.Buffers.Binary;

namespace GaitSense.Protocol;

/// <summary>A well-formed sample packet, SPEC.md section 4: a view of the notification, nothing is copied.</summary>
public readonly ref struct SamplePacket
{
    /// <summary>Bytes before the samples.</summary>
    public const int HeaderSize = 8;

    /// <summary>Most samples in a packet, however large the MTU.</summary>
    public const int MaxSamples = 42;

    /// <summary>Most bytes of a packet.</summary>
    public const int MaxSize = HeaderSize + (MaxSamples * RawSample.Size);

    internal const byte Kind = (ProtocolVersion.CurrentMajor << 4) | 1;

    private readonly ReadOnlySpan<byte> _bytes;

    private SamplePacket(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>What the sensor says about these samples.</summary>
    public SampleMarks Marks => (SampleMarks)(_bytes[1] & 0x0F);

    /// <summary>The low 4 bits of the number of the stream.</summary>
    public int StreamBits => _bytes[1] >> 4;

    /// <summary>Samples taken in this stream before the first of this packet, modulo 65536.</summary>
    public ushort Index => BinaryPrimitives.ReadUInt16LittleEndian(_bytes[2..]);

    /// <summary>Device time of the first sample, µs, modulo 2^32.</summary>
    public uint TimeUs => BinaryPrimitives.ReadUInt32LittleEndian(_bytes[4..]);

    /// <summary>Samples in this packet, 1 to <see cref="MaxSamples"/>.</summary>
    public int Count => (_bytes.Length - HeaderSize) / RawSample.Size;

    /// <summary>A sample.</summary>
    /// <param name="k">0 to <see cref="Count"/> - 1.</param>
    public RawSample this[int k] => RawSample.Parse(_bytes.Slice(HeaderSize + (k * RawSample.Size), RawSample.Size));

    /// <summary>Reads all samples as readings.</summary>
    /// <param name="readings">Receives <see cref="Count"/> readings.</param>
    /// <param name="periodNs">Time between samples, ns.</param>
    /// <returns>How many.</returns>
    public int ReadTo(Span<RawReading> readings, uint periodNs)
    {
        int count = Count;
        uint timeUs = TimeUs;
        ushort index = Index;
        SampleMarks once = Marks & (SampleMarks.Lost | SampleMarks.First);
        SampleMarks clipped = Marks & (SampleMarks.AccelClipped | SampleMarks.GyroClipped), ends = Ends();
        ReadOnlySpan<byte> rest = _bytes[HeaderSize..];
        readings = readings[..count];
        for (int k = 0; k < readings.Length; k++, rest = rest[RawSample.Size..])
        {
            RawSample s = RawSample.Parse(rest);
            uint afterUs = (uint)((((ulong)k * periodNs) + 500) / 1000);
            SampleMarks own = clipped == SampleMarks.None ? once : (clipped & (~ends | s.ClippingMarks)) | once;
            readings[k] = new(s.AccX, s.AccY, s.AccZ, s.GyrX, s.GyrY, s.GyrZ, timeUs + afterUs, (ushort)(index + k), own);
            once = SampleMarks.None;
        }

        return count;
    }

    // The packet's mark is for all its samples. Where a count at its end explains it, it is those samples'; where none does (a chip that
    // tells of saturation before its filter), any of them may be meant.
    private SampleMarks Ends()
    {
        SampleMarks ends = SampleMarks.None;
        if ((Marks & (SampleMarks.AccelClipped | SampleMarks.GyroClipped)) == SampleMarks.None) return ends;
        for (int k = 0; k < Count; k++) ends |= this[k].ClippingMarks;
        return ends;
    }

    /// <summary>Says what is wrong with a notification of the sample stream.</summary>
    /// <param name="bytes">The notification.</param>
    public static PacketFault Check(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 1) return PacketFault.TooShort;
        if (bytes[0] >> 4 != ProtocolVersion.CurrentMajor) return PacketFault.OtherVersion;
        if (bytes[0] != Kind) return PacketFault.UnknownKind;
        if (bytes.Length < HeaderSize + RawSample.Size) return PacketFault.TooShort;
        if (bytes.Length > MaxSize || (bytes.Length - HeaderSize) % RawSample.Size != 0) return PacketFault.BadLength;
        bool first = (bytes[1] & (byte)SampleMarks.First) != 0;
        return first && (bytes[2] | bytes[3]) != 0 ? PacketFault.OutOfRange : PacketFault.None;
    }

    /// <summary>Reads a notification of the sample stream.</summary>
    /// <param name="bytes">The notification; the packet is a view of it.</param>
    /// <param name="packet">The packet where the result is done.</param>
    public static OperationStatus TryRead(ReadOnlySpan<byte> bytes, out SamplePacket packet)
    {
        PacketFault fault = Check(bytes);
        packet = fault == PacketFault.None ? new(bytes) : default;
        return fault.ToStatus();
    }

    /// <summary>Writes a packet. Clipping marks are set for the caller where a count is at the end of 16 bits.</summary>
    /// <param name="destination">Receives <see cref="HeaderSize"/> + n x <see cref="RawSample.Size"/> bytes.</param>
    /// <param name="marks">Marks; with <see cref="SampleMarks.First"/> the index must be 0.</param>
    /// <param name="streamNumber">The stream; its low 4 bits are sent.</param>
    /// <param name="index">Index of the first sample.</param>
    /// <param name="timeUs">Device time of the first sample, µs.</param>
    /// <param name="samples">1 to <see cref="MaxSamples"/> samples.</param>
    /// <param name="written">Bytes written.</param>
    /// <returns>Destination too small, or invalid data for what no packet can hold.</returns>
    public static OperationStatus TryWrite(Span<byte> destination, SampleMarks marks, byte streamNumber, ushort index, uint timeUs, ReadOnlySpan<RawSample> samples, out int written)
    {
        written = 0;
        if (samples.Length is 0 or > MaxSamples || (byte)marks > 0x0F || ((marks & SampleMarks.First) != SampleMarks.None && index != 0)) return OperationStatus.InvalidData;
        int size = HeaderSize + (samples.Length * RawSample.Size);
        if (destination.Length < size) return OperationStatus.DestinationTooSmall;
        for (int k = 0; k < samples.Length; k++)
        {
            samples[k].WriteTo(destination[(HeaderSize + (k * RawSample.Size))..]);
            marks |= samples[k].ClippingMarks;
        }

        destination[0] = Kind;
        destination[1] = (byte)((byte)marks | (streamNumber << 4));
        BinaryPrimitives.WriteUInt16LittleEndian(destination[2..], index);
        BinaryPrimitives.WriteUInt32LittleEndian(destination[4..], timeUs);
        written = size;
        return OperationStatus.Done;
    }
}

using System.Buffers;
using System.Buffers.Binary;

namespace GaitSense.Protocol;

/// <summary>What the samples of a stream mean, SPEC.md section 5.</summary>
public readonly record struct StreamInfo
{
    /// <summary>Bytes of a stream info; later minor versions may be longer.</summary>
    public const int Size = 20;

    /// <summary>Shortest period, ns (1000 Hz).</summary>
    public const uint MinPeriodNs = 1_000_000;

    /// <summary>Longest period, ns (10 Hz).</summary>
    public const uint MaxPeriodNs = 100_000_000;

    /// <summary>Smallest full scale: 1 g in mg, 100 °/s in tenths.</summary>
    public const ushort MinFullScale = 1000;

    /// <summary>A filter delay that is not known.</summary>
    public const ushort UnknownDelay = ushort.MaxValue;

    /// <summary>The sensor's protocol version.</summary>
    public ProtocolVersion Version { get; init; }

    /// <summary>Number of the stream, 1 to 255; 0: none since the sensor started.</summary>
    public byte Stream { get; init; }

    /// <summary>Whether it streams now.</summary>
    public bool IsStreaming { get; init; }

    /// <summary>How samples are packed.</summary>
    public StreamProfile Profile { get; init; }

    /// <summary>Names the life of the device clock; never 0. The same epoch as before a lost connection: the clock went on.</summary>
    public uint Epoch { get; init; }

    /// <summary>Time between samples, ns, <see cref="MinPeriodNs"/> to <see cref="MaxPeriodNs"/>; within 2 % of the truth.</summary>
    public uint PeriodNs { get; init; }

    /// <summary>Acceleration of 32768 counts, mg, at least 1000.</summary>
    public ushort AccelFullScaleMg { get; init; }

    /// <summary>Angular rate of 32768 counts, 0.1 °/s, at least 1000.</summary>
    public ushort GyroFullScaleTenthDegPerS { get; init; }

    /// <summary>By how much the samples show the motion late, µs; <see cref="UnknownDelay"/> where the sensor does not know.</summary>
    public ushort FilterDelayUs { get; init; }

    /// <summary>The foot that the sensor says it sits on.</summary>
    public SensorFoot Foot { get; init; }

    /// <summary>Samples in a full packet now, 1 to 42.</summary>
    public byte SamplesPerPacket { get; init; }

    /// <summary>Says what is wrong with a value of the characteristic.</summary>
    /// <param name="b">The value.</param>
    public static PacketFault Check(ReadOnlySpan<byte> b)
    {
        if (b.Length < 1) return PacketFault.TooShort;
        if (!new ProtocolVersion(b[0]).IsSpoken) return PacketFault.OtherVersion;
        if (b.Length < Size) return PacketFault.TooShort;
        return Parse(b).IsInRange ? PacketFault.None : PacketFault.OutOfRange;
    }

    /// <summary>Reads a value of the characteristic.</summary>
    /// <param name="bytes">The value.</param>
    /// <param name="info">What it says where the result is done.</param>
    public static OperationStatus TryRead(ReadOnlySpan<byte> bytes, out StreamInfo info)
    {
        PacketFault fault = Check(bytes);
        info = fault == PacketFault.None ? Parse(bytes) : default;
        return fault.ToStatus();
    }

    /// <summary>Writes the value of the characteristic.</summary>
    /// <param name="destination">Receives <see cref="Size"/> bytes.</param>
    /// <returns>Destination too small, or invalid data where a field is out of range.</returns>
    public OperationStatus TryWrite(Span<byte> destination)
    {
        if (!IsInRange || !Version.IsSpoken) return OperationStatus.InvalidData;
        if (destination.Length < Size) return OperationStatus.DestinationTooSmall;
        destination[0] = Version.Byte;
        destination[1] = Stream;
        destination[2] = IsStreaming ? (byte)1 : (byte)0;
        destination[3] = (byte)Profile;
        BinaryPrimitives.WriteUInt32LittleEndian(destination[4..], Epoch);
        BinaryPrimitives.WriteUInt32LittleEndian(destination[8..], PeriodNs);
        BinaryPrimitives.WriteUInt16LittleEndian(destination[12..], AccelFullScaleMg);
        BinaryPrimitives.WriteUInt16LittleEndian(destination[14..], GyroFullScaleTenthDegPerS);
        BinaryPrimitives.WriteUInt16LittleEndian(destination[16..], FilterDelayUs);
        destination[18] = (byte)Foot;
        destination[19] = SamplesPerPacket;
        return OperationStatus.Done;
    }

    private bool IsInRange =>
        Profile <= StreamProfile.Logging && Epoch != 0 && PeriodNs is >= MinPeriodNs and <= MaxPeriodNs
        && AccelFullScaleMg >= MinFullScale && GyroFullScaleTenthDegPerS >= MinFullScale && Foot <= SensorFoot.Right
        && SamplesPerPacket is >= 1 and <= SamplePacket.MaxSamples && !(IsStreaming && Stream == 0);

    private static StreamInfo Parse(ReadOnlySpan<byte> b) => new()
    {
        Version = new(b[0]),
        Stream = b[1],
        IsStreaming = (b[2] & 1) != 0,
        Profile = (StreamProfile)b[3],
        Epoch = BinaryPrimitives.ReadUInt32LittleEndian(b[4..]),
        PeriodNs = BinaryPrimitives.ReadUInt32LittleEndian(b[8..]),
        AccelFullScaleMg = BinaryPrimitives.ReadUInt16LittleEndian(b[12..]),
        GyroFullScaleTenthDegPerS = BinaryPrimitives.ReadUInt16LittleEndian(b[14..]),
        FilterDelayUs = BinaryPrimitives.ReadUInt16LittleEndian(b[16..]),
        Foot = (SensorFoot)b[18],
        SamplesPerPacket = b[19],
    };
}

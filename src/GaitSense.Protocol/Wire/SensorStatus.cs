using System.Buffers;
using System.Buffers.Binary;

namespace GaitSense.Protocol;

/// <summary>How a sensor is, SPEC.md section 6.</summary>
public readonly record struct SensorStatus
{
    /// <summary>Bytes of a status; later minor versions may be longer.</summary>
    public const int Size = 20;

    /// <summary>A battery level that is not known.</summary>
    public const byte UnknownBattery = 255;

    /// <summary>A battery level as a host takes it, percent; null where it is not known. A sensor that sends is not empty: 0 comes from sensors that do not measure it.</summary>
    /// <param name="percent">As the sensor says it.</param>
    public static int? KnownBattery(byte percent) => percent is >= 1 and <= 100 ? percent : null;

    /// <summary>A temperature that is not known.</summary>
    public const short UnknownTemperature = short.MinValue;

    /// <summary>Battery, percent 0 to 100, or <see cref="UnknownBattery"/>.</summary>
    public byte BatteryPercent { get; init; }

    /// <summary>Its state.</summary>
    public StatusMarks Marks { get; init; }

    /// <summary>Number of the stream.</summary>
    public byte Stream { get; init; }

    /// <summary>Why it started last.</summary>
    public ResetReason LastReset { get; init; }

    /// <summary>Samples of this stream that the sensor itself lost.</summary>
    public uint SamplesLost { get; init; }

    /// <summary>Temperature of the inertial sensor, 0.01 °C, or <see cref="UnknownTemperature"/>.</summary>
    public short TemperatureCentiCelsius { get; init; }

    /// <summary>Requests since it started that were bad.</summary>
    public ushort BadRequests { get; init; }

    /// <summary>Device time of this status, µs, all 64 bits.</summary>
    public ulong TimeUs { get; init; }

    /// <summary>Says what is wrong with a value of the characteristic.</summary>
    /// <param name="b">The value.</param>
    public static PacketFault Check(ReadOnlySpan<byte> b)
    {
        if (b.Length < Size) return PacketFault.TooShort;
        return IsBattery(b[0]) && b[3] <= (byte)ResetReason.Software ? PacketFault.None : PacketFault.OutOfRange;
    }

    /// <summary>Reads a value of the characteristic.</summary>
    /// <param name="bytes">The value.</param>
    /// <param name="status">What it says where the result is done.</param>
    public static OperationStatus TryRead(ReadOnlySpan<byte> bytes, out SensorStatus status)
    {
        PacketFault fault = Check(bytes);
        status = fault != PacketFault.None ? default : new()
        {
            BatteryPercent = bytes[0],
            Marks = (StatusMarks)(bytes[1] & 0x1F),
            Stream = bytes[2],
            LastReset = (ResetReason)bytes[3],
            SamplesLost = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]),
            TemperatureCentiCelsius = BinaryPrimitives.ReadInt16LittleEndian(bytes[8..]),
            BadRequests = BinaryPrimitives.ReadUInt16LittleEndian(bytes[10..]),
            TimeUs = BinaryPrimitives.ReadUInt64LittleEndian(bytes[12..]),
        };
        return fault.ToStatus();
    }

    /// <summary>Writes the value of the characteristic.</summary>
    /// <param name="destination">Receives <see cref="Size"/> bytes.</param>
    /// <returns>Destination too small, or invalid data where a field is out of range.</returns>
    public OperationStatus TryWrite(Span<byte> destination)
    {
        if (!IsBattery(BatteryPercent) || LastReset > ResetReason.Software || (byte)Marks > 0x1F) return OperationStatus.InvalidData;
        if (destination.Length < Size) return OperationStatus.DestinationTooSmall;
        destination[0] = BatteryPercent;
        destination[1] = (byte)Marks;
        destination[2] = Stream;
        destination[3] = (byte)LastReset;
        BinaryPrimitives.WriteUInt32LittleEndian(destination[4..], SamplesLost);
        BinaryPrimitives.WriteInt16LittleEndian(destination[8..], TemperatureCentiCelsius);
        BinaryPrimitives.WriteUInt16LittleEndian(destination[10..], BadRequests);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[12..], TimeUs);
        return OperationStatus.Done;
    }

    internal static bool IsBattery(byte percent) => percent is <= 100 or UnknownBattery;
}

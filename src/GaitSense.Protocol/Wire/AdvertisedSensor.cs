using System.Buffers;

namespace GaitSense.Protocol;

/// <summary>What a sensor says while it advertises, SPEC.md section 3: the manufacturer data after the company identifier.</summary>
public readonly record struct AdvertisedSensor
{
    /// <summary>Bytes; later minor versions may be longer.</summary>
    public const int Size = 6;

    /// <summary>Company identifier of sensors whose maker has none of its own.</summary>
    public const ushort AnyCompany = 0xFFFF;

    private const byte BondRequired = 4, BatteryLow = 8;

    /// <summary>The sensor's protocol version.</summary>
    public ProtocolVersion Version { get; init; }

    /// <summary>The foot that the sensor says it sits on.</summary>
    public SensorFoot Foot { get; init; }

    /// <summary>Whether it talks only to hosts that it is bonded to.</summary>
    public bool IsBondRequired { get; init; }

    /// <summary>Whether its battery is low.</summary>
    public bool IsBatteryLow { get; init; }

    /// <summary>Battery, percent 0 to 100, or <see cref="SensorStatus.UnknownBattery"/>.</summary>
    public byte BatteryPercent { get; init; }

    /// <summary>Says what is wrong with the data. Another version still has its <see cref="TryReadVersion"/>.</summary>
    /// <param name="b">The manufacturer data without the company identifier.</param>
    public static PacketFault Check(ReadOnlySpan<byte> b)
    {
        if (b.Length < 3) return PacketFault.TooShort;
        if (b[0] != (byte)'G' || b[1] != (byte)'S') return PacketFault.UnknownKind;
        if (!new ProtocolVersion(b[2]).IsSpoken) return PacketFault.OtherVersion;
        if (b.Length < Size) return PacketFault.TooShort;
        return (b[3] & 3) <= (byte)SensorFoot.Right && SensorStatus.IsBattery(b[4]) ? PacketFault.None : PacketFault.OutOfRange;
    }

    /// <summary>Reads the data.</summary>
    /// <param name="bytes">The manufacturer data without the company identifier.</param>
    /// <param name="sensor">What it says where the result is done.</param>
    public static OperationStatus TryRead(ReadOnlySpan<byte> bytes, out AdvertisedSensor sensor)
    {
        PacketFault fault = Check(bytes);
        sensor = fault != PacketFault.None ? default : new()
        {
            Version = new(bytes[2]),
            Foot = (SensorFoot)(bytes[3] & 3),
            IsBondRequired = (bytes[3] & BondRequired) != 0,
            IsBatteryLow = (bytes[3] & BatteryLow) != 0,
            BatteryPercent = bytes[4],
        };
        return fault.ToStatus();
    }

    /// <summary>Reads the version alone, which every version advertises in the same way.</summary>
    /// <param name="bytes">The manufacturer data without the company identifier.</param>
    /// <param name="version">The version.</param>
    public static bool TryReadVersion(ReadOnlySpan<byte> bytes, out ProtocolVersion version)
    {
        bool found = bytes.Length >= 3 && bytes[0] == (byte)'G' && bytes[1] == (byte)'S';
        version = found ? new(bytes[2]) : default;
        return found;
    }

    /// <summary>Writes the data.</summary>
    /// <param name="destination">Receives <see cref="Size"/> bytes.</param>
    /// <returns>Destination too small, or invalid data where a field is out of range.</returns>
    public OperationStatus TryWrite(Span<byte> destination)
    {
        if (!Version.IsSpoken || Foot > SensorFoot.Right || !SensorStatus.IsBattery(BatteryPercent)) return OperationStatus.InvalidData;
        if (destination.Length < Size) return OperationStatus.DestinationTooSmall;
        destination[0] = (byte)'G';
        destination[1] = (byte)'S';
        destination[2] = Version.Byte;
        destination[3] = (byte)((byte)Foot | (IsBondRequired ? BondRequired : 0) | (IsBatteryLow ? BatteryLow : 0));
        destination[4] = BatteryPercent;
        destination[5] = 0;
        return OperationStatus.Done;
    }
}

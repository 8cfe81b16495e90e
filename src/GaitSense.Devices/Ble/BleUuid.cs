using GaitSense.Protocol;

namespace GaitSense.Devices;

/// <summary>Identifiers that the Bluetooth SIG assigned, in full.</summary>
public static class BleUuid
{
    /// <summary>Battery service.</summary>
    public static Guid BatteryService => StandardBattery.Service;

    /// <summary>Battery level, percent, one byte.</summary>
    public static Guid BatteryLevel => StandardBattery.Level;

    /// <summary>Device information service.</summary>
    public static Guid DeviceInformationService { get; } = FromShort(0x180A);

    /// <summary>Firmware revision, text.</summary>
    public static Guid FirmwareRevision { get; } = FromShort(0x2A26);

    /// <summary>The full form of a 16-bit identifier, on the SIG's base.</summary>
    /// <param name="assigned">The assigned number.</param>
    public static Guid FromShort(ushort assigned) => new(assigned, 0x0000, 0x1000, 0x80, 0x00, 0x00, 0x80, 0x5F, 0x9B, 0x34, 0xFB);
}

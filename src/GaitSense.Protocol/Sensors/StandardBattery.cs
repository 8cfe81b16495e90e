namespace GaitSense.Protocol;

/// <summary>The Bluetooth SIG's battery service, which most sensors have.</summary>
public static class StandardBattery
{
    /// <summary>The service.</summary>
    public static readonly Guid Service = FromShort(0x180F);

    /// <summary>Its level, percent.</summary>
    public static readonly Guid Level = FromShort(0x2A19);

    private static Guid FromShort(ushort id) => new(id, 0x0000, 0x1000, 0x80, 0x00, 0x00, 0x80, 0x5F, 0x9B, 0x34, 0xFB);
}

namespace GaitSense.Devices;

/// <summary>A device that was heard, with all that is known of it so far. Heard again, it is reported again.</summary>
public sealed record BleAdvertisement
{
    /// <summary>What <see cref="IBleCentral.ConnectAsync"/> takes: on Linux the address (<c>C0:00:00:00:00:01</c>), elsewhere what the system uses.</summary>
    public required string DeviceId { get; init; }

    /// <summary>The name that it advertises, if any. It comes over the air: clean it before it is shown.</summary>
    public string? Name { get; init; }

    /// <summary>Received signal strength, dBm; usually -100 (barely) to -30 (beside the antenna). Null where it is not known.</summary>
    public int? RssiDbm { get; init; }

    /// <summary>Services that it advertises, or that are known from an earlier connection.</summary>
    public IReadOnlyList<Guid> Services { get; init; } = [];

    /// <summary>Manufacturer data by company identifier.</summary>
    public IReadOnlyDictionary<ushort, byte[]> ManufacturerData { get; init; } = new Dictionary<ushort, byte[]>();

    /// <summary>Service data by service.</summary>
    public IReadOnlyDictionary<Guid, byte[]> ServiceData { get; init; } = new Dictionary<Guid, byte[]>();

    /// <summary>
    /// Whether this computer is connected to it already: by another program, or by one that crashed and left the link behind. It does not advertise
    /// then, and is reported once from what the system knows. <see cref="IBleCentral.ConnectAsync"/> takes such a link over.
    /// </summary>
    public bool IsConnected { get; init; }
}

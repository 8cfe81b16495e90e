namespace GaitSense.Devices;

/// <summary>What a peripheral advertises and offers.</summary>
public sealed record BlePeripheralDefinition
{
    /// <summary>The name in the advertisement; short (with a 128-bit service, 29 bytes in the scan response). Null: none.</summary>
    public string? Name { get; init; }

    /// <summary>Services named in the advertisement; one 128-bit service fits.</summary>
    public IReadOnlyList<Guid> AdvertisedServices { get; init; } = [];

    /// <summary>Manufacturer data of the advertisement, by company identifier.</summary>
    public IReadOnlyDictionary<ushort, byte[]> ManufacturerData { get; init; } = new Dictionary<ushort, byte[]>();

    /// <summary>Service data of the advertisement, by service.</summary>
    public IReadOnlyDictionary<Guid, byte[]> ServiceData { get; init; } = new Dictionary<Guid, byte[]>();

    /// <summary>The services.</summary>
    public required IReadOnlyList<BleServiceDefinition> Services { get; init; }
}

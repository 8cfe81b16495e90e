namespace GaitSense.Devices;

/// <summary>What a scan reports.</summary>
public sealed record BleScanFilter
{
    /// <summary>Reports everything in range.</summary>
    public static BleScanFilter Everything { get; } = new();

    /// <summary>
    /// Only devices that advertise at least one of these services. Empty (the default): all. Sensors that do not advertise their service
    /// (some vendors') are found by <see cref="NamePrefixes"/>; a device is reported when either matches.
    /// </summary>
    public IReadOnlyList<Guid> Services { get; init; } = [];

    /// <summary>Only devices whose name begins with one of these, case ignored. Empty (the default): all.</summary>
    public IReadOnlyList<string> NamePrefixes { get; init; } = [];

    /// <summary>Only devices with manufacturer data of one of these companies. Empty (the default): all.</summary>
    public IReadOnlyList<ushort> Companies { get; init; } = [];

    /// <summary>Whether this filter reports a device.</summary>
    /// <param name="advertisement">What is known of the device so far.</param>
    public bool Matches(BleAdvertisement advertisement)
    {
        ArgumentNullException.ThrowIfNull(advertisement);
        if (Services.Count == 0 && NamePrefixes.Count == 0 && Companies.Count == 0) return true;
        foreach (Guid service in Services)
            if (advertisement.Services.Contains(service)) return true;
        foreach (ushort company in Companies)
            if (advertisement.ManufacturerData.ContainsKey(company)) return true;
        foreach (string prefix in NamePrefixes)
            if (advertisement.Name is { } name && name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}

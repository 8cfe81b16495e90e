using System.Globalization;

namespace GaitSense.Devices.Linux;

/// <summary>Devices as BlueZ describes them, in the words of <see cref="BleAdvertisement"/>.</summary>
internal static class BlueZAdvertisements
{
    // Bluetooth Core Specification 5.4, vol. 4 part E, 7.7.65.2: RSSI is not available.
    private const short NotKnown = 127;

    /// <summary>The devices of an adapter that are heard or connected.</summary>
    public static IEnumerable<(string Path, BleAdvertisement Advertisement)> Heard(BlueZTree tree, string adapter)
    {
        string below = BlueZNames.AdapterPath(adapter) + "/";
        foreach (string path in tree.With(BlueZNames.Device))
        {
            if (!path.StartsWith(below, StringComparison.Ordinal)) continue;
            BleAdvertisement device = Read(tree, path);
            if (tree.Get(path, BlueZNames.Device, "RSSI") is short || device.IsConnected) yield return (path, device); // the others are memories
        }
    }

    /// <summary>What is known of a device.</summary>
    public static BleAdvertisement Read(BlueZTree tree, string path) => new()
    {
        DeviceId = tree.Text(path, BlueZNames.Device, "Address") ?? "",
        Name = tree.Text(path, BlueZNames.Device, "Name"),
        RssiDbm = Rssi(tree, path),
        Services = Uuids(tree.Get(path, BlueZNames.Device, "UUIDs")),
        ManufacturerData = Data<ushort>(tree.Get(path, BlueZNames.Device, "ManufacturerData"), key => key as ushort?),
        ServiceData = Data<Guid>(tree.Get(path, BlueZNames.Device, "ServiceData"), key => Guid.TryParse(key as string, CultureInfo.InvariantCulture, out Guid uuid) ? uuid : null),
        IsConnected = tree.IsSet(path, BlueZNames.Device, "Connected"),
    };

    /// <summary>Signal strength, dBm; null where the controller does not know it.</summary>
    public static int? Rssi(BlueZTree tree, string path) => tree.Get(path, BlueZNames.Device, "RSSI") is short rssi and not NotKnown ? rssi : null;

    /// <summary>Whether two reports of a device say the same.</summary>
    public static bool Same(BleAdvertisement a, BleAdvertisement b) =>
        a.RssiDbm == b.RssiDbm && a.IsConnected == b.IsConnected && string.Equals(a.Name, b.Name, StringComparison.Ordinal)
        && a.Services.SequenceEqual(b.Services) && Same(a.ManufacturerData, b.ManufacturerData) && Same(a.ServiceData, b.ServiceData);

    private static bool Same<T>(IReadOnlyDictionary<T, byte[]> a, IReadOnlyDictionary<T, byte[]> b)
        where T : notnull => a.Count == b.Count && a.All(entry => b.TryGetValue(entry.Key, out byte[]? other) && entry.Value.AsSpan().SequenceEqual(other));

    private static Guid[] Uuids(object? value) =>
        value is object?[] items ? [.. items.Select(i => Guid.TryParse(i as string, CultureInfo.InvariantCulture, out Guid uuid) ? uuid : Guid.Empty).Where(u => u != Guid.Empty)] : [];

    private static Dictionary<T, byte[]> Data<T>(object? value, Func<object, T?> key)
        where T : struct
    {
        Dictionary<T, byte[]> data = [];
        if (value is Dictionary<object, object?> entries)
            foreach ((object k, object? v) in entries)
                if (key(k) is { } known && v is byte[] bytes) data[known] = bytes;
        return data;
    }
}

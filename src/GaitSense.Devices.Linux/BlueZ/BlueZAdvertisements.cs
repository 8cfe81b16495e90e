using System.Globalization;
using Tmds.DBus.Protocol;

namespace GaitSense.Devices.Linux;

/// <summary>Devices as BlueZ describes them, in the words of <see cref="BleAdvertisement"/>.</summary>
internal static class BlueZAdvertisements
{
    // Bluetooth Core Specification 5.4, vol. 4 part E, 7.7.65.2: RSSI is not available.
    private const short NotKnown = 127;

    /// <summary>The devices of an adapter that are heard or connected.</summary>
    public static IEnumerable<(string Path, BleAdvertisement Advertisement)> Received(BlueZTree tree, string adapter)
    {
        string below = BlueZNames.AdapterPath(adapter) + "/";
        foreach (string path in tree.With(BlueZNames.Device))
        {
            if (!path.StartsWith(below, StringComparison.Ordinal)) continue;
            BleAdvertisement device = Read(tree, path);
            if (tree.Get(path, BlueZNames.Device, "RSSI").Type == VariantValueType.Int16 || device.IsConnected) yield return (path, device); // the others are memories
        }
    }

    /// <summary>What is known of a device.</summary>
    public static BleAdvertisement Read(BlueZTree tree, string path) => new()
    {
        DeviceId = tree.Text(path, BlueZNames.Device, "Address") ?? "",
        Name = tree.Text(path, BlueZNames.Device, "Name"),
        RssiDbm = Rssi(tree, path),
        Services = Uuids(tree.Get(path, BlueZNames.Device, "UUIDs")),
        ManufacturerData = Data<ushort>(tree.Get(path, BlueZNames.Device, "ManufacturerData"), key => key.Type == VariantValueType.UInt16 ? key.GetUInt16() : null),
        ServiceData = Data<Guid>(tree.Get(path, BlueZNames.Device, "ServiceData"), key => key.Type == VariantValueType.String && Guid.TryParse(key.GetString(), CultureInfo.InvariantCulture, out Guid uuid) ? uuid : null),
        IsConnected = tree.IsSet(path, BlueZNames.Device, "Connected"),
    };

    /// <summary>Signal strength, dBm; null where the controller does not know it.</summary>
    public static int? Rssi(BlueZTree tree, string path) =>
        tree.Get(path, BlueZNames.Device, "RSSI") is { Type: VariantValueType.Int16 } value && value.GetInt16() is var rssi and not NotKnown ? rssi : null;

    /// <summary>Whether two reports of a device say the same.</summary>
    public static bool Same(BleAdvertisement a, BleAdvertisement b) =>
        a.RssiDbm == b.RssiDbm && a.IsConnected == b.IsConnected && string.Equals(a.Name, b.Name, StringComparison.Ordinal)
        && a.Services.SequenceEqual(b.Services) && Same(a.ManufacturerData, b.ManufacturerData) && Same(a.ServiceData, b.ServiceData);

    private static bool Same<T>(IReadOnlyDictionary<T, byte[]> a, IReadOnlyDictionary<T, byte[]> b)
        where T : notnull => a.Count == b.Count && a.All(entry => b.TryGetValue(entry.Key, out byte[]? other) && entry.Value.AsSpan().SequenceEqual(other));

    private static Guid[] Uuids(VariantValue value) => value is { Type: VariantValueType.Array, ItemType: VariantValueType.String }
        ? [.. value.GetArray<string>().Select(i => Guid.TryParse(i, CultureInfo.InvariantCulture, out Guid uuid) ? uuid : Guid.Empty).Where(u => u != Guid.Empty)]
        : [];

    private static Dictionary<T, byte[]> Data<T>(VariantValue value, Func<VariantValue, T?> key)
        where T : struct
    {
        Dictionary<T, byte[]> data = [];
        for (int i = 0; value.Type == VariantValueType.Dictionary && i < value.Count; i++)
        {
            (VariantValue k, VariantValue v) = value.GetDictionaryEntry(i);
            if (key(k) is { } known && v is { Type: VariantValueType.Array, ItemType: VariantValueType.Byte }) data[known] = v.GetArray<byte>();
        }

        return data;
    }
}

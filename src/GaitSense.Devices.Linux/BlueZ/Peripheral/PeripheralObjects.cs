using System.Globalization;
using Tmds.DBus.Protocol;

namespace GaitSense.Devices.Linux;

/// <summary>The D-Bus objects of a peripheral: their paths and what their properties say.</summary>
internal sealed class PeripheralObjects
{
    private readonly Dictionary<string, (string Contract, Dictionary<string, VariantValue> Properties)> _objects = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>Lays out the objects below a path.</summary>
    public PeripheralObjects(string root, BlePeripheralDefinition definition)
    {
        (Root, AdvertisementPath) = (root, root + "/advertisement");
        for (int s = 0; s < definition.Services.Count; s++)
        {
            string service = string.Create(CultureInfo.InvariantCulture, $"{root}/service{s}");
            Add(service, BlueZNames.GattService, new(StringComparer.Ordinal) { ["UUID"] = Uuid(definition.Services[s].Uuid), ["Primary"] = true });
            for (int c = 0; c < definition.Services[s].Characteristics.Count; c++)
                Add(new LocalCharacteristic(definition.Services[s].Characteristics[c], string.Create(CultureInfo.InvariantCulture, $"{service}/char{c}"), service));
        }

        _objects[AdvertisementPath] = (BlueZNames.Advertisement, Advertisement(definition));
    }

    /// <summary>Above all objects of this peripheral; the object manager.</summary>
    public string Root { get; }

    /// <summary>The advertisement.</summary>
    public string AdvertisementPath { get; }

    /// <summary>The characteristics by object.</summary>
    public Dictionary<string, LocalCharacteristic> Characteristics { get; } = new(StringComparer.Ordinal);

    /// <summary>The characteristics by identifier.</summary>
    public Dictionary<Guid, LocalCharacteristic> ByUuid { get; } = [];

    /// <summary>Writes the answer to GetManagedObjects, <c>a{oa{sa{sv}}}</c>.</summary>
    public void WriteManaged(ref MessageWriter writer)
    {
        ArrayStart all = writer.WriteDictionaryStart();
        foreach (string path in _order)
        {
            writer.WriteDictionaryEntryStart();
            writer.WriteObjectPath(path);
            ArrayStart interfaces = writer.WriteDictionaryStart();
            writer.WriteDictionaryEntryStart();
            writer.WriteString(_objects[path].Contract);
            writer.WriteDictionary(_objects[path].Properties);
            writer.WriteDictionaryEnd(interfaces);
        }

        writer.WriteDictionaryEnd(all);
    }

    /// <summary>The properties of an object; null: no such object, or not of that interface.</summary>
    public Dictionary<string, VariantValue>? Properties(string path, string contract) =>
        _objects.TryGetValue(path, out (string Contract, Dictionary<string, VariantValue> Properties) o) && string.Equals(o.Contract, contract, StringComparison.Ordinal) ? o.Properties : null;

    private static VariantValue Uuid(Guid uuid) => uuid.ToString("D", CultureInfo.InvariantCulture);

    private static Dictionary<string, VariantValue> Advertisement(BlePeripheralDefinition definition)
    {
        Dictionary<string, VariantValue> properties = new(StringComparer.Ordinal)
        {
            ["Type"] = "peripheral",
            ["Discoverable"] = true,
            ["ServiceUUIDs"] = VariantValue.Array(definition.AdvertisedServices.Select(u => u.ToString("D", CultureInfo.InvariantCulture)).ToArray()),
        };
        if (definition.Name is { } name) properties["LocalName"] = name;
        if (definition.ManufacturerData.Count > 0)
            properties["ManufacturerData"] = new Dict<ushort, VariantValue>(definition.ManufacturerData.ToDictionary(d => d.Key, d => VariantValue.Array(d.Value))).AsVariantValue();
        if (definition.ServiceData.Count > 0)
            properties["ServiceData"] = new Dict<string, VariantValue>(definition.ServiceData.ToDictionary(d => d.Key.ToString("D", CultureInfo.InvariantCulture), d => VariantValue.Array(d.Value), StringComparer.Ordinal)).AsVariantValue();
        return properties;
    }

    private static string[] Flags(BleCharacteristicUses uses) =>
    [
        .. uses.HasFlag(BleCharacteristicUses.Read) ? ["read"] : Array.Empty<string>(),
        .. uses.HasFlag(BleCharacteristicUses.Write) ? ["write"] : Array.Empty<string>(),
        .. uses.HasFlag(BleCharacteristicUses.WriteWithoutResponse) ? ["write-without-response"] : Array.Empty<string>(),
        .. uses.HasFlag(BleCharacteristicUses.Notify) ? ["notify"] : Array.Empty<string>(),
    ];

    private void Add(LocalCharacteristic characteristic)
    {
        Dictionary<string, VariantValue> properties = new(StringComparer.Ordinal)
        {
            ["UUID"] = Uuid(characteristic.Definition.Uuid),
            ["Service"] = VariantValue.ObjectPath(new ObjectPath(characteristic.ServicePath)),
            ["Flags"] = VariantValue.Array(Flags(characteristic.Definition.Uses)),
        };
        if (characteristic.Definition.Uses.HasFlag(BleCharacteristicUses.Notify)) properties["NotifyAcquired"] = false; // says that a socket may be asked for
        Add(characteristic.Path, BlueZNames.GattCharacteristic, properties);
        Characteristics.Add(characteristic.Path, characteristic);
        ByUuid.Add(characteristic.Definition.Uuid, characteristic);
    }

    private void Add(string path, string contract, Dictionary<string, VariantValue> properties)
    {
        _objects[path] = (contract, properties);
        _order.Add(path);
    }
}

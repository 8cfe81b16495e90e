using Tmds.DBus.Protocol;

namespace GaitSense.Devices.Linux;

/// <summary>
/// What BlueZ has told of its objects: paths, their interfaces, their properties. Not thread-safe. An object that is not there has no properties, so
/// asking needs no checks.
/// </summary>
internal sealed class BlueZTree
{
    private readonly Dictionary<string, Dictionary<string, Dictionary<string, VariantValue>>> _objects = new(StringComparer.Ordinal);

    /// <summary>Whether bluetoothd is on the bus.</summary>
    public bool HasOwner { get; set; }

    /// <summary>Whether its objects are known.</summary>
    public bool IsLoaded { get; set; }

    /// <summary>Counts bluetoothd's lives: an object of an earlier one is another object.</summary>
    public int Generation { get; private set; }

    /// <summary>Forgets everything: bluetoothd is gone.</summary>
    public void Clear()
    {
        _objects.Clear();
        (HasOwner, IsLoaded) = (false, false);
        Generation++;
    }

    /// <summary>Takes the answer of GetManagedObjects.</summary>
    public void Load(Dictionary<string, Dictionary<string, Dictionary<string, VariantValue>>> objects)
    {
        _objects.Clear();
        foreach ((string path, Dictionary<string, Dictionary<string, VariantValue>> interfaces) in objects) Add(path, interfaces);
        IsLoaded = true;
    }

    /// <summary>Takes InterfacesAdded; what it is given is this tree's from now on.</summary>
    public void Add(string path, Dictionary<string, Dictionary<string, VariantValue>> interfaces)
    {
        if (!_objects.TryGetValue(path, out Dictionary<string, Dictionary<string, VariantValue>>? known)) _objects[path] = known = new(StringComparer.Ordinal);
        foreach ((string name, Dictionary<string, VariantValue> properties) in interfaces) known[name] = properties;
    }

    /// <summary>Takes InterfacesRemoved.</summary>
    public void Remove(string path, IEnumerable<string> interfaces)
    {
        if (!_objects.TryGetValue(path, out Dictionary<string, Dictionary<string, VariantValue>>? known)) return;
        foreach (string name in interfaces) known.Remove(name);
        if (known.Count == 0) _objects.Remove(path);
    }

    /// <summary>Takes PropertiesChanged.</summary>
    public void Change(string path, string contract, Dictionary<string, VariantValue> changed, IEnumerable<string> invalidated)
    {
        if (!_objects.TryGetValue(path, out Dictionary<string, Dictionary<string, VariantValue>>? known)
            || !known.TryGetValue(contract, out Dictionary<string, VariantValue>? properties)) return;
        foreach ((string key, VariantValue value) in changed) properties[key] = value;
        foreach (string key in invalidated) properties.Remove(key);
    }

    /// <summary>Whether an object offers an interface.</summary>
    public bool Has(string path, string contract) => _objects.TryGetValue(path, out Dictionary<string, Dictionary<string, VariantValue>>? known) && known.ContainsKey(contract);

    /// <summary>A property; of type <see cref="VariantValueType.Invalid"/> where the object, the interface or the property is not there.</summary>
    public VariantValue Get(string path, string contract, string property) =>
        _objects.TryGetValue(path, out Dictionary<string, Dictionary<string, VariantValue>>? known)
        && known.TryGetValue(contract, out Dictionary<string, VariantValue>? properties) ? properties.GetValueOrDefault(property) : default;

    /// <summary>A text or path property; null where it is not there.</summary>
    public string? Text(string path, string contract, string property) => Get(path, contract, property) switch
    {
        { Type: VariantValueType.String } text => text.GetString(),
        { Type: VariantValueType.ObjectPath } at => at.GetObjectPathAsString(),
        _ => null,
    };

    /// <summary>A yes-or-no property; false where it is not there.</summary>
    public bool IsSet(string path, string contract, string property) => Get(path, contract, property) is { Type: VariantValueType.Bool } flag && flag.GetBool();

    /// <summary>Paths of all objects that offer an interface, in order.</summary>
    public IEnumerable<string> With(string contract) =>
        _objects.Where(o => o.Value.ContainsKey(contract)).Select(o => o.Key).Order(StringComparer.Ordinal);
}

namespace GaitSense.Devices.Linux;

/// <summary>
/// What BlueZ has told of its objects: paths, their interfaces, their properties. Not thread-safe. An object that is not there has no properties, so
/// asking needs no checks.
/// </summary>
internal sealed class BlueZTree
{
    private readonly Dictionary<string, Dictionary<string, Dictionary<string, object?>>> _objects = new(StringComparer.Ordinal);

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
    public void Load(Dictionary<object, object?> objects)
    {
        _objects.Clear();
        foreach ((object path, object? interfaces) in objects)
            if (path is string p && interfaces is Dictionary<object, object?> i) Add(p, i);
        IsLoaded = true;
    }

    /// <summary>Takes InterfacesAdded.</summary>
    public void Add(string path, Dictionary<object, object?> interfaces)
    {
        if (!_objects.TryGetValue(path, out Dictionary<string, Dictionary<string, object?>>? known)) _objects[path] = known = new(StringComparer.Ordinal);
        foreach ((object name, object? properties) in interfaces)
        {
            var copy = new Dictionary<string, object?>(StringComparer.Ordinal);
            if (properties is Dictionary<object, object?> p)
                foreach ((object key, object? value) in p) copy[(string)key] = value;
            known[(string)name] = copy;
        }
    }

    /// <summary>Takes InterfacesRemoved.</summary>
    public void Remove(string path, IEnumerable<object?> interfaces)
    {
        if (!_objects.TryGetValue(path, out Dictionary<string, Dictionary<string, object?>>? known)) return;
        foreach (object? name in interfaces)
            if (name is string n) known.Remove(n);
        if (known.Count == 0) _objects.Remove(path);
    }

    /// <summary>Takes PropertiesChanged.</summary>
    public void Change(string path, string contract, Dictionary<object, object?> changed, IEnumerable<object?> invalidated)
    {
        if (!_objects.TryGetValue(path, out Dictionary<string, Dictionary<string, object?>>? known)
            || !known.TryGetValue(contract, out Dictionary<string, object?>? properties)) return;
        foreach ((object key, object? value) in changed) properties[(string)key] = value;
        foreach (object? key in invalidated)
            if (key is string k) properties.Remove(k);
    }

    /// <summary>Whether an object offers an interface.</summary>
    public bool Has(string path, string contract) => _objects.TryGetValue(path, out Dictionary<string, Dictionary<string, object?>>? known) && known.ContainsKey(contract);

    /// <summary>A property; null where the object, the interface or the property is not there.</summary>
    public object? Get(string path, string contract, string property) =>
        _objects.TryGetValue(path, out Dictionary<string, Dictionary<string, object?>>? known)
        && known.TryGetValue(contract, out Dictionary<string, object?>? properties) ? properties.GetValueOrDefault(property) : null;

    /// <summary>A text property; null where it is not there.</summary>
    public string? Text(string path, string contract, string property) => Get(path, contract, property) as string;

    /// <summary>A yes-or-no property; false where it is not there.</summary>
    public bool IsSet(string path, string contract, string property) => Get(path, contract, property) is true;

    /// <summary>Paths of all objects that offer an interface, in order.</summary>
    public IEnumerable<string> With(string contract) =>
        _objects.Where(o => o.Value.ContainsKey(contract)).Select(o => o.Key).Order(StringComparer.Ordinal);
}

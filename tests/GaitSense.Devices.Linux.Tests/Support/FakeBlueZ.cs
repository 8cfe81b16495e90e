using Tmds.DBus.Protocol;

namespace GaitSense.Devices.Linux.Tests;

/// <summary>
/// A bluetoothd whose objects a test changes. As the real one's, its answers and signals leave in the order in which they were made, through one socket.
/// </summary>
internal sealed class FakeBlueZ : IPathMethodHandler, IDisposable
{
    public const string Adapter = "/org/bluez/hci0", Device = Adapter + "/dev_C0_00_00_00_00_01", Characteristic = Device + "/service0001/char0001";
    public static readonly Guid Service = new("6e400001-b5a3-f393-e0a9-e50e24dcca9e"), Value = new("6e400003-b5a3-f393-e0a9-e50e24dcca9e");

    private readonly DBusConnection _connection;
    private readonly Dictionary<string, (string Contract, Dictionary<string, VariantValue> Properties)> _objects = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    private FakeBlueZ(DBusConnection connection) => _connection = connection;

    public string Path => "/";

    public bool HandlesChildPaths => true;

    /// <summary>Answers calls other than GetManagedObjects and GetAll; null or false: with nothing.</summary>
    public Func<MethodContext, bool>? Answer { get; set; }

    /// <summary>Runs between a call of GetManagedObjects and its answer; what it does to the objects is signalled there.</summary>
    public Action? BeforeObjects { get; set; }

    /// <summary>Runs right after the answer to GetManagedObjects or GetAll.</summary>
    public Action? AfterObjects { get; set; }

    public List<string> Calls { get; } = [];

    public static async Task<FakeBlueZ> StartAsync(string address)
    {
        var connection = new DBusConnection(address);
        await connection.ConnectAsync();
        var fake = new FakeBlueZ(connection);
        connection.AddMethodHandler(fake);
        fake.Add(Adapter, BlueZNames.Adapter, ("Powered", true), ("Address", "00:11:22:33:44:55"));
        await connection.RequestNameAsync(BlueZNames.Service, RequestNameOptions.None);
        return fake;
    }

    public async Task LoseNameAsync() => await _connection.ReleaseNameAsync(BlueZNames.Service);

    public async Task TakeNameAsync() => await _connection.RequestNameAsync(BlueZNames.Service, RequestNameOptions.None);

    /// <summary>A connected device with one characteristic that notifies.</summary>
    public void AddSensor()
    {
        Add(Device, BlueZNames.Device, ("Address", "C0:00:00:00:00:01"), ("Name", "GaitL"), ("Connected", true), ("ServicesResolved", true), ("RSSI", (short)-50));
        Add(Device + "/service0001", BlueZNames.GattService, ("UUID", Service.ToString()));
        Add(Characteristic, BlueZNames.GattCharacteristic, ("UUID", Value.ToString()), ("Service", VariantValue.ObjectPath(new ObjectPath(Device + "/service0001"))), ("MTU", (ushort)100));
    }

    public void Add(string path, string contract, params (string Key, VariantValue Value)[] properties)
    {
        lock (_gate)
        {
            Dictionary<string, VariantValue> all = properties.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
            _objects[path] = (contract, all);
            Signal("/", BlueZNames.ObjectManager, "InterfacesAdded", "oa{sa{sv}}", (ref MessageWriter w) =>
            {
                w.WriteObjectPath(path);
                ArrayStart interfaces = w.WriteDictionaryStart();
                w.WriteDictionaryEntryStart();
                w.WriteString(contract);
                w.WriteDictionary(all);
                w.WriteDictionaryEnd(interfaces);
            });
        }
    }

    public void Remove(string path)
    {
        lock (_gate)
        {
            if (!_objects.Remove(path, out (string Contract, Dictionary<string, VariantValue> Properties) gone)) return;
            Signal("/", BlueZNames.ObjectManager, "InterfacesRemoved", "oas", (ref MessageWriter w) =>
            {
                w.WriteObjectPath(path);
                w.WriteArray(new[] { gone.Contract });
            });
        }
    }

    public void Change(string path, string key, VariantValue value)
    {
        lock (_gate)
        {
            if (!_objects.TryGetValue(path, out (string Contract, Dictionary<string, VariantValue> Properties) at)) return;
            at.Properties[key] = value;
            Signal(path, BlueZNames.Properties, "PropertiesChanged", "sa{sv}as", (ref MessageWriter w) =>
            {
                w.WriteString(at.Contract);
                w.WriteDictionary(new Dictionary<string, VariantValue>(StringComparer.Ordinal) { [key] = value });
                w.WriteArray(Array.Empty<string>());
            });
        }
    }

    /// <summary>A signal of any content.</summary>
    public void Signal(string path, string contract, string member, string signature, BusArguments arguments) => Send(w =>
    {
        w.WriteSignalHeader(null, path, contract, member, signature);
        arguments(ref w);
        return w.CreateMessage();
    });

    /// <summary>Objects and one property of each, as text to compare.</summary>
    public string State(string key)
    {
        lock (_gate) return string.Join('\n', _objects.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => $"{o.Key} {o.Value.Contract} {o.Value.Properties.GetValueOrDefault(key)}"));
    }

    /// <summary>Calls an object of another program, as bluetoothd calls a peripheral.</summary>
    public Task<T> CallAsync<T>(string destination, string path, string contract, string member, string? signature, BusArguments? arguments, MessageValueReader<T> reader)
    {
        MessageWriter writer = _connection.GetMessageWriter();
        writer.WriteMethodCallHeader(destination, path, contract, member, signature);
        arguments?.Invoke(ref writer);
        return _connection.CallMethodAsync(writer.CreateMessage(), reader);
    }

    public ValueTask HandleMethodAsync(MethodContext context)
    {
        string member = context.Request.MemberAsString ?? "";
        lock (Calls) Calls.Add(member);
        if (member is "GetManagedObjects")
        {
            lock (_gate)
            {
                BeforeObjects?.Invoke();
                ReplyObjects(context);
                AfterObjects?.Invoke();
            }
        }
        else if (member is "GetAll")
        {
            lock (_gate)
            {
                if (_objects.TryGetValue(context.Request.PathAsString!, out (string Contract, Dictionary<string, VariantValue> Properties) at))
                {
                    MessageWriter writer = context.CreateReplyWriter("a{sv}");
                    writer.WriteDictionary(at.Properties);
                    context.Reply(writer.CreateMessage());
                }
                else
                {
                    context.ReplyError("org.freedesktop.DBus.Error.UnknownObject", "it went away");
                }

                AfterObjects?.Invoke();
            }
        }
        else if (Answer?.Invoke(context) is not true)
        {
            context.Reply(context.CreateReplyWriter(null).CreateMessage());
        }

        return ValueTask.CompletedTask;
    }

    public void Dispose() => _connection.Dispose();

    private void ReplyObjects(MethodContext context)
    {
        MessageWriter writer = context.CreateReplyWriter("a{oa{sa{sv}}}");
        ArrayStart all = writer.WriteDictionaryStart();
        foreach ((string path, (string contract, Dictionary<string, VariantValue> properties)) in _objects)
        {
            writer.WriteDictionaryEntryStart();
            writer.WriteObjectPath(path);
            ArrayStart interfaces = writer.WriteDictionaryStart();
            writer.WriteDictionaryEntryStart();
            writer.WriteString(contract);
            writer.WriteDictionary(properties);
            writer.WriteDictionaryEnd(interfaces);
        }

        writer.WriteDictionaryEnd(all);
        context.Reply(writer.CreateMessage());
    }

    private void Send(Func<MessageWriter, MessageBuffer> compose)
    {
        MessageWriter writer = _connection.GetMessageWriter();
        _connection.TrySendMessage(compose(writer));
    }
}

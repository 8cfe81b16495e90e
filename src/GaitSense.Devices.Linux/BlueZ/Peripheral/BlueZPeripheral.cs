using Tmds.DBus.Protocol;

namespace GaitSense.Devices.Linux;

/// <summary>
/// A Bluetooth device played over BlueZ: a GATT application and an advertisement on one adapter, without root. Notifications go through the socket
/// that bluetoothd asks for; it sends what it finds there every 10 ms.
/// </summary>
/// <remarks>
/// BlueZ lets no program choose connection parameters: where the 30 to 50 ms that it begins with are too slow, <c>MinConnectionInterval</c> and
/// <c>MaxConnectionInterval</c> in the section <c>[LE]</c> of <c>/etc/bluetooth/main.conf</c> set them.
/// </remarks>
public sealed class BlueZPeripheral : IBlePeripheral
{
    private readonly BlueZClient _client;
    private readonly string _adapter;
    private readonly PeripheralObjects _objects;
    private readonly PeripheralServer _server;
    private readonly BusConnection _bus;
    private readonly TaskCompletionSource<BleException> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _generation;
    private IDisposable? _listening;

    private BlueZPeripheral(BlueZClient client, BusConnection bus, string adapter, BlePeripheralDefinition definition)
    {
        (_client, _bus, _adapter) = (client, bus, adapter);
        _objects = new PeripheralObjects("/org/gaitsense/peripheral", definition); // a path is this connection's own, and each peripheral has one
        _server = new PeripheralServer(_objects);
        _generation = client.Read(t => t.Generation);
    }

    /// <inheritdoc/>
    public bool IsConnected => _client.Read(tree => tree.With(BlueZNames.Device)
        .Any(d => d.StartsWith(BlueZNames.AdapterPath(_adapter) + "/", StringComparison.Ordinal) && tree.IsSet(d, BlueZNames.Device, "Connected")));

    /// <inheritdoc/>
    public int Mtu => _server.Mtu;

    /// <inheritdoc/>
    public Task<BleException> Ended => _ended.Task;

    /// <summary>Offers the services and begins to advertise.</summary>
    /// <param name="adapter">The adapter, <c>hci1</c>; null: the first.</param>
    /// <param name="definition">What to advertise and offer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="BleException">It failed, for example because the adapter cannot advertise.</exception>
    public static async Task<BlueZPeripheral> StartAsync(string? adapter, BlePeripheralDefinition definition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var client = new BlueZClient();
        BlueZPeripheral? peripheral = null;
        try
        {
            BusConnection bus = await client.OpenAsync(cancellationToken).ConfigureAwait(false);
            string name = client.Read(t => BlueZHealth.Problem(t, adapter) is { } problem ? throw problem : adapter ?? BlueZHealth.Adapters(t)[0]);
            if (!client.Read(t => t.Has(BlueZNames.AdapterPath(name), BlueZNames.AdvertisingManager))) throw new BleException(BleFailure.NotSupported, name, "this adapter cannot advertise");
            peripheral = new BlueZPeripheral(client, bus, name, definition);
            await peripheral.BeginAsync(cancellationToken).ConfigureAwait(false);
            return peripheral;
        }
        catch
        {
            if (peripheral is not null) await peripheral.DisposeAsync().ConfigureAwait(false);
            else client.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public bool IsSubscribed(Guid characteristic) => Find(characteristic).IsSubscribed;

    /// <inheritdoc/>
    public bool TryNotify(Guid characteristic, ReadOnlySpan<byte> value)
    {
        LocalCharacteristic local = Find(characteristic);
        return local.TrySend(value, out bool bySignal) && (!bySignal || TrySignal(local, value.ToArray()));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _listening?.Dispose();
        if (!_ended.Task.IsCompleted)
        {
            await TryCallAsync(Manager(BlueZNames.AdvertisingManager, "UnregisterAdvertisement").WithPath(_objects.AdvertisementPath)).ConfigureAwait(false);
            await TryCallAsync(Manager(BlueZNames.GattManager, "UnregisterApplication").WithPath(_objects.Root)).ConfigureAwait(false);
            foreach (string central in _server.Centrals) await TryCallAsync(new BusCall(central, BlueZNames.Device, "Disconnect")).ConfigureAwait(false);
        }

        End(new BleException(BleFailure.Closed, _adapter));
        _bus.Withdraw(_server);
        _client.Dispose();
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        try
        {
            _bus.Serve(_server);
            await _client.CallAsync(Manager(BlueZNames.GattManager, "RegisterApplication").With("oa{sv}", Registering(_objects.Root)), cancellationToken).ConfigureAwait(false);
            await _client.CallAsync(Manager(BlueZNames.AdvertisingManager, "RegisterAdvertisement").With("oa{sv}", Registering(_objects.AdvertisementPath)), cancellationToken).ConfigureAwait(false);
        }
        catch (BusException e)
        {
            throw BlueZErrors.ToBle(e, _adapter, BleFailure.NoAdapter);
        }

        _listening = _client.Listen(Look);
        Look();
    }

    private void Look()
    {
        if (_client.Read(t => t.Generation == _generation ? BlueZHealth.Problem(t, _adapter) : new BleException(BleFailure.ServiceAbsent, _adapter, "bluetoothd was stopped")) is { } problem) End(problem);
    }

    private void End(BleException reason)
    {
        if (!_ended.TrySetResult(reason)) return;
        foreach (LocalCharacteristic characteristic in _objects.Characteristics.Values) characteristic.End();
    }

    private LocalCharacteristic Find(Guid characteristic) =>
        _objects.ByUuid.TryGetValue(characteristic, out LocalCharacteristic? found) ? found : throw new ArgumentException($"{characteristic} is not among the characteristics of this peripheral.", nameof(characteristic));

    private static BusArguments Registering(string path) => (ref MessageWriter w) =>
    {
        w.WriteObjectPath(path);
        w.WriteDictionary(new Dictionary<string, VariantValue>(StringComparer.Ordinal)); // no options
    };

    private bool TrySignal(LocalCharacteristic characteristic, byte[] value) => _bus.TrySignal(characteristic.Path, BlueZNames.Properties, "PropertiesChanged", "sa{sv}as", (ref MessageWriter w) =>
    {
        w.WriteString(BlueZNames.GattCharacteristic);
        w.WriteDictionary(new Dictionary<string, VariantValue>(StringComparer.Ordinal) { ["Value"] = VariantValue.Array(value) });
        w.WriteArray(Array.Empty<string>());
    });

    private BusCall Manager(string contract, string member) => new(BlueZNames.AdapterPath(_adapter), contract, member);

    private async Task TryCallAsync(BusCall call)
    {
        try
        {
            await _client.CallAsync(call with { Timeout = TimeSpan.FromSeconds(5) }, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is BusException or BleException)
        {
            // Gone already, which is what was wanted.
        }
    }
}

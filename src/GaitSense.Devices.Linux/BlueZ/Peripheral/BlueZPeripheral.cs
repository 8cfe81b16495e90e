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
    private nint _slot;
    private IDisposable? _listening;

    private BlueZPeripheral(BlueZClient client, BusConnection bus, string adapter, BlePeripheralDefinition definition)
    {
        (_client, _bus, _adapter) = (client, bus, adapter);
        _objects = new PeripheralObjects("/org/gaitsense/peripheral", definition); // a path is this connection's own, and each peripheral has one
        _server = new PeripheralServer(bus, _objects);
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
        return local.TrySend(value, out bool bySignal) && (!bySignal || SignalLater(local, value.ToArray()));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _listening?.Dispose();
        if (!_ended.Task.IsCompleted)
        {
            await TryCallAsync(Manager(BlueZNames.AdvertisingManager, "UnregisterAdvertisement").With("o", _objects.AdvertisementPath)).ConfigureAwait(false);
            await TryCallAsync(Manager(BlueZNames.GattManager, "UnregisterApplication").With("o", _objects.Root)).ConfigureAwait(false);
            foreach (string central in _server.Centrals) await TryCallAsync(new BusCall(BlueZNames.Service, central, BlueZNames.Device, "Disconnect")).ConfigureAwait(false);
        }

        End(new BleException(BleFailure.Closed, _adapter));
        if (_slot != 0) _bus.Post(() => _bus.Withdraw(_slot));
        _client.Dispose();
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        try
        {
            _slot = await _bus.RunAsync(() => _bus.Serve(_objects.Root, _server.Handle)).ConfigureAwait(false);
            await _client.CallAsync(Manager(BlueZNames.GattManager, "RegisterApplication").With("o", _objects.Root).With("a{sv}", new Dictionary<string, BusVariant>(StringComparer.Ordinal)), cancellationToken).ConfigureAwait(false);
            await _client.CallAsync(Manager(BlueZNames.AdvertisingManager, "RegisterAdvertisement").With("o", _objects.AdvertisementPath).With("a{sv}", new Dictionary<string, BusVariant>(StringComparer.Ordinal)), cancellationToken).ConfigureAwait(false);
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

    private bool SignalLater(LocalCharacteristic characteristic, byte[] value) => _bus.Post(() => _bus.Signal(
        characteristic.Path, BlueZNames.Properties, "PropertiesChanged",
        ("s", BlueZNames.GattCharacteristic),
        ("a{sv}", new Dictionary<string, BusVariant>(StringComparer.Ordinal) { ["Value"] = new("ay", value) }),
        ("as", Array.Empty<string>())));

    private BusCall Manager(string contract, string member) => new(BlueZNames.Service, BlueZNames.AdapterPath(_adapter), contract, member);

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

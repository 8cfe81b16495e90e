using System.Globalization;
using Tmds.DBus.Protocol;

namespace GaitSense.Devices.Linux;

/// <summary>A connected device of BlueZ.</summary>
internal sealed class BlueZLink : IBleLink
{
    // The end of the socket, Connected=false, the adapter's and bluetoothd's going come in any order: wait for the one that says why.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan ServiceLimit = TimeSpan.FromSeconds(3);

    private static readonly Dictionary<string, VariantValue> NoOptions = new(StringComparer.Ordinal),
        Request = new(StringComparer.Ordinal) { ["type"] = "request" }, Command = new(StringComparer.Ordinal) { ["type"] = "command" };

    private static readonly BusArguments WriteNoOptions = static (ref MessageWriter w) => w.WriteDictionary(NoOptions);

    private readonly BlueZClient _client;
    private readonly string _adapter, _path, _where;
    private readonly int _generation;
    private readonly TaskCompletionSource<BleException> _disconnected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<NotificationReader> _readers = [];
    private readonly Dictionary<(Guid Service, Guid Characteristic), string> _found = [];
    private readonly IDisposable _listening;
    private string[] _subscribed = [];
    private int _mtu = 23, _ending;
    private bool _isStale, _isOver;

    /// <summary>Takes a link that is up and whose services are known.</summary>
    public BlueZLink(BlueZClient client, string adapter, string path, string address, string where)
    {
        (_client, _adapter, _path, _where, DeviceId) = (client, adapter, path, where, address);
        _generation = client.Read(t => t.Generation);
        _mtu = client.Read(t => Characteristics(t).Select(c => t.Get(c, BlueZNames.GattCharacteristic, "MTU")).Where(m => m.Type == VariantValueType.UInt16).Select(m => m.GetUInt16()).FirstOrDefault((ushort)23));
        _listening = client.Listen(Look);
        Look();
    }

    /// <inheritdoc/>
    public string DeviceId { get; }

    /// <inheritdoc/>
    public int Mtu => Volatile.Read(ref _mtu);

    /// <inheritdoc/>
    public Task<BleException> Disconnected => _disconnected.Task;

    /// <summary>Completes when BlueZ has taken the link down too, after <see cref="Disconnected"/>.</summary>
    public Task Gone => _gone.Task;

    /// <inheritdoc/>
    public Task<bool> HasAsync(Guid service, Guid characteristic, CancellationToken cancellationToken)
    {
        if (Disconnected.IsCompleted) return Task.FromException<bool>(Disconnected.Result);
        return Task.FromResult(_client.Read(t => Find(t, service, characteristic)) is not null);
    }

    /// <inheritdoc/>
    public void DistrustServices() => _isStale = true;

    /// <inheritdoc/>
    public async Task SubscribeAsync(Guid service, Guid characteristic, BleNotificationHandler handler, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(handler);
        string path = await FindAsync(service, characteristic, cancellationToken).ConfigureAwait(false);
        for (int attempt = 1; ; attempt++)
        {
            if (await TryAcquireAsync(path, handler, cancellationToken).ConfigureAwait(false)) return;
            try
            {
                // Refused: another program has it, or this BlueZ cannot. Its signals cost more, but come all the same.
                _client.RouteValues(path, Guarded(handler));
                await CallAsync(Of(path, "StartNotify"), BusReader.Nothing, cancellationToken).ConfigureAwait(false);
                Subscribed(path);
                return;
            }
            catch (BleException e) when (e.Failure is BleFailure.Refused or BleFailure.DeviceBusy && attempt < 5)
            {
                _client.RouteValues(path, handler: null);
                await Task.Delay(200, cancellationToken).ConfigureAwait(false); // a crashed program's subscription is still being taken down
            }
            catch
            {
                _client.RouteValues(path, handler: null);
                throw;
            }
        }
    }

    /// <inheritdoc/>
    public async Task WriteAsync(Guid service, Guid characteristic, ReadOnlyMemory<byte> value, bool withResponse, CancellationToken cancellationToken)
    {
        string path = await FindAsync(service, characteristic, cancellationToken).ConfigureAwait(false);
        BusCall call = Of(path, "WriteValue").With("aya{sv}", (ref MessageWriter w) =>
        {
            w.WriteArray(value.Span);
            w.WriteDictionary(withResponse ? Request : Command);
        });
        await CallAsync(call, BusReader.Nothing, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<byte[]> ReadAsync(Guid service, Guid characteristic, CancellationToken cancellationToken) =>
        await CallAsync(Of(await FindAsync(service, characteristic, cancellationToken).ConfigureAwait(false), "ReadValue").With("a{sv}", WriteNoOptions), BusReader.Bytes, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public Task<int?> ReadRssiAsync(CancellationToken cancellationToken) =>
        Task.FromResult(_client.Read(t => BlueZAdvertisements.Rssi(t, _path)));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _ending, 1) == 0)
        {
            End(new BleException(BleFailure.Closed, _where));
            await HangUpAsync().ConfigureAwait(false);
            _gone.TrySetResult();
        }

        await Gone.ConfigureAwait(false);
    }

    private static BusCall Of(string path, string member) => new(path, BlueZNames.GattCharacteristic, member) { Timeout = TimeSpan.FromSeconds(10) };

    private IEnumerable<string> Characteristics(BlueZTree tree) =>
        tree.With(BlueZNames.GattCharacteristic).Where(c => c.StartsWith(_path + "/", StringComparison.Ordinal));

    // Under the client's lock, so what was found may be kept here; it is looked up for every write.
    private string? Find(BlueZTree tree, Guid service, Guid characteristic)
    {
        if (_found.TryGetValue((service, characteristic), out string? known) && IsOne(tree, known, service, characteristic)) return known;
        string? found = Characteristics(tree).FirstOrDefault(c => IsOne(tree, c, service, characteristic));
        if (found is not null) _found[(service, characteristic)] = found;
        return found;
    }

    private static bool IsOne(BlueZTree tree, string path, Guid service, Guid characteristic) =>
        Is(characteristic, tree.Text(path, BlueZNames.GattCharacteristic, "UUID"))
        && Is(service, tree.Text(tree.Text(path, BlueZNames.GattCharacteristic, "Service") ?? "", BlueZNames.GattService, "UUID"));

    private static bool Is(Guid uuid, string? text) => Guid.TryParse(text, CultureInfo.InvariantCulture, out Guid parsed) && parsed == uuid;

    private async ValueTask<string> FindAsync(Guid service, Guid characteristic, CancellationToken cancellationToken)
    {
        if (_client.Read(t => Find(t, service, characteristic)) is { } at) return at;
        try
        {
            // BlueZ may tell first what it remembers of the device, and what changed a little later.
            await _client.UntilAsync(t => Find(t, service, characteristic) is not null || !IsUp(t), ServiceLimit, _where, cancellationToken).ConfigureAwait(false);
        }
        catch (BleException e) when (e.Failure == BleFailure.Timeout)
        {
            // It is not there.
        }

        return _client.Read(t => Find(t, service, characteristic))
            ?? throw (_client.Read(IsUp) ? new BleException(BleFailure.ServiceMissing, _where, $"service {service}, characteristic {characteristic}") : Cause());
    }

    private async Task<bool> TryAcquireAsync(string path, BleNotificationHandler handler, CancellationToken cancellationToken)
    {
        AcquiredSocket acquired;
        try
        {
            acquired = await CallAsync(Of(path, "AcquireNotify").With("a{sv}", WriteNoOptions), BusReader.Socket, cancellationToken).ConfigureAwait(false);
        }
        catch (BleException e) when (e.Failure is BleFailure.Refused or BleFailure.DeviceBusy or BleFailure.Failed)
        {
            return false;
        }

        Volatile.Write(ref _mtu, acquired.Mtu);
        Subscribed(path);
        lock (_readers)
        {
            if (_isOver)
            {
                acquired.Dispose();
                throw new BleException(BleFailure.ConnectionLost, _where);
            }

            _readers.Add(new NotificationReader(acquired.Socket, "BLE " + DeviceId, handler, BeginEnding));
        }

        return true;
    }

    private void Subscribed(string path)
    {
        lock (_readers) _subscribed = [.. _subscribed, path];
    }

    // As NotificationReader does: an exception ends the link, not the connection to the bus.
    private BleNotificationHandler Guarded(BleNotificationHandler handler) => (value, hostTimestamp) =>
    {
        try
        {
            handler(value, hostTimestamp);
        }
#pragma warning disable CA1031 // the link ends, and says why
        catch (Exception e)
#pragma warning restore CA1031
        {
            BeginEnding(e);
        }
    };

    private async Task<T> CallAsync<T>(BusCall call, MessageValueReader<T> reader, CancellationToken cancellationToken)
    {
        if (Disconnected.IsCompleted) throw Disconnected.Result;
        try
        {
            return await _client.CallAsync(call, reader, cancellationToken).ConfigureAwait(false);
        }
        catch (BusException e)
        {
            throw BlueZErrors.ToBle(e, _where, BleFailure.ConnectionLost);
        }
    }

    private void Look()
    {
        if (!_client.Read(IsUp)) BeginEnding(failure: null);
    }

    // A sensor program that was killed takes its characteristics with it, while its adapter stays connected.
    private bool IsUp(BlueZTree tree) => tree.Generation == _generation && tree.IsSet(_path, BlueZNames.Device, "Connected")
        && _subscribed.All(c => tree.Has(c, BlueZNames.GattCharacteristic));

    private void BeginEnding(Exception? failure)
    {
        if (Interlocked.Exchange(ref _ending, 1) == 0) _ = EndSoonAsync(failure);
    }

    private async Task EndSoonAsync(Exception? failure)
    {
        await Task.Delay(Grace).ConfigureAwait(false);
        bool stillUp = _client.Read(IsUp);
        End(failure is null ? Cause() : new BleException(BleFailure.Failed, _where, failure.Message, failure));
        if (stillUp) await HangUpAsync().ConfigureAwait(false); // only the socket ended: begin afresh
        _gone.TrySetResult();
    }

    private BleException Cause() => _client.Read(tree => BlueZHealth.Problem(tree, _adapter)
        ?? (tree.Generation == _generation ? new BleException(BleFailure.ConnectionLost, _where) : new BleException(BleFailure.ServiceAbsent, _where, "bluetoothd was restarted")));

    private void End(BleException cause)
    {
        _listening.Dispose();
        NotificationReader[] readers;
        lock (_readers)
        {
            _isOver = true;
            readers = [.. _readers];
            foreach (string path in _subscribed) _client.RouteValues(path, handler: null);
        }

        foreach (NotificationReader reader in readers) reader.Stop();
        _disconnected.TrySetResult(cause); // last: no handler is called any more
    }

    private async Task HangUpAsync()
    {
        // Without what it remembers of the device BlueZ has no pairing either: that is the user's to end.
        bool forgets = _isStale && !_client.Read(t => t.IsSet(_path, BlueZNames.Device, "Paired") || t.IsSet(_path, BlueZNames.Device, "Bonded"));
        BusCall call = forgets
            ? new BusCall(BlueZNames.AdapterPath(_adapter), BlueZNames.Adapter, "RemoveDevice").WithPath(_path)
            : new BusCall(_path, BlueZNames.Device, "Disconnect");
        try
        {
            await _client.CallAsync(call with { Timeout = TimeSpan.FromSeconds(5) }, CancellationToken.None).ConfigureAwait(false);
            await _client.UntilAsync(t => !t.IsSet(_path, BlueZNames.Device, "Connected"), TimeSpan.FromSeconds(3), _where, CancellationToken.None).ConfigureAwait(false); // or the next attempt would take this link for its own
        }
        catch (Exception e) when (e is BusException or BleException or ObjectDisposedException)
        {
            // It is gone already, which is what was wanted.
        }
    }
}

using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace GaitSense.Devices.Linux;

/// <summary>A connected device of BlueZ.</summary>
internal sealed class BlueZLink : IBleLink
{
    // The end of the socket, Connected=false, the adapter's and bluetoothd's going come in any order: wait for the one that says why.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan ServiceLimit = TimeSpan.FromSeconds(3);

    private readonly BlueZClient _client;
    private readonly string _adapter, _path, _where;
    private readonly int _generation;
    private readonly TaskCompletionSource<BleException> _disconnected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<NotificationReader> _readers = [];
    private readonly IDisposable _listening;
    private string[] _subscribed = [];
    private int _mtu = 23, _ending;
    private bool _isStale, _isOver;

    /// <summary>Takes a link that is up and whose services are known.</summary>
    public BlueZLink(BlueZClient client, string adapter, string path, string address, string where)
    {
        (_client, _adapter, _path, _where, DeviceId) = (client, adapter, path, where, address);
        _generation = client.Read(t => t.Generation);
        _mtu = client.Read(t => Characteristics(t).Select(c => t.Get(c, BlueZNames.GattCharacteristic, "MTU")).OfType<ushort>().FirstOrDefault((ushort)23));
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
        bool has = _client.Read(t => Find(t, service, characteristic)) is not null;
        _isStale = !has; // what is missing may be the services of an older firmware that BlueZ remembers
        return Task.FromResult(has);
    }

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
                _client.RouteValues(path, handler);
                await CallAsync(path, "StartNotify", [], cancellationToken).ConfigureAwait(false);
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
        Dictionary<string, BusVariant> options = new(StringComparer.Ordinal) { ["type"] = new("s", withResponse ? "request" : "command") };
        await CallAsync(await FindAsync(service, characteristic, cancellationToken).ConfigureAwait(false), "WriteValue", [("ay", value.ToArray()), ("a{sv}", options)], cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<byte[]> ReadAsync(Guid service, Guid characteristic, CancellationToken cancellationToken) =>
        await CallAsync(await FindAsync(service, characteristic, cancellationToken).ConfigureAwait(false), "ReadValue", [("a{sv}", NoOptions())], cancellationToken).ConfigureAwait(false) is [byte[] value] ? value : [];

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

    private static Dictionary<string, BusVariant> NoOptions() => new(StringComparer.Ordinal);

    private IEnumerable<string> Characteristics(BlueZTree tree) =>
        tree.With(BlueZNames.GattCharacteristic).Where(c => c.StartsWith(_path + "/", StringComparison.Ordinal));

    private string? Find(BlueZTree tree, Guid service, Guid characteristic) => Characteristics(tree).FirstOrDefault(c =>
        Is(characteristic, tree.Text(c, BlueZNames.GattCharacteristic, "UUID"))
        && Is(service, tree.Text(tree.Text(c, BlueZNames.GattCharacteristic, "Service") ?? "", BlueZNames.GattService, "UUID")));

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
            _isStale = true; // or it remembers the services of an older firmware: let it forget them
        }

        return _client.Read(t => Find(t, service, characteristic))
            ?? throw (_client.Read(IsUp) ? new BleException(BleFailure.ServiceMissing, _where, $"service {service}, characteristic {characteristic}") : Cause());
    }

    private async Task<bool> TryAcquireAsync(string path, BleNotificationHandler handler, CancellationToken cancellationToken)
    {
        object?[] answer;
        try
        {
            answer = await CallAsync(path, "AcquireNotify", [("a{sv}", NoOptions())], cancellationToken).ConfigureAwait(false);
        }
        catch (BleException e) when (e.Failure is BleFailure.Refused or BleFailure.DeviceBusy or BleFailure.Failed)
        {
            return false;
        }

        if (answer is not [SafeFileHandle socket, ushort mtu]) return false;
        Volatile.Write(ref _mtu, mtu);
        Subscribed(path);
        lock (_readers)
        {
            if (_isOver)
            {
                socket.Dispose();
                throw new BleException(BleFailure.ConnectionLost, _where);
            }

            _readers.Add(new NotificationReader(socket, "BLE " + DeviceId, handler, BeginEnding));
        }

        return true;
    }

    private void Subscribed(string path)
    {
        lock (_readers) _subscribed = [.. _subscribed, path];
    }

    private async Task<object?[]> CallAsync(string path, string member, (string Signature, object Value)[] arguments, CancellationToken cancellationToken)
    {
        if (Disconnected.IsCompleted) throw Disconnected.Result;
        var call = new BusCall(BlueZNames.Service, path, BlueZNames.GattCharacteristic, member)
        {
            Signatures = [.. arguments.Select(a => a.Signature)],
            Arguments = [.. arguments.Select(a => a.Value)],
            Timeout = TimeSpan.FromSeconds(10),
        };
        try
        {
            return await _client.CallAsync(call, cancellationToken).ConfigureAwait(false);
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
        BusCall call = _isStale
            ? new BusCall(BlueZNames.Service, BlueZNames.AdapterPath(_adapter), BlueZNames.Adapter, "RemoveDevice").With("o", _path)
            : new BusCall(BlueZNames.Service, _path, BlueZNames.Device, "Disconnect");
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

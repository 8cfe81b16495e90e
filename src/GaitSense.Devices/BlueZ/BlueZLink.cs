using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace GaitSense.Devices;

/// <summary>A connected device of BlueZ.</summary>
internal sealed class BlueZLink : IBleLink
{
    // The end of the socket, Connected=false, the adapter's and bluetoothd's going come in any order: wait for the one that says why.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(150);

    private readonly BlueZClient _client;
    private readonly string _adapter, _path, _where;
    private readonly int _generation;
    private readonly Dictionary<(Guid Service, Guid Characteristic), string> _characteristics;
    private readonly TaskCompletionSource<BleException> _disconnected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<NotificationReader> _readers = [];
    private readonly List<string> _routed = [];
    private readonly IDisposable _listening;
    private int _mtu = 23, _ending;
    private bool _isStale, _isOver;

    /// <summary>Takes a link that is up and whose services are known.</summary>
    public BlueZLink(BlueZClient client, string adapter, string path, string address, string where)
    {
        (_client, _adapter, _path, _where, DeviceId) = (client, adapter, path, where, address);
        _generation = client.Read(t => t.Generation);
        _characteristics = client.Read(t => FindCharacteristics(t, path));
        _mtu = client.Read(t => _characteristics.Values.Select(c => t.Get(c, BlueZNames.GattCharacteristic, "MTU")).OfType<ushort>().FirstOrDefault((ushort)23));
        _listening = client.Listen(Look);
        Look();
    }

    /// <inheritdoc/>
    public string DeviceId { get; }

    /// <inheritdoc/>
    public int Mtu => Volatile.Read(ref _mtu);

    /// <inheritdoc/>
    public Task<BleException> Disconnected => _disconnected.Task;

    /// <inheritdoc/>
    public async Task SubscribeAsync(Guid service, Guid characteristic, BleNotificationHandler handler, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(handler);
        string path = Find(service, characteristic);
        for (int attempt = 1; ; attempt++)
        {
            if (await TryAcquireAsync(path, handler, cancellationToken).ConfigureAwait(false)) return;
            try
            {
                // Refused: another program has it, or this BlueZ cannot. Its signals cost more, but come all the same.
                _client.RouteValues(path, handler);
                await CallAsync(path, "StartNotify", [], cancellationToken).ConfigureAwait(false);
                lock (_readers) _routed.Add(path);
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
        await CallAsync(Find(service, characteristic), "WriteValue", [("ay", value.ToArray()), ("a{sv}", options)], cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<byte[]> ReadAsync(Guid service, Guid characteristic, CancellationToken cancellationToken) =>
        await CallAsync(Find(service, characteristic), "ReadValue", [("a{sv}", NoOptions())], cancellationToken).ConfigureAwait(false) is [byte[] value] ? value : [];

    /// <inheritdoc/>
    public Task<int?> ReadRssiAsync(CancellationToken cancellationToken) =>
        Task.FromResult(_client.Read(t => t.Get(_path, BlueZNames.Device, "RSSI") is short rssi ? rssi : (int?)null));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _ending, 1) != 0)
        {
            await Disconnected.ConfigureAwait(false);
            return;
        }

        End(new BleException(BleFailure.Closed, _where));
        await HangUpAsync().ConfigureAwait(false);
    }

    private static Dictionary<string, BusVariant> NoOptions() => new(StringComparer.Ordinal);

    private static Dictionary<(Guid, Guid), string> FindCharacteristics(BlueZTree tree, string device)
    {
        Dictionary<(Guid, Guid), string> found = [];
        foreach (string path in tree.With(BlueZNames.GattCharacteristic))
        {
            if (!path.StartsWith(device + "/", StringComparison.Ordinal)) continue;
            string service = tree.Text(path, BlueZNames.GattCharacteristic, "Service") ?? "";
            if (Guid.TryParse(tree.Text(service, BlueZNames.GattService, "UUID"), CultureInfo.InvariantCulture, out Guid s)
                && Guid.TryParse(tree.Text(path, BlueZNames.GattCharacteristic, "UUID"), CultureInfo.InvariantCulture, out Guid c)) found.TryAdd((s, c), path);
        }

        return found;
    }

    private string Find(Guid service, Guid characteristic)
    {
        if (_characteristics.TryGetValue((service, characteristic), out string? path)) return path;
        _isStale = true; // BlueZ may remember the services of an older firmware: let it forget them
        return Disconnected.IsCompleted ? throw Disconnected.Result : throw new BleException(BleFailure.ServiceMissing, _where, $"service {service}, characteristic {characteristic}");
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

    private bool IsUp(BlueZTree tree) => tree.Generation == _generation && tree.IsSet(_path, BlueZNames.Device, "Connected");

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
            foreach (string path in _routed) _client.RouteValues(path, handler: null);
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
        }
        catch (Exception e) when (e is BusException or BleException or ObjectDisposedException)
        {
            // It is gone already, which is what was wanted.
        }
    }
}

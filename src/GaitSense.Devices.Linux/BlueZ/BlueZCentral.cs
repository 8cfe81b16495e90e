using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace GaitSense.Devices.Linux;

/// <summary>
/// Sensors over BlueZ, Linux's Bluetooth stack, through D-Bus: no pairing, no root, the adapter chosen by name. Reads what it is told of each
/// adapter and device and never polls.
/// </summary>
public sealed class BlueZCentral : IBleCentral
{
    private static readonly TimeSpan ListeningLimit = TimeSpan.FromSeconds(15);

    private readonly string? _adapter;
    private readonly BlueZClient _client;
    private readonly BlueZDiscovery _discovery;
    private readonly Dictionary<string, BlueZLink> _links = new(StringComparer.Ordinal);
    private readonly HashSet<string> _connecting = new(StringComparer.Ordinal);

    /// <summary>Creates the central. Nothing is opened before it is used.</summary>
    /// <param name="adapter">The adapter, <c>hci0</c>; null: the first.</param>
    /// <param name="bus">The address of the bus on which bluetoothd is; null: the system's.</param>
    public BlueZCentral(string? adapter = null, string? bus = null)
    {
        (_adapter, _client) = (adapter, new BlueZClient(bus));
        _discovery = new BlueZDiscovery(_client);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BleAdapterState>> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _client.OpenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (BleException e)
        {
            return [new BleAdapterState(_adapter ?? "Bluetooth", Address: null, e)];
        }

        return _client.Read<IReadOnlyList<BleAdapterState>>(tree =>
        {
            List<string> names = [.. BlueZHealth.Adapters(tree)];
            if (_adapter is { } chosen)
            {
                names.Remove(chosen);
                names.Insert(0, chosen);
            }

            return names.Count == 0
                ? [new BleAdapterState("Bluetooth", Address: null, BlueZHealth.Problem(tree, adapter: null))]
                : [.. names.Select(n => new BleAdapterState(n, tree.Text(BlueZNames.AdapterPath(n), BlueZNames.Adapter, "Address"), BlueZHealth.Problem(tree, n)))];
        });
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BleAdvertisement> ScanAsync(BleScanFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var heard = Channel.CreateBounded<BleAdvertisement>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        var last = new Dictionary<string, BleAdvertisement>(StringComparer.Ordinal);
        string adapter = "";
        void Look()
        {
            BleException? problem = _client.Read(tree =>
            {
                foreach ((string path, BleAdvertisement device) in BlueZAdvertisements.Received(tree, adapter))
                {
                    if (!filter.Matches(device) || (last.TryGetValue(path, out BleAdvertisement? before) && BlueZAdvertisements.Same(before, device))) continue;
                    last[path] = device;
                    heard.Writer.TryWrite(device);
                }

                return BlueZHealth.Problem(tree, adapter);
            });
            if (problem is not null) heard.Writer.TryComplete(problem);
        }

        IAsyncDisposable? session = null;
        IDisposable? listening = null;
        try
        {
            try
            {
                adapter = await ReadyAsync(cancellationToken).ConfigureAwait(false);
                session = await _discovery.BeginAsync(adapter, filter.NamePrefixes.Count == 0 && filter.Companies.Count == 0 ? filter.Services : [], cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                yield break;
            }

            listening = _client.Listen(Look);
            Look();
            while (await MoreAsync(heard.Reader, cancellationToken).ConfigureAwait(false))
                while (heard.Reader.TryRead(out BleAdvertisement? device)) yield return device;
        }
        finally
        {
            listening?.Dispose();
            if (session is not null) await session.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task<IBleLink> ConnectAsync(string deviceId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(deviceId);
        string address = BlueZNames.NormalizeAddress(deviceId) ?? throw new BleException(BleFailure.DeviceNotFound, deviceId, "this is not a Bluetooth address such as C0:00:00:00:00:01");
        BlueZLink? other;
        lock (_links)
        {
            if ((_links.TryGetValue(address, out other) && !other.Disconnected.IsCompleted) || !_connecting.Add(address))
                throw new BleException(BleFailure.DeviceBusy, address, "this program is connected to it");
        }

        try
        {
            if (other is not null) await other.Gone.WaitAsync(cancellationToken).ConfigureAwait(false);
            string adapter = await ReadyAsync(cancellationToken).ConfigureAwait(false);
            string path = BlueZNames.DevicePath(adapter, address);
            await ListenAsync(adapter, path, address, cancellationToken).ConfigureAwait(false);
            var link = await new BlueZConnecting(_client, adapter, path, address).RunAsync(cancellationToken).ConfigureAwait(false);
            lock (_links) _links[address] = link;
            return link;
        }
        finally
        {
            lock (_links) _connecting.Remove(address);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        BlueZLink[] links;
        lock (_links) links = [.. _links.Values];
        await Task.WhenAll(links.Select(l => l.DisposeAsync().AsTask())).ConfigureAwait(false); // BlueZ takes 2 s to hang up
        _discovery.Dispose();
        _client.Dispose();
    }

    private static async ValueTask<bool> MoreAsync(ChannelReader<BleAdvertisement> reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>The adapter to use, known to be ready.</summary>
    private async Task<string> ReadyAsync(CancellationToken cancellationToken)
    {
        await _client.OpenAsync(cancellationToken).ConfigureAwait(false);
        return _client.Read(tree => BlueZHealth.Problem(tree, _adapter) is { } problem ? throw problem : _adapter ?? BlueZHealth.Adapters(tree)[0]);
    }

    /// <summary>Scans until BlueZ knows the device; at once where it does.</summary>
    private async Task ListenAsync(string adapter, string path, string address, CancellationToken cancellationToken)
    {
        if (_client.Read(t => t.Has(path, BlueZNames.Device))) return;
        IAsyncDisposable session = await _discovery.BeginAsync(adapter, [], cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            try
            {
                await _client.UntilAsync(t => BlueZHealth.Problem(t, adapter) is { } problem ? throw problem : t.Has(path, BlueZNames.Device), ListeningLimit, address, cancellationToken).ConfigureAwait(false);
            }
            catch (BleException e) when (e.Failure == BleFailure.Timeout)
            {
                throw new BleException(BleFailure.DeviceNotFound, address, "not heard for 15 s", e);
            }
        }
    }
}

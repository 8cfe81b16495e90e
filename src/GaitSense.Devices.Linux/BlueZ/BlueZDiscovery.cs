using System.Globalization;
using Tmds.DBus.Protocol;

namespace GaitSense.Devices.Linux;

/// <summary>
/// Scanning on one adapter, shared: BlueZ has one discovery and one filter per program, while a scan and two connections may want it at once.
/// </summary>
internal sealed class BlueZDiscovery(BlueZClient client) : IDisposable
{
    private readonly SemaphoreSlim _changing = new(1, 1);
    private readonly List<Session> _sessions = [];

    /// <summary>Scans until what it returns is disposed.</summary>
    /// <param name="adapter">The adapter.</param>
    /// <param name="services">Services to look for; empty: everything.</param>
    /// <param name="cancellationToken">Gives up beginning.</param>
    /// <exception cref="BleException">It cannot begin.</exception>
    public async Task<IAsyncDisposable> BeginAsync(string adapter, IReadOnlyList<Guid> services, CancellationToken cancellationToken)
    {
        var session = new Session(this, adapter, services);
        await _changing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _sessions.Add(session);
            await FilterAsync(adapter, cancellationToken).ConfigureAwait(false);
            await client.CallAsync(Call(adapter, "StartDiscovery"), cancellationToken).ConfigureAwait(false);
        }
        catch (BusException e) when (string.Equals(e.Name, "org.bluez.Error.InProgress", StringComparison.Ordinal))
        {
            // It scans already, for another session of ours.
        }
        catch (BusException e)
        {
            _sessions.Remove(session);
            throw BlueZErrors.ToBle(e, adapter, BleFailure.NoAdapter);
        }
        catch
        {
            _sessions.Remove(session);
            throw;
        }
        finally
        {
            _changing.Release();
        }

        return session;
    }

    /// <inheritdoc/>
    public void Dispose() => _changing.Dispose();

    private static BusCall Call(string adapter, string member) => new(BlueZNames.AdapterPath(adapter), BlueZNames.Adapter, member);

    // BlueZ reports a device's signal strength at every advertisement only where it looks for services.
    private async Task FilterAsync(string adapter, CancellationToken cancellationToken)
    {
        Dictionary<string, VariantValue> filter = new(StringComparer.Ordinal) { ["Transport"] = "le" };
        string[] uuids = [.. _sessions.SelectMany(s => s.Services).Distinct().Select(u => u.ToString("D", CultureInfo.InvariantCulture))];
        if (_sessions.All(s => s.Services.Count > 0)) filter["UUIDs"] = VariantValue.Array(uuids);
        await client.CallAsync(Call(adapter, "SetDiscoveryFilter").With("a{sv}", (ref MessageWriter w) => w.WriteDictionary(filter)), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask EndAsync(Session session)
    {
        await _changing.WaitAsync().ConfigureAwait(false);
        try
        {
            if (!_sessions.Remove(session)) return;
            if (_sessions.Count > 0) await FilterAsync(session.Adapter, CancellationToken.None).ConfigureAwait(false);
            else await client.CallAsync(Call(session.Adapter, "StopDiscovery") with { Timeout = TimeSpan.FromSeconds(5) }, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is BusException or BleException)
        {
            // The adapter or bluetoothd went away, and the scan with it.
        }
        finally
        {
            _changing.Release();
        }
    }

    private sealed class Session(BlueZDiscovery owner, string adapter, IReadOnlyList<Guid> services) : IAsyncDisposable
    {
        public string Adapter { get; } = adapter;

        public IReadOnlyList<Guid> Services { get; } = services;

        public ValueTask DisposeAsync() => owner.EndAsync(this);
    }
}

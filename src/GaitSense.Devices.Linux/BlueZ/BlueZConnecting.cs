using System.Diagnostics;

namespace GaitSense.Devices.Linux;

/// <summary>One attempt to connect to a device that BlueZ knows.</summary>
internal sealed class BlueZConnecting(BlueZClient client, string adapter, string path, string address)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    // Another attempt is taken down within a second or two; what takes longer is another program's.
    private static readonly TimeSpan BusyLimit = TimeSpan.FromSeconds(8);

    // The kernel looks for an advertisement for 20 s (4 s for devices that it connects by itself): an attempt that ended sooner did not end for want of one.
    private static readonly TimeSpan ListeningLimit = TimeSpan.FromSeconds(3);

    private bool _wasConnected;

    private string Where => client.Read(t => t.Text(path, BlueZNames.Device, "Name")) is { Length: > 0 } name ? $"{name} ({address})" : address;

    /// <summary>Connects, and waits until the services are known.</summary>
    /// <exception cref="BleException">It failed.</exception>
    public async Task<BlueZLink> RunAsync(CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(Limit);
        bool connected = false;
        try
        {
            await ConnectAsync(limited.Token).ConfigureAwait(false);
            await client.UntilAsync(AreServicesKnown, Limit, Where, limited.Token).ConfigureAwait(false);
            connected = true;
            return new BlueZLink(client, adapter, path, address, Where);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BleException(BleFailure.Timeout, Where, "not connected within 30 s");
        }
        finally
        {
            if (!connected) await GiveUpAsync().ConfigureAwait(false);
        }
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        long startedAt = Stopwatch.GetTimestamp();
        while (!client.Read(t => t.IsSet(path, BlueZNames.Device, "Connected"))) // up already: left behind by a program that crashed
        {
            try
            {
                await client.CallAsync(new BusCall(path, BlueZNames.Device, "Connect") { Timeout = Limit }, cancellationToken).ConfigureAwait(false);
                await client.RefreshAsync(path, BlueZNames.Device, cancellationToken).ConfigureAwait(false); // a link that comes up twice (seen with an emulated controller) has no signal
                return;
            }
            catch (BusException e) when (e.Name is "org.bluez.Error.AlreadyConnected")
            {
                return;
            }
            catch (BusException e) when (e.Name is "org.bluez.Error.InProgress" && Stopwatch.GetElapsedTime(startedAt) < BusyLimit)
            {
                await Task.Delay(200, cancellationToken).ConfigureAwait(false); // an attempt that was given up is still being taken down
            }
            catch (BusException e) when (client.Read(t => BlueZHealth.Problem(t, adapter)) is { } problem)
            {
                throw new BleException(problem.Failure, problem.Where, e.Message, e);
            }
            catch (BusException e) when (e.Name is "org.bluez.Error.InProgress")
            {
                throw new BleException(BleFailure.DeviceBusy, Where, "another program on this computer is connecting to it", e);
            }
            catch (BusException e) when (e.Message.Contains("abort-by-local", StringComparison.Ordinal) && Stopwatch.GetElapsedTime(startedAt) < ListeningLimit)
            {
                throw new BleException(BleFailure.ConnectionFailed, Where, $"this computer's Bluetooth gave up the attempt: {e.Message}", e);
            }
            catch (BusException e) when (e.Message.Contains("abort-by-remote", StringComparison.Ordinal))
            {
                throw new BleException(BleFailure.ConnectionFailed, Where, $"the sensor ended the attempt: {e.Message}", e);
            }
            catch (BusException e) when (e.Message.Contains("abort-by-local", StringComparison.Ordinal))
            {
                throw new BleException(BleFailure.DeviceNotFound, Where, "it did not advertise while the connection was tried", e); // the kernel's own limit, about 20 s
            }
            catch (BusException e)
            {
                throw BlueZErrors.ToBle(e, Where, BleFailure.DeviceNotFound);
            }
        }
    }

    private bool AreServicesKnown(BlueZTree tree)
    {
        if (BlueZHealth.Problem(tree, adapter) is { } problem) throw problem;
        bool isConnected = tree.IsSet(path, BlueZNames.Device, "Connected");
        if (_wasConnected && !isConnected) throw new BleException(BleFailure.ConnectionFailed, address, "lost while its services were read");
        _wasConnected |= isConnected; // the answer to Connect may come before the change of the property
        return isConnected && tree.IsSet(path, BlueZNames.Device, "ServicesResolved");
    }

    // Ends the attempt in BlueZ too, or it would connect later with nobody there.
    private async Task GiveUpAsync()
    {
        try
        {
            await client.CallAsync(new BusCall(path, BlueZNames.Device, "Disconnect") { Timeout = TimeSpan.FromSeconds(5) }, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is BusException or BleException)
        {
            // It was not connected, or BlueZ is gone: nothing to end.
        }
    }
}

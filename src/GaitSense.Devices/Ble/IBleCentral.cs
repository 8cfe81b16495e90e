namespace GaitSense.Devices;

/// <summary>
/// One Bluetooth adapter that looks for sensors and connects to them. Thread-safe. It survives a restart of the system's Bluetooth service and an
/// adapter that is pulled and plugged in again: links end (<see cref="IBleLink.Disconnected"/>), calls fail with a <see cref="BleException"/> until
/// it is back, and then work again. Disposing it closes its links.
/// </summary>
public interface IBleCentral : IAsyncDisposable
{
    /// <summary>
    /// The adapters of this computer and the state of each; the one that this central uses comes first. Never throws for a state of the world:
    /// where there is no adapter or no Bluetooth service, the one entry says so in its <see cref="BleAdapterState.Problem"/>.
    /// </summary>
    Task<IReadOnlyList<BleAdapterState>> CheckAsync(CancellationToken cancellationToken);

    /// <summary>Listens for advertisements until cancelled, which ends the sequence without an exception.</summary>
    /// <param name="filter">What to report.</param>
    /// <param name="cancellationToken">Ends the scan.</param>
    /// <exception cref="BleException">The scan cannot begin, or ended because the adapter or the Bluetooth service went away.</exception>
    IAsyncEnumerable<BleAdvertisement> ScanAsync(BleScanFilter filter, CancellationToken cancellationToken);

    /// <summary>
    /// Connects without pairing, and returns when the services are known. Scans for the device if the system has not heard of it, and takes over a
    /// link that is up already (left behind by a program that crashed). One link per device: a second call for a linked device fails.
    /// </summary>
    /// <param name="deviceId">A <see cref="BleAdvertisement.DeviceId"/>, of this or an earlier scan.</param>
    /// <param name="cancellationToken">Gives up; without it, the attempt ends by itself after about 30 s.</param>
    /// <exception cref="BleException">It failed; <see cref="BleException.IsTransient"/> says whether trying again may help.</exception>
    Task<IBleLink> ConnectAsync(string deviceId, CancellationToken cancellationToken);
}

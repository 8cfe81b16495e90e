namespace GaitSense.Devices;

/// <summary>
/// A connection to one device. Thread-safe. It ends once and for good: <see cref="Disconnected"/> completes, no handler is called any more, and calls
/// fail. Disposing it disconnects.
/// </summary>
public interface IBleLink : IAsyncDisposable
{
    /// <summary>The device, as <see cref="BleAdvertisement.DeviceId"/> names it.</summary>
    string DeviceId { get; }

    /// <summary>ATT MTU, bytes: a notification carries up to this minus 3. 23 until more is known.</summary>
    int Mtu { get; }

    /// <summary>
    /// Completes, once and never with an exception, when the connection has ended, with the reason: <see cref="BleFailure.ConnectionLost"/>,
    /// <see cref="BleFailure.ServiceAbsent"/>, <see cref="BleFailure.NoAdapter"/>, <see cref="BleFailure.AdapterOff"/>, or
    /// <see cref="BleFailure.Closed"/>. A device that falls silent stays connected: only a timer of the caller tells.
    /// </summary>
    Task<BleException> Disconnected { get; }

    /// <summary>Whether the device offers a characteristic.</summary>
    /// <param name="service">The service.</param>
    /// <param name="characteristic">The characteristic of that service.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="BleException">The link is over.</exception>
    Task<bool> HasAsync(Guid service, Guid characteristic, CancellationToken cancellationToken);

    /// <summary>
    /// Something without which the device is of no use was not found on it: what the system remembers of its services may be an older firmware's. Where the system
    /// can forget that, it does so when the link ends, unless the device is paired: a pairing is never destroyed. What a sensor may have or not is no reason to call it.
    /// </summary>
    void DistrustServices()
    {
    }

    /// <summary>Asks for the notifications of a characteristic, once in the life of a link. They may begin before the task completes.</summary>
    /// <param name="service">The service.</param>
    /// <param name="characteristic">The characteristic of that service.</param>
    /// <param name="handler">Receives them; one handler per characteristic.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="BleException">It failed, for example with <see cref="BleFailure.ServiceMissing"/>.</exception>
    Task SubscribeAsync(Guid service, Guid characteristic, BleNotificationHandler handler, CancellationToken cancellationToken);

    /// <summary>Writes a value.</summary>
    /// <param name="service">The service.</param>
    /// <param name="characteristic">The characteristic of that service.</param>
    /// <param name="value">The bytes; without response at most <see cref="Mtu"/> minus 3.</param>
    /// <param name="withResponse">Whether to wait for the device's answer; otherwise the task completes when the value is on its way.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="BleException">It failed.</exception>
    Task WriteAsync(Guid service, Guid characteristic, ReadOnlyMemory<byte> value, bool withResponse, CancellationToken cancellationToken);

    /// <summary>Reads a value.</summary>
    /// <param name="service">The service.</param>
    /// <param name="characteristic">The characteristic of that service.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="BleException">It failed.</exception>
    Task<byte[]> ReadAsync(Guid service, Guid characteristic, CancellationToken cancellationToken);

    /// <summary>Received signal strength, dBm; null where the system does not tell (BlueZ tells only while scanning).</summary>
    /// <param name="cancellationToken">Gives up.</param>
    Task<int?> ReadRssiAsync(CancellationToken cancellationToken);
}

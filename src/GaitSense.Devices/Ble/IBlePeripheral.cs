namespace GaitSense.Devices;

/// <summary>
/// A Bluetooth device played by this program on one adapter: it advertises, a central connects, reads, writes and is notified. Thread-safe.
/// Disposing it ends the advertisement and withdraws the services.
/// </summary>
public interface IBlePeripheral : IAsyncDisposable
{
    /// <summary>Whether a central is connected to the adapter.</summary>
    bool IsConnected { get; }

    /// <summary>ATT MTU of the central that wants notifications, bytes: a notification carries up to this minus 3. 23 without such a central.</summary>
    int Mtu { get; }

    /// <summary>Completes, once and never with an exception, when the peripheral can no longer be reached: the adapter or the Bluetooth service went away.</summary>
    Task<BleException> Ended { get; }

    /// <summary>Whether a central wants notifications of a characteristic.</summary>
    /// <param name="characteristic">A characteristic of the definition.</param>
    bool IsSubscribed(Guid characteristic);

    /// <summary>Sends a notification, without waiting and without allocating after warm-up.</summary>
    /// <param name="characteristic">A characteristic of the definition that can notify.</param>
    /// <param name="value">The bytes, at most <see cref="Mtu"/> minus 3: what is longer is cut by the stack.</param>
    /// <returns>False: no central is subscribed, or the link is congested; the value was not sent.</returns>
    bool TryNotify(Guid characteristic, ReadOnlySpan<byte> value);
}

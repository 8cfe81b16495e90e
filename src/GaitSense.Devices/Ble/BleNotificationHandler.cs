namespace GaitSense.Devices;

/// <summary>Receives the notifications of one characteristic, in the order in which they arrived.</summary>
/// <param name="value">The bytes; valid during the call only.</param>
/// <param name="hostTimestamp">
/// When they arrived at this program: a <see cref="TimeProvider.GetTimestamp"/> of the clock that goes with the central (the system's; on Linux one that
/// counts suspends). It lags behind the air by the connection interval and the load of the computer, so it is never the time of a sample.
/// </param>
/// <remarks>Called on the link's reader thread: it must not block, must not allocate per packet, and must not throw.</remarks>
public delegate void BleNotificationHandler(ReadOnlySpan<byte> value, long hostTimestamp);

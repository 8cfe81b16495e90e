namespace GaitSense.Devices;

/// <content>What the link has been like.</content>
public sealed partial class FootSensor
{
    /// <summary>How the link has been. May be read from any thread; numbers are a packet apart at most.</summary>
    public LinkQuality Quality => new()
    {
        Foot = Foot,
        Received = Stream?.Received ?? 0,
        Lost = Stream?.Lost ?? 0,
        Duplicates = Stream?.Duplicates ?? 0,
        Reordered = Stream?.Reordered ?? 0,
        Late = Stream?.Late ?? 0,
        Malformed = Volatile.Read(ref _malformed),
        Dropped = _queue.Dropped,
        Clipped = Stream?.Clipped ?? 0,
        Reconnects = Volatile.Read(ref _reconnects),
        Restarts = Stream?.Restarts ?? 0,
        JitterMedianS = Stream?.Jitter.At(0.5),
        JitterP99S = Stream?.Jitter.At(0.99),
        RssiDbm = Volatile.Read(ref _rssi) is var rssi && rssi > int.MinValue ? rssi : null,
        BatteryPercent = Volatile.Read(ref _battery) is var battery && battery >= 0 ? battery : null,
        ClockUncertaintyS = Stream is { UncertaintyS: var u } && double.IsFinite(u) ? u : null,
    };
}

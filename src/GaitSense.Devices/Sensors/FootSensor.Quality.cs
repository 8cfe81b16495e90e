using GaitSense.Streams;

namespace GaitSense.Devices;

/// <content>What the link has been like.</content>
public sealed partial class FootSensor
{
    /// <summary>How the link has been. May be read from any thread; numbers are a packet apart at most.</summary>
    public LinkQuality Quality => Input.Quality with
    {
        Dropped = _queue.Dropped,
        Reconnects = Volatile.Read(ref _reconnects),
        RssiDbm = Volatile.Read(ref _rssi) is var rssi && rssi > int.MinValue ? rssi : null,
        BatteryPercent = Volatile.Read(ref _battery) is var battery && battery >= 0 ? battery : null,
    };
}

using GaitSense.Core;

namespace GaitSense.Streams;

/// <summary>The relation of a sensor's clock to host time, as last known. The walk's thread writes it, any thread reads it; no one waits and nothing is allocated.</summary>
public sealed class DeviceLine
{
    private long _version, _hostUs, _deviceUs, _driftBits;
    private bool _isKnown;

    /// <summary>The clock is not known any more.</summary>
    internal void Forget() => Publish(default, default, 0, isKnown: false);

    /// <summary>At <paramref name="host"/> the sensor's clock showed <paramref name="device"/>.</summary>
    /// <param name="device">The sensor's time.</param>
    /// <param name="host">The host's.</param>
    /// <param name="driftRatio">Host seconds per device second less one.</param>
    internal void Set(DeviceTime device, HostTime host, double driftRatio) => Publish(device, host, driftRatio, isKnown: true);

    /// <summary>The sensor's time at a host time; false while its clock is not known.</summary>
    public bool TryDeviceAt(HostTime host, out DeviceTime device)
    {
        SpinWait wait = default;
        while (true)
        {
            long version = Volatile.Read(ref _version);
            bool isKnown = Volatile.Read(ref _isKnown);
            double s = host.SecondsSince(new HostTime(Volatile.Read(ref _hostUs))) / (1 + BitConverter.Int64BitsToDouble(Volatile.Read(ref _driftBits)));
            device = new DeviceTime(Volatile.Read(ref _deviceUs)).AddSeconds(s);
            if (version % 2 == 0 && Interlocked.Read(ref _version) == version) return isKnown;
            wait.SpinOnce();
        }
    }

    // Odd while it is being changed: a reader tries again then.
    private void Publish(DeviceTime device, HostTime host, double driftRatio, bool isKnown)
    {
        Interlocked.Increment(ref _version);
        Volatile.Write(ref _deviceUs, device.Microseconds);
        Volatile.Write(ref _hostUs, host.Microseconds);
        Volatile.Write(ref _driftBits, BitConverter.DoubleToInt64Bits(driftRatio));
        Volatile.Write(ref _isKnown, isKnown);
        Interlocked.Increment(ref _version);
    }
}

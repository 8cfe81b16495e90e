using GaitSense.Core;

namespace GaitSense.Devices;

/// <summary>
/// Which frame is in the air when: a line between host time and frames, kept from what the device tells of its delay. One thread adds, any thread asks;
/// nobody waits. Readings scatter (the thread is interrupted between the reading and its time), so the line follows their mean over the last
/// <see cref="Memory"/>; within that, a device whose clock is off by 100 ppm is followed to 0.1 ms.
/// </summary>
internal sealed class FrameClock(int rateHz)
{
    /// <summary>Readings that the line averages.</summary>
    public const int Memory = 64;

    private const double JumpS = 0.02;

    private int _readings;
    private long _version, _anchorUs, _anchorFrameBits;

    /// <summary>Forgets the line: frames have been lost or time has stood still.</summary>
    public void Restart()
    {
        _readings = 0;
        Publish(default, double.NaN);
    }

    /// <summary>At <paramref name="now"/>, <paramref name="frame"/> is in the air.</summary>
    /// <returns>False where that is far from the line: the device stood still, or ran ahead, and what was planned by the line is not heard when it should be.</returns>
    public bool TryAdd(HostTime now, double frame)
    {
        if (_readings > 0)
        {
            double expected = BitConverter.Int64BitsToDouble(_anchorFrameBits) + (now.SecondsSince(new HostTime(_anchorUs)) * rateHz);
            double error = frame - expected;
            if (Math.Abs(error) > JumpS * rateHz) return false;
            frame = expected + (error / Math.Min(_readings + 1, Memory));
        }

        _readings = Math.Min(_readings + 1, Memory);
        Publish(now, frame);
        return true;
    }

    /// <summary>The frame in the air at an instant; false: not known.</summary>
    public bool TryFrameAt(HostTime time, out double frame)
    {
        SpinWait wait = default;
        while (true)
        {
            long version = Volatile.Read(ref _version);
            HostTime anchor = new(Volatile.Read(ref _anchorUs));
            frame = BitConverter.Int64BitsToDouble(Volatile.Read(ref _anchorFrameBits)) + (time.SecondsSince(anchor) * rateHz);
            if (version % 2 == 0 && Interlocked.Read(ref _version) == version) return version > 0 && !double.IsNaN(frame);
            wait.SpinOnce();
        }
    }

    // Odd while it is being changed: a reader tries again then.
    private void Publish(HostTime anchor, double frame)
    {
        Interlocked.Increment(ref _version);
        Volatile.Write(ref _anchorUs, anchor.Microseconds);
        Volatile.Write(ref _anchorFrameBits, BitConverter.DoubleToInt64Bits(frame));
        Interlocked.Increment(ref _version);
    }
}

using System.Runtime.CompilerServices;

namespace GaitSense.Core;

/// <summary>Whether a sensor, or one half of it, gives the same reading for more than 0.2 s. What it gives then is not received.</summary>
internal struct FrozenSensor
{
    private const double QuietRadPerS = 0.3, MovingRadPerS = 0.5, MaxGapS = 0.1, LastsS = 1;
    private const int Kept = 8;

    private StuckReading _accel;
    private StuckReading _gyro;
    private DeviceTime _last;
    private bool _hasLast;
    private bool _isFrozen;
    private Spans _spans;
    private int _count;

    /// <summary>How long in all, s.</summary>
    public double TotalS { get; private set; }

    /// <summary>Whether it is to be reported: it was frozen and is not any more, or it lasts.</summary>
    public readonly bool IsKnown => TotalS > (_isFrozen ? LastsS : 0);

    /// <summary>Takes a sample; true while the sensor is frozen.</summary>
    public bool Push(in ImuSample sample)
    {
        double dt = _hasLast ? sample.Time.SecondsSince(_last) : 0;
        if (_hasLast && dt <= 0) return _isFrozen;
        if (dt > MaxGapS)
        {
            _accel.Forget();
            _gyro.Forget();
        }

        (_hasLast, _last) = (true, sample.Time);
        double rate = sample.GyroRadPerS.Length;
        bool isQuiet = rate < QuietRadPerS;
        bool gyro = _gyro.Push(sample.GyroRadPerS, sample.Time, isQuiet, rate > MovingRadPerS);
        bool accel = _accel.Push(sample.AccelMps2, sample.Time, isQuiet, rate > MovingRadPerS);
        bool isFrozen = gyro || accel;
        if (isFrozen) Count(sample.Time, gyro ? _gyro.Since : _accel.Since, dt);
        else if (_isFrozen) ForgetRuns();
        _isFrozen = isFrozen;
        return isFrozen;
    }

    /// <summary>Whether it was frozen at some time between two instants, as far as remembered.</summary>
    public readonly bool WasFrozen(DeviceTime from, DeviceTime to)
    {
        for (int i = 0; i < Math.Min(_count, Kept); i++)
            if (_spans[i].From <= to && _spans[i].To >= from) return true;
        return false;
    }

    private void Count(DeviceTime now, DeviceTime since, double dt)
    {
        if (!_isFrozen)
        {
            _spans[_count % Kept].From = since;
            _count++;
            dt = now.SecondsSince(since);
        }

        _spans[(_count - 1) % Kept].To = now;
        TotalS += dt;
    }

    private void ForgetRuns()
    {
        _accel.Forget();
        _gyro.Forget();
    }

    private struct Span
    {
        public DeviceTime From;
        public DeviceTime To;
    }

    [InlineArray(Kept)]
    private struct Spans
    {
        private Span _element0;
    }
}

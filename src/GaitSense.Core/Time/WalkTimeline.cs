namespace GaitSense.Core;

/// <summary>
/// One foot's samples on the walk's clock. The alignment may change its mind at any moment; sample spacing must not: between gaps the map is a
/// line whose slope follows the alignment slowly, so that samples stay evenly spaced and never run backward. Across a gap, where nothing is
/// integrated, it goes to the alignment at once. What it lags behind is part of its uncertainty.
/// </summary>
/// <param name="start">The host's time at which the walk's clock shows 0.</param>
/// <param name="assumed">What the alignment takes for granted.</param>
public sealed class WalkTimeline(HostTime start, ClockAssumptions assumed)
{
    /// <summary>A step between two samples from which on the map may jump, s: longer than what the core bridges.</summary>
    public const double JumpGapS = SampleGate.MaxBridgeS;

    private const double FollowEveryS = 0.5;
    private const double CatchUpS = 8;

    // 0.2 ms in a second: nothing to a stride, and a start that was 3 ms off is put right within half a minute. More where the rate is counted.
    private readonly double _slewRatio = Math.Max(200e-6, assumed.MaxDriftRatio / 10);

    private DeviceTime _fromDevice, _lastDevice;
    private double _fromUs, _rate;
    private long _lastUs = long.MinValue;
    private int _epoch;
    private bool _isAnchored;

    /// <summary>How far the map is from what the alignment says, s: positive where it is early.</summary>
    public double LagS { get; private set; }

    /// <summary>How far a mapped time may be off, s: as that of the alignment, with the lag.</summary>
    public double UncertaintyS { get; private set; } = double.PositiveInfinity;

    /// <summary>Takes in what the alignment knows now, before the samples from <paramref name="next"/> on are mapped.</summary>
    /// <param name="next">Time of the next sample to be mapped.</param>
    /// <param name="clock">The sensor's alignment; it must have an estimate.</param>
    public void Follow(DeviceTime next, ClockAlignment clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        bool mayJump = !_isAnchored || clock.Epoch != _epoch || next <= _lastDevice || next.SecondsSince(_lastDevice) > JumpGapS;
        if (!mayJump && next.SecondsSince(_fromDevice) < FollowEveryS) return;
        double targetUs = clock.ToHost(next).Microseconds - start.Microseconds;
        double mappedUs = mayJump ? Math.Max(targetUs, _lastUs == long.MinValue ? targetUs : _lastUs + 1) : MapUs(next);
        LagS = (targetUs - mappedUs) * 1e-6;
        _rate = 1 + clock.DriftRatio + Math.Clamp(LagS / CatchUpS, -_slewRatio, _slewRatio);
        (_fromDevice, _fromUs, _lastDevice) = (next, mappedUs, next);
        (_epoch, _isAnchored) = (clock.Epoch, true);
        UncertaintyS = clock.UncertaintyS(next) + Math.Abs(LagS);
    }

    /// <summary>
    /// The walk's time of a sample. Samples come in the order they were taken; two never get the same time. The first needs a
    /// <see cref="Follow"/> before it.
    /// </summary>
    public DeviceTime Map(DeviceTime sample)
    {
        if (!_isAnchored) throw new InvalidOperationException("The timeline follows no clock yet.");
        _lastDevice = sample;
        _lastUs = Math.Max((long)Math.Round(MapUs(sample)), _lastUs == long.MinValue ? long.MinValue : _lastUs + 1);
        return new DeviceTime(_lastUs);
    }

    private double MapUs(DeviceTime sample) => _fromUs + ((sample.Microseconds - _fromDevice.Microseconds) * _rate);
}

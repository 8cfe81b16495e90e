namespace GaitSense.Core;

/// <summary>Foot flat and heel off: where the sagittal rotation of a standing foot ends, and where it begins again.</summary>
internal sealed class FlatFootDetector
{
    // Well above the sway of a standing foot (0.1 rad/s), well below push-off and landing (2 to 10 rad/s).
    private const double FlatRadPerS = 0.5;

    // This long below it, and the sole is down: a bounce after landing is shorter.
    private const double HoldS = 0.03;

    private State _s;

    public State Snapshot
    {
        get => _s;
        set => _s = value;
    }

    /// <summary>When the rotation that is under way began, if one is.</summary>
    public DeviceTime? HeelOff => _s.IsFlat ? null : _s.HeelOff;

    public void Reset() => _s = default;

    /// <summary>A new stance.</summary>
    public void Land() => _s = _s with { IsWaiting = true, IsFlat = false, HeelOff = null };

    /// <summary>True once per stance with the time of foot flat.</summary>
    public bool TryPush(DeviceTime time, double rateRadPerS, bool inSwing, out DeviceTime flat)
    {
        flat = default;
        double rate = Math.Abs(rateRadPerS);
        bool found = false;
        if (!inSwing && rate < FlatRadPerS)
        {
            if (_s.Rate >= FlatRadPerS || !_s.HasRate) _s.Since = Crossing(time, rate);
            if (!_s.IsFlat && time.SecondsSince(_s.Since) >= HoldS)
            {
                found = _s.IsWaiting;
                flat = _s.Since;
                _s.IsFlat = true;
                _s.IsWaiting = false;
            }
        }
        else if (!inSwing && _s.IsFlat)
        {
            _s.HeelOff = Crossing(time, rate);
            _s.IsFlat = false;
        }

        _s.Rate = rate;
        _s.Time = time;
        _s.HasRate = true;
        return found;
    }

    // Between the last sample and this one, where the rate passed the limit.
    private DeviceTime Crossing(DeviceTime time, double rate)
    {
        double change = rate - _s.Rate;
        return _s.HasRate && change != 0 ? _s.Time.AddSeconds((FlatRadPerS - _s.Rate) / change * time.SecondsSince(_s.Time)) : time;
    }

    /// <summary>All that changes.</summary>
    public struct State
    {
        public bool HasRate;
        public double Rate;
        public DeviceTime Time;
        public DeviceTime Since;
        public bool IsWaiting;
        public bool IsFlat;
        public DeviceTime? HeelOff;
    }
}

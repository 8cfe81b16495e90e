namespace GaitSense.Core;

/// <summary>
/// Steps from the contacts of both feet in time order: landing to the other foot's landing before it, and to the other foot's release after
/// it (double support). Needs one clock for both feet.
/// </summary>
internal sealed class StepAssembler(double clockUncertaintyS)
{
    // Standard uncertainty of one contact's time against another of the same kind: the scatter against optical references (7 to 12 ms).
    private const double ContactSdS = 0.010;

    // Two landings farther apart are not one step but a pause.
    private const double MaxStepS = 3;

    // Both feet on the ground for so much longer than is the walker's way: standing, and no double support; likewise a step.
    private static readonly OwnRhythm DoubleSupports = new(minS: 0.75, firstS: 1.5);
    private static readonly OwnRhythm StepTimes = new(minS: 1.5, firstS: MaxStepS);

    private State _s;

    public State Snapshot
    {
        get => _s;
        set => _s = value;
    }

    /// <summary>Standard uncertainty of the offset between the feet's clocks now, s: as it was last said, or as the options have it.</summary>
    public double ClockUncertaintyS => _s.ClockUncertaintyS ?? clockUncertaintyS;

    /// <summary>The same over all steps so far: its root mean square, s; what it is now before the first step.</summary>
    public double MeanClockUncertaintyS => _s.Steps > 0 ? Math.Sqrt(_s.ClockSquares / _s.Steps) : ClockUncertaintyS;

    public void Reset() => _s = default;

    /// <summary>What the clocks' uncertainty is from here on.</summary>
    public void SetClockUncertainty(double seconds) => _s.ClockUncertaintyS = seconds;

    /// <summary>Takes an event; contacts of both feet come in time order. Returns true with a step when one is complete.</summary>
    public bool TryPush(in GaitEvent e, out Step step)
    {
        step = default;
        if (e.Kind == GaitEventKind.MidSwing)
        {
            if (e.Foot == Foot.Left) _s.LeftDirection = e.Direction;
            else _s.RightDirection = e.Direction;
            return false;
        }

        if (e.Kind == GaitEventKind.TerminalContact)
        {
            bool ends = _s.HasOpen && e.Foot != _s.Open.Foot && e.Time >= _s.Open.Time;
            return ends && TryClose(DoubleSupport(e.Time.SecondsSince(_s.Open.Time)), e.DetectedAt, out step);
        }

        if (e.Kind != GaitEventKind.InitialContact) return false;
        bool closed = _s.HasOpen && TryClose(null, e.DetectedAt, out step);
        if (_s.HasLanding && _s.Landing.Foot != e.Foot)
        {
            double time = e.Time.SecondsSince(_s.Landing.Time);
            if (time is > 0 and < MaxStepS && !StepTimes.IsStanding(_s.UsualStepS, time))
            {
                _s.UsualStepS = OwnRhythm.Learn(_s.UsualStepS, time);
                WalkingDirection direction = e.Foot == Foot.Left ? _s.LeftDirection : _s.RightDirection;
                double clock = ClockUncertaintyS, uncertainty = Math.Sqrt((2 * ContactSdS * ContactSdS) + (clock * clock));
                _s.Open = new Step(e.Foot, e.Time, time, uncertainty, null, e.DetectedAt, direction);
                _s.HasOpen = true;
                _s.ClockSquares += clock * clock;
                _s.Steps++;
            }
        }

        _s.Landing = e;
        _s.HasLanding = true;
        return closed;
    }

    /// <summary>Closes a step that is still open, without a double support.</summary>
    public bool TryFlush(DeviceTime now, out Step step)
    {
        step = default;
        return _s.HasOpen && TryClose(null, now, out step);
    }

    private double? DoubleSupport(double seconds)
    {
        if (DoubleSupports.IsStanding(_s.UsualDoubleSupportS, seconds)) return null;
        _s.UsualDoubleSupportS = OwnRhythm.Learn(_s.UsualDoubleSupportS, seconds);
        return seconds;
    }

    private bool TryClose(double? doubleSupportS, DeviceTime knownAt, out Step step)
    {
        step = _s.Open with { DoubleSupportS = doubleSupportS, KnownAt = knownAt };
        _s.HasOpen = false;
        return true;
    }

    /// <summary>All that changes.</summary>
    public struct State
    {
        public bool HasLanding;
        public GaitEvent Landing;
        public bool HasOpen;
        public Step Open;
        public double UsualStepS;
        public double UsualDoubleSupportS;
        public WalkingDirection LeftDirection;
        public WalkingDirection RightDirection;
        public double? ClockUncertaintyS;
        public double ClockSquares;
        public long Steps;
    }
}

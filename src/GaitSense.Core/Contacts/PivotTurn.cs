namespace GaitSense.Core;

/// <summary>
/// A foot that turns about the vertical without rolling, and rests again: a step of a turn on the spot. A foot that carries the body does not turn so far over the ground and
/// stay, so this was a movement of the foot, however little it lifted and travelled. A foot that turns and then leaves has its release to tell when.
/// </summary>
internal struct PivotTurn
{
    // Slower than this a standing foot sways, rad/s.
    private const double MinRateRadPerS = 0.5;

    // What a foot that carries the body may turn over the ground as the body turns above it, rad (34°).
    private const double StandingRad = 0.6;

    // It rests so soon after the turn, s.
    private const double RestS = 0.2;

    /// <summary>When it began.</summary>
    public DeviceTime Start;

    private DeviceTime _end;
    private double _turnRad;
    private double _rollRad;
    private bool _isOver;

    /// <summary>Takes one sample. True at the first rest after a turn that was farther than a standing foot's, and mainly a turn.</summary>
    public bool Follow(in ContactSample x, in ContactSample last)
    {
        double rate = Math.Abs(x.TurnRateRadPerS), dt = x.Time.SecondsSince(last.Time);
        if (rate < MinRateRadPerS)
        {
            if (!_isOver) (_isOver, _end) = (true, last.Time);
            bool isStep = x.IsStill && _turnRad > StandingRad && _turnRad > 2 * _rollRad && x.Time.SecondsSince(_end) < RestS;
            if (x.IsStill) _turnRad = 0;
            return isStep;
        }

        if (_isOver || _turnRad == 0) (Start, _turnRad, _rollRad, _isOver) = (last.Time, 0, 0, false);
        _turnRad += rate * dt;
        _rollRad += Math.Abs(x.RateRadPerS) * dt;
        return false;
    }
}

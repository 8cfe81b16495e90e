using GaitSense.Core;

namespace GaitSense.Training.TimedTests.Feet;

/// <summary>
/// What one foot did: where it went, sample by sample, and where it stood. The causal filter moves the foot at each landing by what it had gathered of error; here these
/// jumps are taken out of the path and given back to the swing in which they arose, growing with the square of time as the error did (a tilt that is off accelerates).
/// </summary>
internal sealed class FootTrace
{
    // A still foot or a sensor of 400 Hz needs no more places than these, s.
    private const double LeastStepS = 0.0045;

    private readonly List<TracePoint> _points = [];
    private readonly List<Stance> _stances = [];
    private readonly List<Swing> _swings = [];
    private Vector3D _jumpsM, _lastM, _lastMps;
    private double _lastS = double.NegativeInfinity;
    private readonly List<double> _stopsS = [];
    private bool _isStarted, _isMoving;

    /// <summary>The path, uncorrected.</summary>
    public IReadOnlyList<TracePoint> Points => _points;

    /// <summary>Where the foot stood in mid-stance, in time order.</summary>
    public IReadOnlyList<Stance> Stances => _stances;

    /// <summary>When it was in the air; the last may not have landed.</summary>
    public IReadOnlyList<Swing> Swings => _swings;

    /// <summary>Since when the foot has stood without moving, s; null: it moves.</summary>
    public double? StillSinceS { get; private set; }

    /// <summary>When the foot first stood still, not before a time, s; null: not yet.</summary>
    public double? StopsAfterS(double timeS)
    {
        int i = _stopsS.FindIndex(s => s >= timeS);
        return i < 0 ? null : _stopsS[i];
    }

    /// <summary>The last sample's time, s; null: there was none.</summary>
    public double? LatestS => _isStarted ? _lastS : null;

    /// <summary>Whether sample by sample is kept. Where only stances and swings are asked for, an hour needs little memory.</summary>
    public bool KeepsPath { get; set; } = true;

    public void Add(in FootPose pose)
    {
        double s = pose.Time.Seconds;
        if (_isStarted && s - _lastS is > 0 and < 0.1)
            _jumpsM += pose.PositionM - _lastM - ((pose.VelocityMps + _lastMps) * ((s - _lastS) / 2));
        bool isStill = pose.Phase != FootPhase.Swing && pose.VelocityMps.Length < Stillness.SpeedMps;
        StillSinceS = isStill ? StillSinceS ?? s : null;
        bool isMoving = pose.VelocityMps.Length > Stillness.CreepMps;
        if (_isMoving && !isMoving) _stopsS.Add(s);
        _isMoving = isMoving;
        (_lastS, _lastM, _lastMps, _isStarted) = (s, pose.PositionM, pose.VelocityMps, true);
        if (!KeepsPath || (_points.Count > 0 && s - _points[^1].TimeS < LeastStepS)) return;
        Vector3D smooth = pose.PositionM - _jumpsM;
        _points.Add(new TracePoint(s, smooth.X, smooth.Y, _jumpsM.X, _jumpsM.Y, pose.PitchRad, pose.Phase == FootPhase.FootFlat));
    }

    public void Add(in PathPoint point) => _stances.Add(new Stance(point.Time.Seconds, point.PositionM.X, point.PositionM.Y, point.HeadingRad));

    /// <summary>The foot left the ground.</summary>
    public void Leave(double timeS)
    {
        StillSinceS = null;
        _swings.Add(new Swing(timeS, null));
    }

    /// <summary>The foot landed.</summary>
    public void Land(double timeS)
    {
        if (_swings is [.., { LandsS: null } open]) _swings[^1] = open with { LandsS = timeS };
    }

    /// <summary>Samples were missing: what was believed of the foot's stillness is not known.</summary>
    public void Lose() => StillSinceS = null;

    /// <summary>Where the present position is, for a foot that stands, m; null: nothing was seen.</summary>
    public (double X, double Y)? PlaceM => _isStarted ? (_lastM.X, _lastM.Y) : null;

    /// <summary>Forgets the path before a time: a test that waits for hours needs no more.</summary>
    public void ForgetBefore(double timeS)
    {
        _stopsS.RemoveAll(s => s < timeS);
        _points.RemoveAll(p => p.TimeS < timeS);
        _stances.RemoveAll(p => p.TimeS < timeS);
        _swings.RemoveAll(p => (p.LandsS ?? double.PositiveInfinity) < timeS);
    }
}

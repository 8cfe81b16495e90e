namespace GaitSense.Core;

/// <summary>
/// How far a swing bows to the side of the line between the mid-stances around it. The velocity's error grows over a swing and the zero velocity after it takes it back: the place it moves
/// the end by is spread over the swing with the square of the time, as <see cref="HeightProfile"/> does with heights.
/// </summary>
internal sealed class SwingBow
{
    private State _s;

    public State Snapshot
    {
        get => _s;
        set => _s = value;
    }

    public void Reset() => _s = default;

    /// <summary>A swing begins; it started from there.</summary>
    public void Begin(in Anchor start) => _s = new State { IsFollowed = true, StartM = start.PositionM, StartTime = start.Time };

    /// <summary>Takes the place after one sample.</summary>
    public void Follow(FootTracker tracker, DeviceTime time, bool inSwing)
    {
        if (!_s.IsFollowed) return;
        _s.ShiftM += tracker.LastPositionShiftM;
        if (!inSwing) return;
        _s.SinceStartS = time.SecondsSince(_s.StartTime);
        _s.SumM += tracker.PositionM - _s.ShiftM - _s.StartM;
        _s.SquaresS2 += _s.SinceStartS * _s.SinceStartS;
        _s.Samples++;
    }

    /// <summary>Mean distance of the swing from the line to where it ended, m, to the left of the way positive; null where nothing was followed. The swing is over.</summary>
    public double? End(in Anchor end)
    {
        State s = _s;
        _s = default;
        if (s.Samples == 0 || s.SinceStartS <= 0) return null;
        Vector3D way = end.PositionM - s.StartM;
        double length = Math.Sqrt((way.X * way.X) + (way.Y * way.Y));
        if (length == 0) return null;
        Vector3D mean = (s.SumM + (s.ShiftM * (s.SquaresS2 / (s.SinceStartS * s.SinceStartS)))) * (1.0 / s.Samples);
        return ((mean.Y * way.X) - (mean.X * way.Y)) / length;
    }

    /// <summary>All that changes.</summary>
    public struct State
    {
        public bool IsFollowed;
        public Vector3D StartM;
        public DeviceTime StartTime;
        public Vector3D ShiftM;
        public Vector3D SumM;
        public double SquaresS2;
        public double SinceStartS;
        public int Samples;
    }
}

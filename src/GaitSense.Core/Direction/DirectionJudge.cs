namespace GaitSense.Core;

/// <summary>Which way each stride of one foot went along its axis, and what that shows of the axis' sign.</summary>
internal sealed class DirectionJudge(Foot foot, MountingTracker mounting, double calibrationWalkS)
{
    // A direction taken from the strides before is an inference; so is that a foot which turned so far went nowhere.
    private const double CornerConfidence = 0.6;

    // A stride that turns less than this went straight on.
    private const double StraightRad = 0.35;

    // A shorter swing has no shape to speak of, m.
    private const double ShapelyM = 0.15;

    // Where samples were lost, a swing shows its way by going this much farther than what would be called another way, m, and by what a foot travels in a gap that was not bridged.
    private const double ClearM = 0.1;
    private const double FootMps = 2.5;

    private readonly SwingForm _shape = new();
    private readonly WalkCourse _course = new();
    private State _s;

    public (State Own, SwingForm.State Shape, WalkCourse.State Course) Snapshot
    {
        get => (_s, _shape.Snapshot, _course.Snapshot);
        set => (_s, _shape.Snapshot, _course.Snapshot) = value;
    }

    public void Reset()
    {
        _s = default;
        _shape.Reset();
        _course.Reset();
    }

    /// <summary>Samples are missing: seconds without them, 0 where they were bridged.</summary>
    public void MarkLost(double unseenS) => _s.NeededM = (_s.NeededM > 0 ? _s.NeededM : ClearM) + (FootMps * unseenS);

    /// <summary>The foot is as still as it was in this stance.</summary>
    public void SetReference(DeviceTime time) => _shape.Rest(time);

    /// <summary>The foot stands still: what was lost before is of no swing to come.</summary>
    public void Rest() => _s.NeededM = 0;

    /// <summary>The foot leaves the ground, from a mid-stance instant if there was one.</summary>
    public void Release(DeviceTime time, DeviceTime? heelOff, MidStanceReference? start)
    {
        _s.Roll.Release(heelOff, time);
        if (start is { } reference) _shape.Begin(in reference);
        else _shape.BeginBlind();
    }

    public void Land(DeviceTime time) => _s.Roll.Land(time);

    public void Flat(DeviceTime time) => _s.Roll.Flat(time);

    /// <summary>Takes the place after one sample.</summary>
    public void Follow(FootTracker tracker, DeviceTime time, bool inSwing) => _shape.Follow(tracker, time, inSwing);

    /// <summary>Where the present swing seems to go, from what it has gone by now.</summary>
    public AxisDirection Early(in FootPath path) =>
        DirectionRule.MarginM(in path) < _s.NeededM ? AxisDirection.Unknown : DirectionRule.Of(in path);

    /// <summary>Where a stride went; learns from it first. Its confidence falls where its direction is taken from the strides before.</summary>
    /// <param name="stride">The stride.</param>
    /// <param name="path">Where it went; null where that was not measured.</param>
    /// <param name="end">The mid-stance instant after it.</param>
    /// <param name="sinceStartS">From the first sample to its landing, s.</param>
    /// <param name="now">Time of the sample that completed it.</param>
    public AxisDirection Judge(ref Stride stride, in FootPath? path, in MidStanceReference end, double sinceStartS, DeviceTime now)
    {
        bool hasShape = _shape.TryEnd(in end, stride.TerminalContact, stride.End, out double leftwardM, out double middle);
        double neededM = _s.NeededM;
        _s.NeededM = 0;
        if (path is not { } way) return AxisDirection.Unknown;
        if (stride.ShowsTheWay && !WalkCourse.IsCorner(in stride)) Learn(in stride, in way, hasShape && way.DistanceM >= ShapelyM ? (leftwardM, middle) : null, sinceStartS <= calibrationWalkS, now);
        // A swing with a hole in it has no direction, unless what is missing could not change it.
        AxisDirection direction = DirectionRule.MarginM(in way) >= neededM ? _course.Judge(in stride, in way) : AxisDirection.Unknown;
        if (direction != DirectionRule.Of(in way) || (direction == AxisDirection.InPlace && WalkCourse.IsCorner(in stride))) stride = stride with { Confidence = Math.Min(stride.Confidence, CornerConfidence) };
        return direction;
    }

    // What a stride that is no corner tells of the mounting.
    private void Learn(in Stride stride, in FootPath path, (double LeftwardM, double Middle)? shape, bool isDeclaredForward, DeviceTime now)
    {
        AxisDirection measured = DirectionRule.Of(in path);
        bool isStraight = Math.Abs(stride.TurnRad ?? 0) < StraightRad;
        if (isStraight) mounting.ObserveTravel(in path);
        if (measured is not (AxisDirection.Along or AxisDirection.Against)) return;
        if (stride.AngleAtTerminalContactRad is not { } release || stride.AngleAtInitialContactRad is not { } landing) return;
        int travel = measured == AxisDirection.Along ? 1 : -1;
        if (isDeclaredForward) mounting.Forward.ObserveDeclared(travel);
        double? outwardM = isStraight ? shape?.LeftwardM * (foot == Foot.Left ? 1 : -1) : null;
        mounting.Forward.Observe(new WayShown(stride.End, travel, -travel * release, travel * landing, _s.Roll.Ln, outwardM, shape?.Middle, stride.Start is null), now);
    }

    /// <summary>All that changes here.</summary>
    public struct State
    {
        public double NeededM;
        public StanceRoll Roll;
    }
}

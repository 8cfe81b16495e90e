using GaitSense.Analysis.Summary;
using GaitSense.Core;

namespace GaitSense.Analysis.Walks;

/// <summary>One foot's angle and height curves, forward and backward: cuts each valid stride out of the last poses once they are all there.</summary>
internal sealed class FootCurves(Foot foot)
{
    private const double TurningRad = SteadyRule.TurnPerStrideDeg * Math.PI / 180;

    // A stride shorter than this has no line to speak of: its height change is spread over time instead, m.
    private const double MinLengthM = 0.05;

    private static readonly WalkingDirection[] Directions = [WalkingDirection.Forward, WalkingDirection.Backward];

    private readonly PoseRing _ring = new();
    private readonly Queue<Stride> _waiting = new();
    private readonly CurveAccumulator[] _angles = [new(), new()];
    private readonly CurveAccumulator[] _heights = [new(), new()];
    private readonly double[] _curve = new double[MeanCurve.Points];
    private readonly double[] _x = new double[MeanCurve.Points];
    private readonly double[] _y = new double[MeanCurve.Points];

    public void Add(in FootPose pose)
    {
        if (double.IsFinite(pose.PitchRad) && pose.PositionM.IsFinite) _ring.Add(in pose);
        if (_waiting.Count > 0) Drain();
    }

    public void Enqueue(in Stride stride)
    {
        bool turns = stride.TurnRad is { } turn && Math.Abs(turn) > TurningRad;
        if (!stride.IsValid || turns || stride.Direction is not (WalkingDirection.Forward or WalkingDirection.Backward)) return;
        _waiting.Enqueue(stride);
        Drain();
    }

    public IEnumerable<MeanCurve> Results() => Directions
        .SelectMany((direction, i) => new[]
        {
            _angles[i].Result(foot, direction, CurveKind.FootAngle),
            _heights[i].Result(foot, direction, CurveKind.Height),
        })
        .OfType<MeanCurve>();

    private void Drain()
    {
        while (_waiting.TryPeek(out Stride stride) && LastNeeded(in stride) <= _ring.NewestUs) Cut(_waiting.Dequeue());
    }

    private static long LastNeeded(in Stride stride) => Math.Max(stride.End.Microseconds, stride.ZeroVelocityEnd?.Microseconds ?? long.MinValue);

    private void Cut(in Stride stride)
    {
        int direction = stride.Direction == WalkingDirection.Forward ? 0 : 1;
        long contact = stride.End.Microseconds, release = stride.TerminalContact.Microseconds;
        if (stride.Start is { } start && _ring.TryResample(start.Microseconds, contact, PoseChannel.PitchRad, _curve))
            _angles[direction].Add(_curve, Percent(release, start.Microseconds, contact), 100);
        if (stride.ZeroVelocityStart is { } from && stride.ZeroVelocityEnd is { } to && TryHeight(from.Microseconds, to.Microseconds))
            _heights[direction].Add(_curve, Percent(release, from.Microseconds, to.Microseconds), Percent(contact, from.Microseconds, to.Microseconds));
    }

    /// <summary>
    /// Height above the line between the two mid-stances. The poses are the causal filter's: what drift a swing gathers is taken back only in the
    /// rest after it. Seen afterwards, it is taken out evenly over the swing, because a foot at rest is at its mid-stance height.
    /// </summary>
    private bool TryHeight(long from, long to)
    {
        if (!_ring.TryResample(from, to, PoseChannel.XM, _x) || !_ring.TryResample(from, to, PoseChannel.YM, _y)) return false;
        if (!_ring.TryResample(from, to, PoseChannel.ZM, _curve)) return false;
        int last = _curve.Length - 1;
        double dx = _x[last] - _x[0], dy = _y[last] - _y[0], dz = _curve[last] - _curve[0], ground = _curve[0], square = (dx * dx) + (dy * dy);
        for (int i = 0; i <= last; i++)
        {
            double way = square > MinLengthM * MinLengthM ? (((_x[i] - _x[0]) * dx) + ((_y[i] - _y[0]) * dy)) / square : (double)i / last;
            _curve[i] -= ground + (dz * Math.Clamp(way, 0, 1));
        }

        if (_ring.LastMovingBefore(to) is not { } moving || moving <= from) return true;
        int end = Math.Clamp((int)Percent(moving, from, to), 1, last);
        int begin = Math.Clamp((int)Percent(_ring.LastStillFrom(from), from, to), 0, end - 1);
        double drift = _curve[end];
        for (int i = begin; i <= last; i++) _curve[i] = i <= end ? _curve[i] - (drift * (i - begin) / (end - begin)) : 0;
        return true;
    }

    private static double Percent(long at, long start, long end) => 100.0 * (at - start) / (end - start);
}

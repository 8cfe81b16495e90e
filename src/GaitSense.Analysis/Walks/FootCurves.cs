using GaitSense.Core;

namespace GaitSense.Analysis;

/// <summary>One foot's angle and height curves, forward and backward: cuts each valid stride out of the last poses once they are all there.</summary>
internal sealed class FootCurves(Foot foot)
{
    private const double TurningRad = SteadyRule.TurnPerStrideDeg * Math.PI / 180;

    private static readonly WalkingDirection[] Directions = [WalkingDirection.Forward, WalkingDirection.Backward];

    private readonly PoseRing _ring = new();
    private readonly Queue<Stride> _waiting = new();
    private readonly CurveAccumulator[] _angles = [new(), new()];
    private readonly CurveAccumulator[] _heights = [new(), new()];
    private readonly double[] _curve = new double[MeanCurve.Points];

    public void Add(in FootPose pose)
    {
        // The height only has to be right within a stride; that it is relative keeps nothing.
        if (double.IsFinite(pose.PitchRad) && double.IsFinite(pose.PositionM.Z)) _ring.Add(pose.Time.Microseconds, pose.PitchRad, pose.PositionM.Z);
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
        if (stride.Start is { } start && _ring.TryResample(start.Microseconds, contact, pitch: true, _curve))
            _angles[direction].Add(_curve, Percent(release, start.Microseconds, contact), 100);
        if (stride.ZeroVelocityStart is not { } from || stride.ZeroVelocityEnd is not { } to) return;
        if (!_ring.TryResample(from.Microseconds, to.Microseconds, pitch: false, _curve)) return;
        double first = _curve[0], last = _curve[^1];
        for (int i = 0; i < _curve.Length; i++) _curve[i] -= first + ((last - first) * i / (_curve.Length - 1));
        _heights[direction].Add(_curve, Percent(release, from.Microseconds, to.Microseconds), Percent(contact, from.Microseconds, to.Microseconds));
    }

    private static double Percent(long at, long start, long end) => 100.0 * (at - start) / (end - start);
}

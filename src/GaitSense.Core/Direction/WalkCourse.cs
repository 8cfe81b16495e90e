namespace GaitSense.Core;

/// <summary>
/// The way one foot has been going. A step around a corner has no direction along the foot's axis, which points elsewhere at its end than at
/// its start; it goes the way of the walk, where the strides before it agree on one.
/// </summary>
internal sealed class WalkCourse
{
    // The foot's axis is still an axis up to here.
    private const double TurnRad = Math.PI / 4;

    // A step around a corner that went so clearly one way went that way: by a foot's length, which is what turning alone may move it by.
    private const double ClearM = 0.25;

    // Beyond a right angle the axis sweeps from one direction into another, so it takes twice as much.
    private const double SharplyClearM = 2 * ClearM;

    // A foot that turns so far in one step and goes this far was walking around a corner, and not turning on the spot.
    private const double SharplyTurnedM = 0.5 * DirectionRule.InPlaceM;

    // A shuffle hardly longer than stepping on the spot, measured as little sure as this, does not turn a walk around.
    private const double ShuffleM = 1.5 * DirectionRule.InPlaceM, Unsure = 0.5;

    // A single odd stride is not a change of direction, nor are two.
    private const int AgreeingStrides = 3;

    // After a longer pause the walk may go anywhere.
    private const double MemoryS = 5;

    private State _s;

    public State Snapshot
    {
        get => _s;
        set => _s = value;
    }

    public void Reset() => _s = default;

    /// <summary>Whether a stride turns so sharply that its displacement does not say which way it went.</summary>
    public static bool IsCorner(in Stride stride) => stride.TurnRad is { } turn && Math.Abs(turn) > TurnRad;

    /// <summary>The direction of a stride, given the way it went.</summary>
    public AxisDirection Judge(in Stride stride, in FootPath path)
    {
        AxisDirection measured = DirectionRule.Of(in path);
        if (!stride.ShowsTheWay) return measured;
        if (_s.Agreeing > 0 && stride.End.SecondsSince(_s.Time) > MemoryS) _s = default;
        _s.Time = stride.End;
        double turn = stride.TurnRad ?? 0;
        // Beyond a right angle the axis at the end is no longer like that at the start.
        bool isSharp = Math.Abs(turn) > 2 * TurnRad && path.DistanceM > SharplyTurnedM;
        if (isSharp || (IsCorner(in stride) && measured != AxisDirection.InPlace))
        {
            bool isClear = measured != AxisDirection.InPlace && DirectionRule.MarginM(in path) >= (isSharp ? SharplyClearM : ClearM);
            if (_s.Course != AxisDirection.Unknown && (isSharp || !isClear)) return _s.Course;
            if (isSharp && !isClear && measured != AxisDirection.InPlace) return AxisDirection.Unknown;
        }

        _s.Agreeing = measured == _s.Last ? _s.Agreeing + 1 : 1;
        _s.Last = measured;
        if (_s.Agreeing >= AgreeingStrides) _s.Course = measured;
        bool turnsBack = (measured, _s.Course) is (AxisDirection.Along, AxisDirection.Against) or (AxisDirection.Against, AxisDirection.Along);
        return turnsBack && path.DistanceM < ShuffleM && stride.Confidence < Unsure ? AxisDirection.Unknown : measured;
    }

    /// <summary>All that changes.</summary>
    public struct State
    {
        public AxisDirection Course;
        public AxisDirection Last;
        public int Agreeing;
        public DeviceTime Time;
    }
}

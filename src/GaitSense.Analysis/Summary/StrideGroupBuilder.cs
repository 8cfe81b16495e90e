using GaitSense.Core;

namespace GaitSense.Analysis;

/// <summary>Makes <see cref="StrideGroups"/> from a walk.</summary>
internal sealed class StrideGroupBuilder
{
    private const double Degrees = 180 / Math.PI;
    private const string NoSharedClock = "the feet share no clock";

    private readonly WalkRecord _walk;
    private readonly IReadOnlyList<StrideUse> _uses;
    private readonly Dictionary<(Foot, DeviceTime), Step> _steps = [];

    public StrideGroupBuilder(WalkRecord walk, IReadOnlyList<StrideUse> uses)
    {
        _walk = walk;
        _uses = uses;
        foreach (Step step in walk.Steps) _steps[(step.Foot, step.Time)] = step;
    }

    public StrideGroups Build() => new()
    {
        SteadyForward = Group(WalkingDirection.Forward, steady: true),
        SteadyBackward = Group(WalkingDirection.Backward, steady: true),
        AllValidForward = Group(WalkingDirection.Forward, steady: false),
        AllValidBackward = Group(WalkingDirection.Backward, steady: false),
    };

    private StrideGroup Group(WalkingDirection direction, bool steady)
    {
        List<Stride> left = [], right = [];
        for (int i = 0; i < _uses.Count; i++)
        {
            Stride stride = _walk.Strides[i];
            bool takes = steady ? _uses[i] == StrideUse.Steady : stride.IsValid;
            if (takes && stride.Direction == direction) (stride.Foot == Foot.Left ? left : right).Add(stride);
        }

        bool shared = _walk.Context.SharedClock;
        return new StrideGroup
        {
            Left = Statistics(left),
            Right = Statistics(right),
            Both = Statistics([.. left, .. right]),
            Symmetry = new SymmetryStatistics
            {
                StrideLength = SymmetryIndex.Of(Pick(left, s => s.LengthM), Pick(right, s => s.LengthM)),
                StanceTime = SymmetryIndex.Of(Pick(left, s => s.StanceTimeS), Pick(right, s => s.StanceTimeS)),
                SwingTime = SymmetryIndex.Of(Pick(left, s => s.SwingTimeS), Pick(right, s => s.SwingTimeS)),
                StepTime = shared
                    ? SymmetryIndex.Of(Pick(left, StepTime), Pick(right, StepTime), _walk.Context.ClockUncertaintyS)
                    : SymmetryIndex.None(0, 0, NoSharedClock),
            },
        };
    }

    private StrideStatistics Statistics(List<Stride> strides) => new()
    {
        Strides = strides.Count,
        StrideLengthM = Of(strides, s => s.LengthM, "m"),
        StrideTimeS = Of(strides, s => s.StrideTimeS, "s"),
        StanceTimeS = Of(strides, s => s.StanceTimeS, "s"),
        SwingTimeS = Of(strides, s => s.SwingTimeS, "s"),
        SwingPercent = Of(strides, s => s.StrideTimeS is > 0 and { } time ? 100 * s.SwingTimeS / time : null, "percent of stride time"),
        SpeedMps = Of(strides, s => s.SpeedMps, "m/s"),
        CadenceStepsPerMin = Of(strides, s => s.StrideTimeS is > 0 and { } time ? 120 / time : null, "steps/min"),
        ClearanceM = Of(strides, s => s.ClearanceM, "m"),
        HeightChangeM = Of(strides, s => s.HeightChangeM, "m", positive: false),
        AngleAtInitialContactDeg = Of(strides, s => s.AngleAtInitialContactRad * Degrees, "deg", positive: false),
        AngleAtTerminalContactDeg = Of(strides, s => s.AngleAtTerminalContactRad * Degrees, "deg", positive: false),
        TurnDeg = Of(strides, s => s.TurnRad * Degrees, "deg", positive: false),
        StepTimeS = Between(strides, StepTime),
        DoubleSupportS = Between(strides, s => StepOf(s)?.DoubleSupportS),
    };

    private Statistic Between(List<Stride> strides, Func<Stride, double?> pick) => _walk.Context.SharedClock
        ? Of(strides, pick, "s")
        : new Statistic { Unit = "s", N = 0, Withheld = NoSharedClock };

    private double? StepTime(Stride stride) => StepOf(stride)?.StepTimeS;

    private Step? StepOf(Stride stride) => _steps.TryGetValue((stride.Foot, stride.End), out Step step) ? step : null;

    private static Statistic Of(List<Stride> strides, Func<Stride, double?> pick, string unit, bool positive = true) =>
        Describe.Values(Pick(strides, pick), unit, positive: positive);

    private static List<double> Pick(List<Stride> strides, Func<Stride, double?> pick) =>
        [.. strides.Select(pick).Where(v => v is { } x && double.IsFinite(x)).Select(v => v!.Value)];
}

using GaitSense.Analysis.Statistics;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Summary;

/// <summary>Makes <see cref="StrideGroups"/> from a walk.</summary>
internal sealed class StrideGroupBuilder
{
    private const double Degrees = 180 / Math.PI;
    private const string NoSharedClock = "the feet share no clock";
    private const string PercentOfStride = "percent of stride time";
    private const string PercentOfStance = "percent of stance time";

    private readonly SettledWalk _walk;
    private readonly WalkSteps _steps;

    public StrideGroupBuilder(SettledWalk walk) => (_walk, _steps) = (walk, walk.Steps);

    private bool Shared => _walk.Walk.Context.SharedClock;

    private double ClockS => double.IsFinite(_walk.Walk.Context.ClockUncertaintyS) ? _walk.Walk.Context.ClockUncertaintyS : double.MaxValue;

    public StrideGroups Build() => new()
    {
        SteadyForward = Group(WalkingDirection.Forward, steady: true),
        SteadyBackward = Group(WalkingDirection.Backward, steady: true),
        AllValidForward = Group(WalkingDirection.Forward, steady: false),
        AllValidBackward = Group(WalkingDirection.Backward, steady: false),
    };

    private StrideGroup Group(WalkingDirection direction, bool steady)
    {
        StrideSeries left = new(_walk.Strides), right = new(_walk.Strides), together = new(_walk.Strides);
        for (int i = 0; i < _walk.Strides.Count; i++)
        {
            ref readonly Stride stride = ref _walk.Strides[i];
            bool takes = steady ? _walk.Uses[i] == StrideUse.Steady : stride.IsValid;
            if (!takes || stride.Direction != direction) continue;
            (stride.Foot == Foot.Left ? left : right).Add(i);
            together.Add(i);
        }

        double l = Ambiguity(left), r = Ambiguity(right), both = left.Count == 0 ? r : right.Count == 0 ? l : Math.Sqrt(((l * l) + (r * r)) / 2);
        return new StrideGroup
        {
            Left = Statistics(left, oneFoot: true, l, r),
            Right = Statistics(right, oneFoot: true, r, l),
            Both = Statistics(together, oneFoot: false, both, both),
            Symmetry = new SymmetryBuilder(_steps, left, right, Shared, ClockS, both).Build(),
        };
    }

    private static double Ambiguity(StrideSeries strides) => strides.Values((in s) => s.TerminalContactAmbiguityS).DefaultIfEmpty(0).Average();

    private StrideStatistics Statistics(StrideSeries strides, bool oneFoot, double ambiguityS, double othersAmbiguityS)
    {
        Statistic length = Of(strides, (in s) => s.LengthM, "m", MeasuringErrors.StrideLengthM), time = Of(strides, (in s) => s.StrideTimeS, "s", MeasuringErrors.StrideTimeS);
        MeasuringError swing = MeasuringErrors.Ambiguous(MeasuringErrors.SwingTimeS, ambiguityS), others = MeasuringErrors.Ambiguous(MeasuringErrors.SwingTimeS, othersAmbiguityS);
        MeasuringError both = MeasuringErrors.BothSupports(swing, others);
        Statistic lift = Of(strides, (in s) => s.ClearanceM, "m", MeasuringErrors.ClearanceM);
        return new()
        {
            Strides = strides.Count,
            TerminalContactAmbiguityS = ambiguityS,
            StrideLengthM = length,
            StrideTimeS = time,
            StanceTimeS = Of(strides, (in s) => s.StanceTimeS, "s", MeasuringErrors.Ambiguous(MeasuringErrors.StanceTimeS, ambiguityS)),
            SwingTimeS = Of(strides, (in s) => s.SwingTimeS, "s", swing),
            SwingPercent = Of(strides, (in s) => Share(in s, s.SwingTimeS), PercentOfStride, mean: Percent(swing)),
            SpeedMps = Of(strides, (in s) => s.SpeedMps, "m/s", MeasuringErrors.SpeedMps(length.Mean, time.Mean)),
            CadenceStepsPerMin = Of(strides, (in s) => s.StrideTimeS is > 0 and { } t ? 120 / t : null, "steps/min"),
            ClearanceM = lift,
            HeightChangeM = Of(strides, (in s) => s.HeightChangeM, "m", positive: false),
            AngleAtInitialContactDeg = Of(strides, (in s) => s.AngleAtInitialContactRad * Degrees, "deg", MeasuringErrors.AngleAtInitialContactDeg, positive: false),
            AngleAtTerminalContactDeg = Of(strides, (in s) => s.AngleAtTerminalContactRad * Degrees, "deg", MeasuringErrors.AngleAtTerminalContactDeg, positive: false),
            TurnDeg = Of(strides, (in s) => s.TurnRad * Degrees, "deg", positive: false),
            StepTimeS = Between(strides, (in s) => _steps.LandingOf(in s)?.StepTimeS, "s", MeasuringErrors.StepTimeS, ClockOf(strides), opposite: true),
            DoubleSupportS = Between(strides, (in s) => _steps.LandingOf(in s)?.DoubleSupportS, "s", MeasuringErrors.Ambiguous(MeasuringErrors.DoubleSupportS, othersAmbiguityS), ClockOf(strides)),
            TotalDoubleSupportS = Between(strides, _steps.DoubleSupportS, "s", mean: both),
            DoubleSupportPercent = Between(strides, (in s) => Share(in s, _steps.DoubleSupportS(in s)), PercentOfStride, mean: Percent(both)),
            SingleSupportS = Between(strides, _steps.SingleSupportS, "s", mean: others),
            SingleSupportPercent = Between(strides, (in s) => Share(in s, _steps.SingleSupportS(in s)), PercentOfStride, mean: Percent(others)),
            StancePercent = Of(strides, (in s) => Share(in s, s.StanceTimeS), PercentOfStride, mean: Percent(MeasuringErrors.Ambiguous(MeasuringErrors.StanceTimeS, ambiguityS))),
            LoadingPercent = Of(strides, (in s) => OfStance(in s, s.LoadingS), PercentOfStance),
            FootFlatPercent = Of(strides, (in s) => OfStance(in s, s.FootFlatS), PercentOfStance),
            PushOffPercent = Of(strides, (in s) => OfStance(in s, s.PushOffS), PercentOfStance, MeasuringErrors.PushOffPercent),
            MaxSensorLiftM = lift,
            LateralExcursionM = Of(strides, (in s) => s.Swing?.LateralM, "m", MeasuringErrors.LateralExcursionM),
            SwingWidthM = Of(strides, (in s) => s.Swing?.WidthM, "m", MeasuringErrors.SwingWidthM),
            SwingPathLengthM = Of(strides, (in s) => s.Swing?.PathLengthM, "m", MeasuringErrors.SwingPathLengthM),
            PeakSwingSpeedMps = Of(strides, (in s) => s.Swing?.PeakSpeedMps, "m/s", MeasuringErrors.PeakSwingSpeedMps),
            PeakSwingRateDegps = Of(strides, (in s) => s.Swing?.PeakRateRadPerS * Degrees, "deg/s"),
            ToeOutDeg = Of(strides, (in s) => s.ToeOutRad * Degrees, "deg", positive: false),
        };

        MeasuringError Percent(MeasuringError error) => time.Mean is > 0 and { } t ? error.Systematic(100 / t) : MeasuringError.None;

        // mean: what is known to be wrong in all values alike, where their scatter is not known; error knows both.
        Statistic Of(
            StrideSeries of, StrideValue pick, string unit, MeasuringError? error = null, bool positive = true, double clockS = 0, MeasuringError? mean = null, bool opposite = false)
        {
            List<double> values = of.Values(pick);
            MeasuringError all = error ?? mean ?? MeasuringError.None;
            // What one foot's values gain and the other's lose leaves a mean over both.
            double systematic = oneFoot ? all.OfMean() : opposite ? 0 : all.OfMean(feet: 2);
            Statistic s = Describe.Values(values, unit, positive: positive, systematic: Math.Sqrt((clockS * clockS) + (systematic * systematic)));
            return oneFoot && error is { } e ? s with { Variability = Variability.Of(values, e, positive) } : s;
        }

        Statistic Between(StrideSeries of, StrideValue pick, string unit, MeasuringError? error = null, double clockS = 0, MeasuringError? mean = null, bool opposite = false)
        {
            if (!Shared) return new Statistic { Unit = unit, N = 0, Withheld = NoSharedClock };
            Statistic s = Of(of, pick, unit, error, clockS: clockS, mean: mean, opposite: opposite);
            // An offset adds to one foot and takes from the other; the spread within a foot does not feel it.
            return s.Mean is { } value && clockS > Gates.ClockShare * value
                ? new Statistic { Unit = unit, N = s.N, Withheld = "the clocks of the feet are too uncertain (more than 10 % of the value)", Variability = s.Variability }
                : s;
        }
    }

    // What a clock error does to a mean: all of it to one foot, the difference of the counts to both together.
    private double ClockOf(StrideSeries strides)
    {
        int left = 0;
        for (int i = 0; i < strides.Count; i++) if (strides[i].Foot == Foot.Left) left++;
        return strides.Count == 0 ? 0 : ClockS * Math.Abs(strides.Count - (2 * left)) / strides.Count;
    }

    private static double? Share(in Stride s, double? part) => s.StrideTimeS is > 0 and { } time ? 100 * part / time : null;

    private static double? OfStance(in Stride s, double? part) => s.StanceTimeS is > 0 and { } time ? 100 * part / time : null;
}

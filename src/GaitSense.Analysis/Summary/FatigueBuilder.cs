using System.Globalization;
using GaitSense.Core;

namespace GaitSense.Analysis;

/// <summary>Makes <see cref="FatigueDrift"/> from a walk.</summary>
internal sealed class FatigueBuilder
{
    private const double MinuteS = 60;

    // A minute in which more of the strides have no length would seem shorter than it was.
    private const double MostMissing = 0.1;

    private readonly WalkRecord _walk;
    private readonly List<Stride> _steady;
    private readonly WalkSteps _steps;
    private readonly Dictionary<Foot, double> _originS;
    private readonly int _minutes;

    public FatigueBuilder(WalkRecord walk, IReadOnlyList<StrideUse> uses)
    {
        _walk = walk;
        _steps = new WalkSteps(walk.Steps);
        List<Stride> steady = [.. walk.Strides.Where((_, i) => uses[i] == StrideUse.Steady)];
        WalkingDirection main = steady.Count(s => s.Direction == WalkingDirection.Backward) * 2 > steady.Count ? WalkingDirection.Backward : WalkingDirection.Forward;
        _steady = [.. steady.Where(s => s.Direction == main).OrderBy(s => s.End)];
        // With separate clocks each foot's walk begins with its own first step.
        _originS = Words.Feet.ToDictionary(f => f, f => FirstS(s => walk.Context.SharedClock || s.Foot == f));
        double lengthS = walk.Strides.Count == 0 ? 0 : walk.Strides.Max(s => s.End.Seconds - _originS[s.Foot]);
        _minutes = (int)(lengthS / MinuteS);
    }

    public FatigueDrift Build()
    {
        if (_minutes < 2)
        {
            string why = string.Create(CultureInfo.InvariantCulture, $"{_minutes} full minutes of at least 2 needed");
            MinuteChange none = MinuteChange.None(0, 0, why);
            return new FatigueDrift
            {
                FullMinutes = _minutes,
                DistanceWithheld = why,
                SpeedMps = none,
                StrideLengthM = none,
                CadenceStepsPerMin = none,
                ClearanceM = none,
                StrideLengthLnRatioPercent = none,
                SwingTimeLnRatioPercent = none,
                StepTimeLnRatioPercent = none,
            };
        }

        double? first = DistanceM(0), last = DistanceM(_minutes - 1);
        return new FatigueDrift
        {
            FullMinutes = _minutes,
            FirstMinuteDistanceM = first,
            LastMinuteDistanceM = last,
            DistanceWalkedIndexPercent = first > 0 ? 100 * (last - first) / first : null,
            DistanceWithheld = first is null || last is null ? "more than a tenth of a minute's strides have no length"
                : first <= 0 ? "no distance in the first minute" : null,
            SpeedMps = Mean(s => s.SpeedMps),
            StrideLengthM = Mean(s => s.LengthM),
            CadenceStepsPerMin = Mean(s => s.StrideTimeS is > 0 and { } t ? 120 / t : null),
            ClearanceM = Mean(s => s.ClearanceM),
            StrideLengthLnRatioPercent = LnRatio(s => s.LengthM),
            SwingTimeLnRatioPercent = LnRatio(s => s.SwingTimeS),
            StepTimeLnRatioPercent = LnRatio(s => _steps.LandingOf(s)?.StepTimeS),
        };
    }

    private double FirstS(Func<Stride, bool> of)
    {
        double first = double.PositiveInfinity;
        foreach (Stride s in _walk.Strides) if (of(s)) first = Math.Min(first, s.TerminalContact.Seconds);
        return double.IsFinite(first) ? first : 0;
    }

    private List<Stride> Minute(int minute) =>
        [.. _steady.Where(s => (int)Math.Floor((s.End.Seconds - _originS[s.Foot]) / MinuteS) == minute)];

    private double? DistanceM(int minute)
    {
        List<double> feet = [];
        foreach (Foot foot in Words.Feet)
        {
            double from = _originS[foot] + (minute * MinuteS), to = from + MinuteS, sum = 0;
            int all = 0, missing = 0;
            foreach (Stride s in _walk.Strides)
            {
                if (s.Foot != foot) continue;
                // A foot moves while it swings: a swing that the minute's end cuts counts in part.
                double a = s.TerminalContact.Seconds, b = s.End.Seconds, share = b > a ? Math.Max(0, Math.Min(b, to) - Math.Max(a, from)) / (b - a) : 0;
                if (share <= 0) continue;
                all++;
                if (s.IsValid && s.LengthM is { } length) sum += share * length;
                else missing++;
            }

            if (missing > MostMissing * all) return null;
            if (_walk.Strides.Any(s => s.Foot == foot)) feet.Add(sum);
        }

        return feet.Count > 0 ? feet.Average() : null;
    }

    private MinuteChange Mean(Func<Stride, double?> pick)
    {
        return MinuteChange.Of(Values(0), Values(_minutes - 1), Gates.MeanStrides);

        List<double> Values(int minute) => [.. Minute(minute).Select(pick).Where(v => v is not null).Select(v => v!.Value)];
    }

    private MinuteChange LnRatio(Func<Stride, double?> pick)
    {
        if (!_walk.Context.SharedClock) return MinuteChange.None(0, 0, "the feet share no clock, so strides cannot be paired");
        return MinuteChange.Of(Values(0), Values(_minutes - 1), Gates.SymmetryStrides);

        List<double> Values(int minute)
        {
            List<Stride> strides = Minute(minute);
            StridePairs pairs = new([.. strides.Where(s => s.Foot == Foot.Left)], [.. strides.Where(s => s.Foot == Foot.Right)]);
            return [.. pairs.Of(pick).SelectMany(run => run).Where(p => p.Left > 0 && p.Right > 0).Select(p => 100 * Math.Log(p.Right / p.Left))];
        }
    }
}

using System.Globalization;
using GaitSense.Analysis.Statistics;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Summary;

/// <summary>Makes <see cref="FatigueDrift"/> from a walk.</summary>
internal sealed class FatigueBuilder
{
    private const double MinuteS = 60;

    // A minute in which more of the strides have no length would seem shorter than it was.
    private const double MaxMissing = 0.1;

    private readonly WalkRecord _walk;
    private readonly GrowingList<Stride> _strides;
    private readonly StrideSeries _first;
    private readonly StrideSeries _last;
    private readonly WalkSteps _steps;
    private readonly Dictionary<Foot, double> _originS;
    private readonly int _minutes;

    public FatigueBuilder(SettledWalk settled)
    {
        (_walk, _strides, _steps) = (settled.Walk, settled.Strides, settled.Steps);
        // With separate clocks each foot's walk begins with its own first step.
        _originS = BothFeet.InOrder.ToDictionary(f => f, f => FirstS(f));
        double lengthS = 0;
        for (int i = 0; i < _strides.Count; i++) lengthS = Math.Max(lengthS, _strides[i].End.Seconds - _originS[_strides[i].Foot]);
        _minutes = (int)(lengthS / MinuteS);
        int[] steady = [.. Enumerable.Range(0, _strides.Count).Where(i => settled.Uses[i] == StrideUse.Steady)];
        WalkingDirection main = steady.Count(i => _strides[i].Direction == WalkingDirection.Backward) * 2 > steady.Length ? WalkingDirection.Backward : WalkingDirection.Forward;
        int[] same = [.. steady.Where(i => _strides[i].Direction == main)];
        (_first, _last) = (Minute(same, 0), Minute(same, _minutes - 1));
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
            SpeedMps = Mean((in s) => s.SpeedMps),
            StrideLengthM = Mean((in s) => s.LengthM),
            CadenceStepsPerMin = Mean((in s) => s.StrideTimeS is > 0 and { } t ? 120 / t : null),
            ClearanceM = Mean((in s) => s.ClearanceM),
            StrideLengthLnRatioPercent = LnRatio((in s) => s.LengthM),
            SwingTimeLnRatioPercent = LnRatio((in s) => s.SwingTimeS),
            StepTimeLnRatioPercent = LnRatio((in s) => _steps.LandingOf(in s)?.StepTimeS),
        };
    }

    private double FirstS(Foot foot)
    {
        double first = double.PositiveInfinity;
        for (int i = 0; i < _strides.Count; i++) if (_walk.Context.SharedClock || _strides[i].Foot == foot) first = Math.Min(first, _strides[i].TerminalContact.Seconds);
        return double.IsFinite(first) ? first : 0;
    }

    private StrideSeries Minute(int[] places, int minute)
    {
        StrideSeries series = new(_strides);
        foreach (int i in places) if ((int)Math.Floor((_strides[i].End.Seconds - _originS[_strides[i].Foot]) / MinuteS) == minute) series.Add(i);
        return series;
    }

    private double? DistanceM(int minute)
    {
        List<double> feet = [];
        foreach (Foot foot in BothFeet.InOrder)
        {
            double from = _originS[foot] + (minute * MinuteS), to = from + MinuteS, sum = 0;
            int all = 0, missing = 0;
            bool any = false;
            for (int i = 0; i < _strides.Count; i++)
            {
                ref readonly Stride s = ref _strides[i];
                if (s.Foot != foot) continue;
                any = true;
                // A foot moves while it swings: a swing that the minute's end cuts counts in part.
                double a = s.TerminalContact.Seconds, b = s.End.Seconds, share = b > a ? Math.Max(0, Math.Min(b, to) - Math.Max(a, from)) / (b - a) : 0;
                if (share <= 0) continue;
                all++;
                if (s.IsValid && s.LengthM is { } length) sum += share * length;
                else missing++;
            }

            if (missing > MaxMissing * all) return null;
            if (any) feet.Add(sum);
        }

        return feet.Count > 0 ? feet.Average() : null;
    }

    private MinuteChange Mean(StrideValue pick) => MinuteChange.Of(_first.Values(pick), _last.Values(pick), Gates.MeanStrides);

    private MinuteChange LnRatio(StrideValue pick)
    {
        if (!_walk.Context.SharedClock) return MinuteChange.None(0, 0, "the feet share no clock, so strides cannot be paired");
        return MinuteChange.Of(Values(_first), Values(_last), Gates.SymmetryStrides);

        List<double> Values(StrideSeries minute) =>
            [.. new StridePairs(minute.Of(Foot.Left), minute.Of(Foot.Right)).Of(pick).SelectMany(run => run).Where(p => p.Left > 0 && p.Right > 0).Select(p => 100 * Math.Log(p.Right / p.Left))];
    }
}

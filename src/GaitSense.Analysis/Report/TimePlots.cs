using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Statistics;
using GaitSense.Analysis.Summary;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Report;

/// <summary>Stride length, cadence, symmetry and direction over time.</summary>
internal sealed class TimePlots(SettledWalk settled, ReportTime time)
{
    private const int MaxMarks = 170;
    private const int MaxLinePoints = 600;
    private const int TrendStrides = 9;

    private readonly WalkRecord _walk = settled.Walk;

    private double LineBreak => Math.Max(time.BreakAfter * 2, 4 * time.Axis.Max / MaxLinePoints);

    public string StrideLength()
    {
        if (!_walk.Strides.Any(s => s is { IsValid: true, LengthM: not null })) return Page.Empty("No valid stride with a length.");
        double longest = _walk.Strides.Where(s => s.IsValid).Max(s => s.LengthM ?? 0);
        double low = Math.Max(0, Math.Min(longest * 0.5, _walk.Strides.Where(s => s is { IsValid: true, LengthM: not null }).Min(s => s.LengthM!.Value) - (0.15 * longest)));
        Plot plot = New("Stride length over time of both feet, with rejected strides marked at the bottom.", NiceScale.Around(low, longest), "stride length, m");
        PerStride(plot, (in s) => s.LengthM);
        int rejected = 0;
        foreach (Foot foot in BothFeet.InOrder)
        {
            List<PlotPoint> crosses = [.. _walk.Strides.Where(s => s.Foot == foot && !s.IsValid).Select(s => new PlotPoint(time.At(foot, s.End), low + (0.03 * (longest - low))))];
            rejected += crosses.Count;
            plot.Marks(Thin.Evenly(crosses, MaxMarks), MarkShape.Cross, "reject");
        }

        Legend legend = StrideLegend();
        if (rejected > 0) legend.Mark(MarkShape.Cross, "reject", "rejected stride (no length; at the bottom)");
        return legend.ToHtml() + Page.Wide(plot.ToSvg());
    }

    public string Cadence()
    {
        List<double> all = [.. _walk.Strides.Select(s => CadenceOf(in s)).OfType<double>()];
        if (all.Count == 0) return Page.Empty("No valid stride with an opening contact, so no stride time and no cadence.");
        Plot plot = New("Cadence over time of both feet.", NiceScale.Around(all.Min() * 0.9, all.Max() * 1.04), "cadence, steps/min");
        PerStride(plot, (in s) => CadenceOf(in s));
        return StrideLegend().ToHtml() + Page.Wide(plot.ToSvg());
    }

    public string Symmetry()
    {
        List<PlotPoint> length = SymmetryOverTime.Of(settled, time, (in s) => s.LengthM), swing = SymmetryOverTime.Of(settled, time, (in s) => s.SwingTimeS);
        if (length.Count + swing.Count == 0)
            return Page.Empty($"Too few strides: each foot needs {Gates.SymmetryStrides} steady strides in the same direction.");
        double most = Math.Max(length.Concat(swing).Max(p => Math.Abs(p.Y)) * 1.1, 2.5 * SymmetryOverTime.BandPercent);
        Plot plot = New("Symmetry index of stride length and of swing time over time, with a neutral band around zero.", NiceScale.Around(-most, most, 6), "symmetry index, %")
            .Between(-SymmetryOverTime.BandPercent, SymmetryOverTime.BandPercent, "calm")
            .HorizontalLine(0, "zero")
            .Line(Thin.ToMedians(length, MaxLinePoints), "left", LineBreak)
            .Line(Thin.ToMedians(swing, MaxLinePoints), "right dash", LineBreak)
            .Text(0, most * 0.93, "right foot's value larger ↑")
            .Text(0, -most * 0.93, "left foot's value larger ↓");
        Legend legend = new Legend().Line("left", "stride length").Line("right dash", "swing time").Area("calm", "within 5 %: a band for the eye, not a norm");
        return legend.ToHtml() + Page.Wide(plot.ToSvg());
    }

    private Plot New(string title, NiceScale y, string yLabel)
    {
        Plot plot = new(title, 1040, 300, time.Axis, y, time.Label, yLabel);
        foreach ((double from, double to) in Turns()) plot.Rectangle(from, to, y.Min, y.Max, "turn");
        return plot;
    }

    private IEnumerable<(double From, double To)> Turns() =>
        settled.Turns.Select(t => (time.At(t.Foot ?? Foot.Left, t.Start), time.At(t.Foot ?? Foot.Left, t.End)));

    private void PerStride(Plot plot, StrideValue pick)
    {
        foreach (Foot foot in BothFeet.InOrder)
        {
            string side = Words.Of(foot);
            foreach (bool backward in new[] { false, true })
            {
                List<PlotPoint> points = [], steady = [];
                for (int i = 0; i < settled.Strides.Count; i++)
                {
                    ref readonly Stride s = ref settled.Strides[i];
                    if (s.Foot != foot || !s.IsValid || s.Direction == WalkingDirection.Backward != backward || pick(in s) is not { } value) continue;
                    points.Add(new PlotPoint(time.At(foot, s.End), value));
                    if (settled.Uses[i] == StrideUse.Steady) steady.Add(points[^1]);
                }

                string css = backward ? "back-" + side : side;
                plot.Line(Trend(steady), (foot == Foot.Right ? css + " dash" : css) + " thin faint", LineBreak);
                plot.Marks(Thin.ToMedians(points, MaxMarks), ShapeOf(foot, backward), css);
            }
        }
    }

    private Legend StrideLegend()
    {
        Legend legend = new();
        foreach (Foot foot in BothFeet.InOrder)
        {
            foreach (bool backward in new[] { false, true })
            {
                if (!_walk.Strides.Any(s => s.Foot == foot && s.IsValid && s.Direction == WalkingDirection.Backward == backward)) continue;
                legend.Mark(ShapeOf(foot, backward), (backward ? "back-" : "") + Words.Of(foot), $"{Words.Of(foot)} foot{(backward ? ", backward" : "")}");
            }
        }

        legend.Line("left thin faint", "moving mean of 9 steady strides (right foot: dashed)");
        if (_walk.Turns.Count > 0) legend.Area("turn", "turn");
        if (_walk.Strides.Count > 2 * MaxMarks) legend.Line("none", "long walk: each mark is the middle one of several neighbouring strides");
        return legend;
    }

    private static MarkShape ShapeOf(Foot foot, bool backward) => (foot, backward) switch
    {
        (Foot.Left, false) => MarkShape.Circle,
        (Foot.Left, true) => MarkShape.HollowCircle,
        (_, false) => MarkShape.Diamond,
        _ => MarkShape.HollowDiamond,
    };

    private static double? CadenceOf(in Stride s) => s.IsValid && s.StrideTimeS is > 0 and { } t ? 120 / t : null;

    private static IReadOnlyList<PlotPoint> Trend(List<PlotPoint> points)
    {
        if (points.Count < TrendStrides) return [];
        List<PlotPoint> mean = [];
        for (int i = TrendStrides / 2; i + (TrendStrides / 2) < points.Count; i++)
            mean.Add(new PlotPoint(points[i].X, points.Skip(i - (TrendStrides / 2)).Take(TrendStrides).Average(p => p.Y)));
        return Thin.Evenly(mean, MaxLinePoints);
    }
}

using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Report;

/// <summary>Mean foot angle and height, forward and backward side by side.</summary>
internal static class CurvePlots
{
    public static string Angles(WalkRecord walk) => Draw(
        walk, CurveKind.FootAngle, 180 / Math.PI, "foot angle, degrees (toe up +)", "stride, % (initial contact to initial contact)",
        "No valid stride with an opening contact.");

    public static string Heights(WalkRecord walk) => Draw(
        walk, CurveKind.Height, 100, "sensor height, cm", "swing with its surroundings, % (mid-stance to mid-stance)", "No valid stride between two mid-stances.");

    private static string Draw(WalkRecord walk, CurveKind kind, double unit, string yLabel, string xLabel, string empty)
    {
        List<MeanCurve> curves = [.. walk.Curves.Where(c => c.Kind == kind)];
        if (curves.Count == 0) return Page.Empty(empty);
        double low = curves.Min(c => c.Mean.Zip(c.Sd, (m, s) => m - s).Min()) * unit, high = curves.Max(c => c.Mean.Zip(c.Sd, (m, s) => m + s).Max()) * unit;
        IEnumerable<string> panels = curves.GroupBy(c => c.Direction).OrderBy(g => g.Key).Select(g => Panel([.. g], g.Key, NiceScale.Around(low, high, 6), unit, xLabel, yLabel));
        return $"<div class=\"pair\">{string.Concat(panels)}</div>";
    }

    private static string Panel(List<MeanCurve> curves, WalkingDirection direction, NiceScale y, double unit, string xLabel, string yLabel)
    {
        string word = Words.ForPeople(direction);
        Plot plot = new($"Mean {yLabel} over the {xLabel}, walking {word}.", 500, 320, NiceScale.Exactly(0, 100), y, xLabel, yLabel);
        Legend legend = new();
        if (y.Min < 0) plot.HorizontalLine(0, "zero");
        foreach (MeanCurve c in curves)
        {
            string css = (direction == WalkingDirection.Backward ? "back-" : "") + Words.Of(c.Foot), dash = c.Foot == Foot.Right ? " dash" : "";
            plot.Band(Points(c, unit, +1), Points(c, unit, -1), css)
                .Line(Points(c, unit, 0), css + dash)
                .VerticalLine(c.TerminalContactPercent, css + " thin dots");
            if (c.InitialContactPercent < 99.9) plot.VerticalLine(c.InitialContactPercent, css + " thin dots");
            legend.Line(css + dash, $"{Words.Of(c.Foot)} foot, {c.N} {(c.N == 1 ? "stride" : "strides")}");
        }

        MeanCurve first = curves[0];
        double top = y.Max - (0.06 * (y.Max - y.Min));
        plot.Text(first.TerminalContactPercent, top, "toe leaves", toTheLeft: true);
        if (first.InitialContactPercent < 99.9) plot.Text(first.InitialContactPercent, top, "contact");
        return $"<div><h3>Walking {word}</h3>{legend.ToHtml()}<div class=\"scroll\">{plot.ToSvg()}</div></div>";
    }

    private static List<PlotPoint> Points(MeanCurve c, double unit, int sd) =>
        [.. c.Mean.Select((m, i) => new PlotPoint(i, (m + (sd * c.Sd[i])) * unit))];
}

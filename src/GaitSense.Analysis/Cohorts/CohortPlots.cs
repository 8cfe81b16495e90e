using System.Globalization;
using System.Text;
using GaitSense.Analysis.Parameters;
using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Report;
using GaitSense.Analysis.Statistics;
using MathNet.Numerics.Statistics;
using Histogram = GaitSense.Analysis.Plots.Histogram;

namespace GaitSense.Analysis.Cohorts;

/// <summary>The pictures of <see cref="CohortReport"/>.</summary>
internal static class CohortPlots
{
    private const int MaxMarks = 3000;

    private static readonly string[] TileNames =
        ["speed_mps", "stride_length_m", "cadence_steps_per_min", "double_support_percent", "swing_percent", "clearance_m", "angle_at_ic_deg", "stride_time_s"];

    public static string Tiles(List<CohortWalk> walks)
    {
        StringBuilder html = new("<div class=\"tiles\">");
        foreach (WalkParameter p in TileNames.Select(n => WalkParameter.All.First(p => string.Equals(p.Name, n, StringComparison.Ordinal))))
        {
            double[] values = CohortPeople.Means(walks, w => w.ValueOf(p));
            html.Append($"<div class=\"tile\"><div class=\"name\">{Markup.Escape(p.Title)}</div>");
            html.Append(values.Length == 0
                ? "<div class=\"value\">–</div><div class=\"why\">no recording has enough strides</div></div>"
                : $"<div class=\"value\">{Markup.Number(values.Median(), p.Decimals)} <small>{Markup.Escape(p.Unit)}</small></div><div class=\"why\">{Markup.Number(values.LowerQuartile(), p.Decimals)} to {Markup.Number(values.UpperQuartile(), p.Decimals)}, n = {Count(values.Length)}</div></div>");
        }

        return html.Append("</div>").ToString();
    }

    public static string Spreads(List<CohortWalk> walks) => Panels(WalkParameter.All.Select(p => Panel(p.Title, $"{p.Title}, {p.Unit}", CohortPeople.Means(walks, w => w.ValueOf(p)), "left")));

    public static string Symmetries(List<CohortWalk> walks) => Panels(SymmetryParameter.All.Select(p =>
        Panel(p.Title, $"{p.Title}: symmetry index, %", CohortPeople.Means(walks, w => w.SymmetryOf(p)), "right", aroundZero: true)));

    public static string Variability(List<CohortWalk> walks) => Panels(
    [
        Panel("Stride time", "CV of stride time, %", CohortPeople.Means(walks, w => w.StrideTimeCv), "back-left"),
        Panel("Stride length", "CV of stride length, %", CohortPeople.Means(walks, w => w.StrideLengthCv), "back-left"),
    ]);

    public static string Ranked(List<CohortWalk> walks)
    {
        Statistic[] speeds = [.. walks.Select(w => w.Speed).Where(s => s.Mean is not null).OrderBy(s => s.Mean).ThenBy(s => s.Ci95Low)];
        if (speeds.Length == 0) return Page.Empty("No recording has enough strides for a mean.");
        PlotPoint[] means = [.. speeds.Select((s, i) => new PlotPoint(i + 1, s.Mean!.Value))];
        double low = Math.Max(0, speeds.Min(s => s.Ci95Low ?? s.Mean!.Value)), high = speeds.Max(s => s.Ci95High ?? s.Mean!.Value);
        Plot plot = new("Speed of every recording, sorted, with its 95 % interval.", 1040, 340, NiceScale.Exactly(0, speeds.Length + 1, 10), NiceScale.Around(low, high), "recordings, slowest first", "speed, m/s");
        int every = (speeds.Length + MaxMarks - 1) / MaxMarks;
        for (int i = 0; i < speeds.Length; i += every)
            if (speeds[i] is { Ci95Low: { } from, Ci95High: { } to }) plot.Line([new PlotPoint(i + 1, from), new PlotPoint(i + 1 + 1e-9, to)], "left thin");
        return Page.Wide(plot.Marks(Thin.Evenly(means, MaxMarks), MarkShape.Circle, "left faint").ToSvg());
    }

    public static string LengthAgainstCadence(List<CohortWalk> walks)
    {
        PlotPoint[] points = [.. walks.Select(w => (Cadence: w.ValueOf("cadence_steps_per_min"), LengthM: w.ValueOf("stride_length_m")))
            .Where(v => v is { Cadence: not null, LengthM: not null }).Select(v => new PlotPoint(v.Cadence!.Value, v.LengthM!.Value))];
        if (points.Length == 0) return Page.Empty("No recording has enough strides for a mean.");
        Plot plot = new("Stride length against cadence of every recording.", 1040, 420, NiceScale.Around(points.Min(p => p.X), points.Max(p => p.X), 8), NiceScale.Around(points.Min(p => p.Y), points.Max(p => p.Y)), "cadence, steps/min", "stride length, m");
        return Page.Wide(plot.Marks(Thin.Evenly(points, MaxMarks), MarkShape.Circle, "left faint").ToSvg());
    }

    private static string Panels(IEnumerable<string> panels) => string.Concat(panels) is { Length: > 0 } all ? $"<div class=\"pair roomy\">{all}</div>" : Page.Empty("No recording has enough strides.");

    private static string Panel(string name, string xLabel, double[] values, string css, bool aroundZero = false)
    {
        if (values.Length == 0) return "";
        (double low, double high) = (values.Min(), values.Max());
        if (aroundZero) (low, high) = (Math.Min(low, -high), Math.Max(high, -low));
        NiceScale x = NiceScale.Around(low, high, 6);
        // About the cube root of the count (Rice), no fewer than people can read a shape from.
        int bins = Math.Clamp((int)Math.Ceiling(2 * Math.Cbrt(values.Length)), 8, 40);
        Plot plot = Histogram.Draw($"{name}: spread over the people.", values, x.Min, x.Max, bins, xLabel, css);
        if (aroundZero) plot.VerticalLine(0, "zero");
        plot.VerticalLine(values.Median(), "reject dash");
        return $"<div><h3>{Markup.Escape(name)}</h3><p class=\"sub\">median {Markup.Number(values.Median(), 2)}, n = {Count(values.Length)}</p><div class=\"scroll\">{plot.ToSvg()}</div></div>";
    }

    private static string Count(int n) => n.ToString(CultureInfo.InvariantCulture);
}

using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Report;

/// <summary>Which way each foot went, as two ribbons over time; below them rejected strides and lost samples.</summary>
internal static class DirectionRibbon
{
    private const string Patterns =
        "<pattern id=\"hatch\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path class=\"hatch\" d=\"M2 0V8\"/></pattern>"
        + "<pattern id=\"dots\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\"><circle class=\"dot-fill\" cx=\"3.5\" cy=\"3.5\" r=\"2.2\"/></pattern>";

    private const int MaxPieces = 1500;

    public static string Draw(WalkRecord walk, ReportTime time)
    {
        if (walk.Strides.Count == 0) return Page.Empty("No stride was found.");
        Plot plot = new Plot("Walking direction of each stride over time, one ribbon for each foot.", 1040, 200, time.Axis, NiceScale.Exactly(0, 2), time.Label, "")
            .Definitions(Patterns);
        SortedSet<WalkingDirection> seen = [];
        foreach (Foot foot in BothFeet.InOrder)
        {
            double low = foot == Foot.Left ? 1.2 : 0.2, high = low + 0.6;
            foreach ((double From, double To, WalkingDirection Direction, int N) piece in Pieces(walk, time, foot).Take(MaxPieces))
            {
                seen.Add(piece.Direction);
                string tip = $"{Words.Of(foot)} foot: {piece.N} {(piece.N == 1 ? "stride" : "strides")} {Words.ForPeople(piece.Direction)}";
                plot.Rectangle(piece.From, piece.To, low, high, "go-" + Words.Of(piece.Direction), tip);
            }

            List<PlotPoint> rejected = [.. walk.Strides.Where(s => s.Foot == foot && !s.IsValid).Select(s => new PlotPoint(time.At(foot, s.End), low - 0.1))];
            plot.Marks(Thin.Evenly(rejected, 300), MarkShape.Cross, "reject");
            foreach (Gap gap in walk.Gaps.Where(g => g.Foot == foot).Take(500))
                plot.Rectangle(time.At(foot, gap.Start), time.At(foot, gap.End), high, high + 0.08, "hole", "samples missing");
            plot.Text(0, high + 0.1, $"{Words.Of(foot)} foot");
        }

        Legend legend = new();
        foreach (WalkingDirection d in seen) legend.Area("go-" + Words.Of(d), Words.ForPeople(d));
        if (walk.Strides.Any(s => !s.IsValid)) legend.Mark(MarkShape.Cross, "reject", "rejected stride");
        if (walk.Gaps.Count > 0) legend.Area("hole", "samples missing");
        return Page.Wide(plot.ToSvg(numbersUpward: false)) + legend.ToHtml();
    }

    private static IEnumerable<(double From, double To, WalkingDirection Direction, int N)> Pieces(WalkRecord walk, ReportTime time, Foot foot)
    {
        (double From, double To, WalkingDirection Direction, int N)? open = null;
        GrowingList<Stride> all = walk.StridesInPlace;
        foreach (int i in Enumerable.Range(0, all.Count).Where(i => all[i].Foot == foot && all[i].IsValid).OrderBy(i => all[i].End))
        {
            double from = time.At(foot, all[i].Start ?? all[i].TerminalContact), to = time.At(foot, all[i].End);
            if (open is { } o && o.Direction == all[i].Direction && from - o.To < time.BreakAfter / 10)
            {
                open = (o.From, to, o.Direction, o.N + 1);
                continue;
            }

            if (open is { } done) yield return done;
            open = (from, to, all[i].Direction, 1);
        }

        if (open is { } last) yield return last;
    }
}

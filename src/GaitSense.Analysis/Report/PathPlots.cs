using GaitSense.Analysis.Plots;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Report;

/// <summary>The path of each foot seen from above.</summary>
internal static class PathPlots
{
    private const double Width = 500;
    private const double InnerWidth = Width - 84;
    private const double OuterRoom = 66;
    private const int MaxPoints = 1500;

    public static string Draw(WalkRecord walk)
    {
        List<(Foot Foot, List<PlotPoint> Points)> feet = [.. BothFeet.InOrder
            .Select(f => (f, walk.Path.Where(p => p.Foot == f).Select(p => new PlotPoint(p.PositionM.X, p.PositionM.Y)).ToList()))
            .Where(f => f.Item2.Count > 1)];
        if (feet.Count == 0) return Page.Empty("No path: the foot was never still twice.");
        return $"<div class=\"pair\">{string.Concat(feet.Select(f => Panel(f.Foot, f.Points)))}</div>";
    }

    private static string Panel(Foot foot, List<PlotPoint> points)
    {
        // One metre is as long on both axes.
        double minX = points.Min(p => p.X), maxX = points.Max(p => p.X), minY = points.Min(p => p.Y), maxY = points.Max(p => p.Y);
        double inner = Math.Clamp(InnerWidth * (maxY - minY) / Math.Max(maxX - minX, 0.1), 130, InnerWidth), shape = InnerWidth / inner;
        double wide = Math.Max(Math.Max(maxX - minX, (maxY - minY) * shape), 0.5) * 1.1, high = wide / shape;
        double cx = (minX + maxX) / 2, cy = (minY + maxY) / 2;
        string side = Words.Of(foot);
        IReadOnlyList<PlotPoint> drawn = Thin.Evenly(points, MaxPoints);
        Plot plot = new Plot(
                $"Path of the {side} foot from above.", Width, inner + OuterRoom, NiceScale.Exactly(cx - (wide / 2), cx + (wide / 2)), NiceScale.Exactly(cy - (high / 2), cy + (high / 2), Math.Max(2, (int)(inner / 60))),
                "toward the toe at the start, m", "to the left, m")
            .Line(drawn, side + " thin")
            .Marks(drawn.Count <= 400 ? drawn : [], foot == Foot.Left ? MarkShape.Circle : MarkShape.Diamond, side + " faint")
            .Text(points[0].X, points[0].Y, "start")
            .Text(points[^1].X, points[^1].Y, "end", toTheLeft: true);
        return $"<div><h3>{(foot == Foot.Left ? "Left" : "Right")} foot</h3><div class=\"scroll\">{plot.ToSvg()}</div></div>";
    }
}

namespace GaitSense.Analysis.Plots;

/// <summary>Makes long series short enough for a page without hiding their level.</summary>
internal static class Thin
{
    /// <summary>At most <paramref name="max"/> points: of each run of neighbours the one with the middle height stands for all.</summary>
    public static IReadOnlyList<PlotPoint> ToMedians(IReadOnlyList<PlotPoint> points, int max)
    {
        if (points.Count <= max) return points;
        int run = (points.Count + max - 1) / max;
        return [.. points.Chunk(run).Select(c => c.OrderBy(p => p.Y).ElementAt(c.Length / 2))];
    }

    /// <summary>At most about <paramref name="max"/> points, evenly taken, the last included.</summary>
    public static IReadOnlyList<PlotPoint> Evenly(IReadOnlyList<PlotPoint> points, int max)
    {
        if (points.Count <= max) return points;
        int every = (points.Count + max - 1) / max;
        return [.. points.Where((_, i) => i % every == 0 || i == points.Count - 1)];
    }
}

using GaitSense.Core;

namespace GaitSense.Analysis.Clocks;

/// <summary>
/// Whether two feet that are said to share a clock walk apart in it. Left and right step times of a person differ by some constant; where one clock runs faster,
/// the difference grows steadily. The slope is the median of the slopes between pairs of steps (Theil 1950, Sen 1968), which stumbles and turns hardly move.
/// </summary>
/// <param name="PartsPerMillion">By how much the right foot's clock runs faster than the left's, ppm.</param>
/// <param name="StandardErrorPpm">Its standard error, ppm.</param>
/// <param name="OverWalkS">What it adds up to from the first to the last step, s.</param>
/// <param name="Pairs">Pairs of steps it was found from.</param>
public sealed record ClockDrift(double PartsPerMillion, double StandardErrorPpm, double OverWalkS, int Pairs)
{
    private const int MinPairs = 30, MaxPairs = 400;

    // A gait may become less even by some 20 ms within a walk; a clock does not care, and goes on.
    private const double MinDriftS = 0.04, Z = 5;

    /// <summary>Whether it is beyond chance, and beyond what a walk itself may change by.</summary>
    public bool IsReal => Math.Abs(PartsPerMillion) > Z * StandardErrorPpm && Math.Abs(OverWalkS) > MinDriftS;

    /// <summary>It in a sentence.</summary>
    public string Meaning => FormattableString.Invariant(
        $"the feet's times drift apart by {Math.Abs(PartsPerMillion):0} parts per million (standard error {StandardErrorPpm:0}), {Math.Abs(OverWalkS) * 1000:0} ms over the walk: do they really share a clock?");

    /// <summary>Looks at the steps of a walk; null where there are too few.</summary>
    public static ClockDrift? Of(IReadOnlyList<Step> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var points = new List<(double AtS, double ShiftS)>();
        for (int i = 1; i < steps.Count; i++)
        {
            Step before = steps[i - 1], now = steps[i];
            // A step and the next one of the other foot, with nothing between.
            if (before.Foot == now.Foot || Math.Abs(now.Time.SecondsSince(before.Time) - now.StepTimeS) > 1e-3) continue;
            (double left, double right) = now.Foot == Foot.Left ? (now.StepTimeS, before.StepTimeS) : (before.StepTimeS, now.StepTimeS);
            points.Add((now.Time.Seconds, (right - left) / 2));
        }

        if (points.Count < MinPairs) return null;
        int all = points.Count;
        int every = ((all - 1) / MaxPairs) + 1;
        if (every > 1) points = [.. points.Where((_, i) => i % every == 0)];
        var slopes = new List<double>(points.Count * points.Count / 2);
        for (int i = 0; i < points.Count; i++)
            for (int k = i + 1; k < points.Count; k++)
                if (points[k].AtS > points[i].AtS) slopes.Add((points[k].ShiftS - points[i].ShiftS) / (points[k].AtS - points[i].AtS));
        if (slopes.Count == 0) return null;
        double slope = Median(slopes);
        double middleS = points.Average(p => p.AtS), offset = Median([.. points.Select(p => p.ShiftS - (slope * p.AtS))]);
        double scatter = 1.4826 * Median([.. points.Select(p => Math.Abs(p.ShiftS - offset - (slope * p.AtS)))]);
        // Neighbouring pairs share a step, so they count for half.
        double spread = Math.Sqrt(points.Sum(p => (p.AtS - middleS) * (p.AtS - middleS)) * (every > 1 ? 1 : 0.5));
        double error = 1.1 * scatter / spread;
        return new ClockDrift(slope * 1e6, error * 1e6, slope * (points[^1].AtS - points[0].AtS), all);
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}

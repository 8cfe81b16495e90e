namespace GaitSense.Benchmarks;

/// <summary>How well a detector tells stances from swings.</summary>
/// <param name="False">Share of the swings' samples called still.</param>
/// <param name="Found">Share of stances with a still moment.</param>
/// <param name="StillS">Median of the time that such a stance is still, s.</param>
internal sealed record StillnessScore(double False, double Found, double StillS)
{
    public static StillnessScore Of(IReadOnlyCollection<FootStretch> stretches, double threshold)
    {
        double[] still = [.. stretches.Where(s => s.IsStance).Select(s => s.PeriodS * s.Values.Count(v => v < threshold))];
        double[] found = [.. still.Where(s => s > 0).Order()];
        FootStretch[] swings = [.. stretches.Where(s => !s.IsStance)];
        return new StillnessScore(
            swings.Sum(s => s.Values.Count(v => v < threshold)) / (double)swings.Sum(s => s.Values.Length), found.Length / (double)still.Length, found.Length > 0 ? found[found.Length / 2] : 0);
    }
}

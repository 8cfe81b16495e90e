namespace GaitSense.Analysis.Accuracy;

/// <summary>Delays in milliseconds, rounded to one decimal.</summary>
/// <param name="MedianMs">Median: nearest rank.</param>
/// <param name="P95Ms">95th percentile: nearest rank.</param>
public sealed record DelaySpread(double MedianMs, double P95Ms)
{
    /// <summary>The spread of delays in seconds; null for none.</summary>
    public static DelaySpread? Of(IReadOnlyList<double> delaysS)
    {
        ArgumentNullException.ThrowIfNull(delaysS);
        return delaysS.Count == 0
            ? null
            : new DelaySpread(
                ExactNumbers.Round(1000 * ExactNumbers.Percentile(delaysS, .5)!.Value, 1),
                ExactNumbers.Round(1000 * ExactNumbers.Percentile(delaysS, .95)!.Value, 1));
    }
}

using GaitSense.Training.TimedTests.Feet;

namespace GaitSense.Training.TimedTests;

/// <summary>
/// What a button that was pressed at the crossing says about which of several crossings it was. It never moves a time: it chooses. A hand is a tenth of a second or two off, and now and then
/// it is off altogether; the crossings are half a second apart.
/// </summary>
internal static class ButtonEvidence
{
    // Spread of a practised hand, the share of presses that say nothing, and over what those spread, s [D].
    private const double HandSdS = 0.15, LapseShare = 0.02, LapseOverS = 2;

    // A candidate that is less likely with the button than this is none.
    private const double LeastShare = 0.02;

    /// <summary>The candidates that remain, the one nearest to the button first.</summary>
    /// <param name="candidates">By the feet alone; at least one.</param>
    /// <param name="stopS">When the button was pressed, s.</param>
    public static IReadOnlyList<CrossingCandidate> Weigh(IReadOnlyList<CrossingCandidate> candidates, double stopS)
    {
        double[] weights = [.. candidates.Select(c => c.Share * Likelihood(stopS - c.TimeS))];
        double sum = weights.Sum();
        return
        [
            .. candidates.Select((c, i) => c with { Share = weights[i] / sum }).Where(c => c.Share >= LeastShare)
                .OrderBy(c => Math.Abs(c.TimeS - stopS)).ThenByDescending(c => c.Share),
        ];
    }

    private static double Likelihood(double offS)
    {
        double z = offS / HandSdS;
        return ((1 - LapseShare) * Math.Exp(-0.5 * z * z) / (HandSdS * Math.Sqrt(2 * Math.PI))) + (LapseShare / LapseOverS);
    }
}

using GaitSense.Core;

namespace GaitSense.Training.TimedTests.Feet;

/// <summary>
/// Way that both feet may have walked and neither shows: then their counts agree, and are wrong together. Two things cannot be, whatever a person walks like: since the last turn nobody comes
/// farther than the corridor is long, and of strides whose samples are missing nothing is known.
/// </summary>
internal static class UnseenWay
{
    // A length of a corridor is measured to some per cent, and turns are walked beside it; farther than this share of it means that a turn was not seen [D].
    private const double MostOfCorridor = 1.25;

    // Fewer straight strides tell no typical one.
    private const int EnoughStrides = 10;

    // A stride or two whose samples are missing are left out or replaced, and counted as such; of more in a row there is no trace [D].
    private const double StridesInARow = 3;

    /// <summary>What is to be said.</summary>
    /// <param name="feet">What the feet did.</param>
    /// <param name="fromS">"Go", s.</param>
    /// <param name="toS">The end, s.</param>
    /// <param name="restsM">Way since the last turn by each foot, by what a length of the corridor measures to it, m; empty: no corridor is given.</param>
    /// <param name="corridorM">Length of the corridor, m.</param>
    public static IEnumerable<string> Of(FeetRecord feet, double fromS, double toS, IReadOnlyList<double> restsM, double corridorM)
    {
        if (restsM.Count > 0 && restsM.Max() > MostOfCorridor * corridorM)
            yield return FormattableString.Invariant($"since the last turn that the feet showed they went {restsM.Max():0} m in a corridor of {corridorM:0.##} m: a turn was not seen, and the lap distance is too short");
        foreach (Foot foot in BothFeet.InOrder)
        {
            double[] timesS = [.. feet.Strides.Where(s => s.Foot == foot && s is { IsValid: true, StrideTimeS: not null } && s.TerminalContact.Seconds > fromS && s.End.Seconds < toS).Select(s => s.StrideTimeS!.Value).Order()];
            if (timesS.Length < EnoughStrides) continue;
            double leastS = StridesInARow * timesS[timesS.Length / 2];
            double missingS = feet.Gaps.Where(g => g.Foot == foot && !g.Bridged).Select(g => Math.Min(g.End.Seconds, toS) - Math.Max(g.Start.Seconds, fromS)).Where(s => s > leastS).Sum();
            if (missingS > 0) yield return FormattableString.Invariant($"samples of the {(foot == Foot.Left ? "left" : "right")} foot are missing for {missingS:0.0} s: what it walked then is in no sum");
        }
    }
}

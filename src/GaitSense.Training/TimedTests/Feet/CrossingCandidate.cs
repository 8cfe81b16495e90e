using GaitSense.Core;

namespace GaitSense.Training.TimedTests.Feet;

/// <summary>One possible crossing of the line.</summary>
/// <param name="TimeS">When, s: the middle of what is possible in this swing.</param>
/// <param name="Foot">The foot.</param>
/// <param name="Share">How likely it is, 0 to 1, by the feet alone.</param>
/// <param name="EarliestS">With 99 % not before, s.</param>
/// <param name="LatestS">With 99 % not after, s.</param>
public readonly record struct CrossingCandidate(double TimeS, Foot Foot, double Share, double EarliestS, double LatestS)
{
    internal static CrossingCandidate Of(List<(double TimeS, Foot Foot, double Weight)> all, int from, int to, double sum)
    {
        double weight = 0, left = 0;
        for (int i = from; i < to; i++)
        {
            weight += all[i].Weight;
            if (all[i].Foot == Foot.Left) left += all[i].Weight;
        }

        return new(Quantile(0.5), left > weight / 2 ? Foot.Left : Foot.Right, weight / sum, Quantile(0.005), Quantile(0.995));

        double Quantile(double share)
        {
            double so = 0;
            for (int i = from; i < to; i++)
            {
                so += all[i].Weight;
                if (so >= share * weight) return all[i].TimeS;
            }

            return all[to - 1].TimeS;
        }
    }
}

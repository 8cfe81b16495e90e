using GaitSense.Core;

namespace GaitSense.Training.TimedTests.Feet;

/// <summary>One possible crossing of the line.</summary>
/// <param name="TimeS">When, s: the middle of what is possible in this swing, or in a part of it.</param>
/// <param name="Foot">The foot.</param>
/// <param name="Share">How likely it is, 0 to 1, by the feet alone.</param>
/// <param name="EarliestS">With 99 % not before, s.</param>
/// <param name="LatestS">With 99 % not after, s.</param>
public readonly record struct CrossingCandidate(double TimeS, Foot Foot, double Share, double EarliestS, double LatestS)
{
    // A crossing is one value where it is known within so much, s: what is asked of a timed test.
    private const double KnownS = 0.10;

    // Of a swing that is not known within that, a part that is less likely than this is no candidate of its own [D].
    private const double LeastPart = 0.02;

    /// <summary>The candidates that one swing makes: one where its times lie close together, else the parts in which they do, the most likely first.</summary>
    /// <param name="all">Possible times, in time order.</param>
    /// <param name="from">The swing's first.</param>
    /// <param name="to">Its end.</param>
    /// <param name="sum">Weight of all times of all swings.</param>
    internal static IEnumerable<CrossingCandidate> OfSwing(List<(double TimeS, Foot Foot, double Weight)> all, int from, int to, double sum)
    {
        CrossingCandidate whole = Of(all, from, to, sum);
        if (whole.TimeS - whole.EarliestS <= KnownS && whole.LatestS - whole.TimeS <= KnownS) return [whole];
        (int first, int end) = Densest(all, from, to);
        bool isBefore = WeightOf(all, from, first) / sum >= LeastPart, isAfter = WeightOf(all, end, to) / sum >= LeastPart;
        // What is too unlikely to be a part stays in the range of its neighbour.
        CrossingCandidate main = Of(all, isBefore ? first : from, isAfter ? end : to, sum);
        main = main with { TimeS = Math.Clamp((all[first].TimeS + all[end - 1].TimeS) / 2, main.EarliestS, main.LatestS) };
        return [main, .. isBefore ? OfSwing(all, from, first, sum) : [], .. isAfter ? OfSwing(all, end, to, sum) : []];
    }

    private static CrossingCandidate Of(List<(double TimeS, Foot Foot, double Weight)> all, int from, int to, double sum)
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

    // The times within KnownS of each other's middle that weigh most.
    private static (int From, int To) Densest(List<(double TimeS, Foot Foot, double Weight)> all, int from, int to)
    {
        (int From, int To) best = (from, from + 1);
        double most = 0, weight = 0;
        for (int a = from, b = from; b < to; b++)
        {
            weight += all[b].Weight;
            for (; all[b].TimeS - all[a].TimeS > 2 * KnownS; a++) weight -= all[a].Weight;
            if (weight > most) (best, most) = ((a, b + 1), weight);
        }

        return best;
    }

    private static double WeightOf(List<(double TimeS, Foot Foot, double Weight)> all, int from, int to)
    {
        double weight = 0;
        for (int i = from; i < to; i++) weight += all[i].Weight;
        return weight;
    }
}

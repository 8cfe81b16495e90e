using GaitSense.Analysis.Accuracy;
using GaitSense.Core;

namespace GaitSense.Analysis.Comparison;

/// <summary>By how much one system's clock is ahead of another's, from the events that both saw.</summary>
internal static class ClockOffset
{
    private const double BinS = 0.02;
    private const int FewestEvents = 5;

    /// <summary>
    /// The second clock's time less the first's, s: the offset at which most initial contacts of the same foot fall together, then the median of their differences.
    /// Null where too few fall together. Walking repeats itself: an offset wrong by a stride would bring all but one contact together, so starts, stops and uneven
    /// strides are what decides.
    /// </summary>
    public static double? Estimate(IReadOnlyList<GaitEvent> first, IReadOnlyList<GaitEvent> second)
    {
        Dictionary<long, int> votes = [];
        foreach (Foot foot in BothFeet.InOrder)
        {
            double[] a = Contacts(first, foot), b = Contacts(second, foot);
            foreach (double x in a)
                foreach (double y in b)
                {
                    long bin = (long)Math.Floor((y - x) / BinS);
                    votes[bin] = votes.GetValueOrDefault(bin) + 1;
                }
        }

        // Neighbours count: the scatter of both systems spreads the right offset over several bins.
        (int best, long at) = (0, 0);
        foreach (long bin in votes.Keys.Order())
        {
            int sum = Enumerable.Range(-2, 5).Sum(k => votes.GetValueOrDefault(bin + k));
            if (sum > best) (best, at) = (sum, bin);
        }

        if (best < FewestEvents) return null;
        double coarse = (at + 0.5) * BinS;
        List<double> differences = [];
        foreach (Foot foot in BothFeet.InOrder)
        {
            double[] a = Contacts(first, foot), b = [.. Contacts(second, foot).Select(t => t - coarse)];
            differences.AddRange(EventMatcher.Match(a, b).Select(p => b[p.Detection] - a[p.Label]));
        }

        return coarse + ExactNumbers.Median(differences);
    }

    private static double[] Contacts(IReadOnlyList<GaitEvent> events, Foot foot) =>
        [.. events.Where(e => e.Foot == foot && e.Kind == GaitEventKind.InitialContact).Select(e => EventMatcher.Seconds(e.Time)).Order()];
}

using GaitSense.Core;

namespace GaitSense.Recording.Import.Tables;

/// <summary>The rate of rows of which several have one time, and which of them the time belongs to.</summary>
/// <param name="PeriodUs">Microseconds from sample to sample.</param>
/// <param name="StampsFirst">Whether the time belongs to the first of them, as a coarse clock has it, not to the last, as an arrival.</param>
/// <param name="Words">What was found.</param>
internal readonly record struct BatchFit(double PeriodUs, bool StampsFirst, string Words)
{
    private const int Apart = 6;

    /// <summary>Fits the first samples, which have at least four different times.</summary>
    public static BatchFit Of(IReadOnlyList<ImuSample> head)
    {
        var groups = new List<(double Us, int First, int Last)>();
        for (int i = 0; i < head.Count; i++)
        {
            if (groups.Count > 0 && head[i].Time.Microseconds == groups[^1].Us) groups[^1] = groups[^1] with { Last = i };
            else groups.Add((head[i].Time.Microseconds, i, i));
        }

        // The last group may go on after the head.
        groups.RemoveAt(groups.Count - 1);
        (double lastUs, double lastSpread) = Slope(groups, g => g.Last);
        (double firstUs, double firstSpread) = Slope(groups, g => g.First);
        bool first = firstSpread < 0.8 * lastSpread;
        int[] sizes = [.. groups.Skip(1).Select(g => g.Last - g.First + 1).Order()];
        int usual = sizes[sizes.Length / 2];
        string words = usual == 1 ? "some rows share theirs" : FormattableString.Invariant($"{(sizes[0] == sizes[^1] ? "" : "about ")}{usual} samples share each, {(first ? "which is that of the first of them" : "which is taken for that of the last of them")}");
        return new BatchFit(first ? firstUs : lastUs, first, words);
    }

    // The median of slopes over some groups each; holes lie in few of them. With it how far the groups lie from it.
    private static (double PeriodUs, double Spread) Slope(List<(double Us, int First, int Last)> groups, Func<(double Us, int First, int Last), int> at)
    {
        int apart = Math.Clamp(groups.Count / 2, 1, Apart * 4);
        double[] slopes = [.. groups.Zip(groups.Skip(apart), (a, b) => (b.Us - a.Us) / Math.Max(1, at(b) - at(a))).Order()];
        double slope = slopes[slopes.Length / 2];
        // Over all of it, where nothing is missing, the slope is better known.
        double whole = (groups[^1].Us - groups[0].Us) / Math.Max(1, at(groups[^1]) - at(groups[0]));
        if (Math.Abs(whole - slope) < 0.02 * slope) slope = whole;
        double[] off = [.. groups.Zip(groups.Skip(1), (a, b) => Math.Abs(b.Us - a.Us - ((at(b) - at(a)) * slope))).Order()];
        return (slope, off.Average());
    }
}

using System.Globalization;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Summary;

/// <summary>
/// Whether the feet's contacts can be true on one clock. Who walks has a foot on the ground; who runs is in the air between steps. Where both feet swing at once for far
/// longer than their own swing times allow of feet that take turns, one foot's times are shifted against the other's.
/// </summary>
internal static class FeetTogether
{
    // Less is no walk to judge by; an uneven gait is far below the share.
    private const int FewestSwings = 10;
    private const double MaxExcess = 0.35;

    /// <summary>A sentence where the contacts contradict each other; null where they do not, or the feet share no clock.</summary>
    public static string? Contradiction(WalkRecord walk)
    {
        if (!walk.Context.SharedClock || Swings(walk, Foot.Left) is not { Length: >= FewestSwings } left || Swings(walk, Foot.Right) is not { Length: >= FewestSwings } right) return null;
        double together = 0;
        for (int l = 0, r = 0; l < left.Length && r < right.Length;)
        {
            together += Math.Max(0, Math.Min(left[l].ToS, right[r].ToS) - Math.Max(left[l].FromS, right[r].FromS));
            if (left[l].ToS < right[r].ToS) l++;
            else r++;
        }

        double share = together / Math.Min(left.Sum(s => s.ToS - s.FromS), right.Sum(s => s.ToS - s.FromS));
        return share < Expected(walk) + MaxExcess ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"Both feet are in the air at once for {100 * share:0} % of the swings: so nobody walks. Are the feet's clocks really shared? Step time, double support and what else compares the feet's times cannot be trusted.");
    }

    private static (double FromS, double ToS)[] Swings(WalkRecord walk, Foot foot) =>
        [.. walk.Strides.Where(s => s.Foot == foot && s.IsValid && s.Start is not null).Select(s => (s.TerminalContact.Seconds, s.End.Seconds)).OrderBy(s => s.Item1)];

    // Of feet that take turns evenly, the share of the swings in which both are in the air: none while a foot is on the ground for half of the stride or longer.
    private static double Expected(WalkRecord walk)
    {
        double[] swings = [.. walk.Strides.Where(s => s.IsValid && s.StrideTimeS > 0).Select(s => s.SwingTimeS / s.StrideTimeS!.Value).Order()];
        double swing = swings[swings.Length / 2];
        return Math.Max(0, (2 * swing) - 1) / swing;
    }
}

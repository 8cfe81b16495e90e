using GaitSense.Core;

namespace GaitSense.Recording.Checkup;

/// <summary>What times say against what a recording declares, in the same words wherever it is looked at.</summary>
internal static class TimeFindings
{
    // Beyond these a person should look: sensors that are well keep far from them, and feet that are recorded together begin and end together.
    private const double RateOff = 0.02, ApartS = 2;

    /// <summary>A rate that contradicts the times; null where it does not, or none is stated.</summary>
    public static string? Rate(Foot foot, double? rateHz, double? statedHz) =>
        rateHz is { } rate && statedHz is { } stated && Math.Abs(rate - stated) > RateOff * stated
            ? FormattableString.Invariant($"{Words.Of(foot)}: {rate:0.##} Hz by its times, though {stated:0.##} Hz is stated; the times are used") : null;

    /// <summary>Feet that are said to share a clock and were not recorded at the same time.</summary>
    /// <param name="a">One foot's first and last time, s.</param>
    /// <param name="b">The other's.</param>
    /// <param name="isProblem">Whether it is sure that something is wrong.</param>
    /// <returns>A sentence; null where nothing is said against it.</returns>
    public static string? Apart((Foot Foot, double FromS, double ToS) a, (Foot Foot, double FromS, double ToS) b, out bool isProblem)
    {
        isProblem = a.FromS > b.ToS || b.FromS > a.ToS;
        if (isProblem)
            return FormattableString.Invariant($"the feet are said to share a clock, but no moment is in both ({a.FromS:0.##} to {a.ToS:0.##} s and {b.FromS:0.##} to {b.ToS:0.##} s): say \"clock\": \"separate\"");
        string[] apart = [.. new[] { Of("begins", a.FromS - b.FromS), Of("ends", a.ToS - b.ToS) }.OfType<string>()];
        return apart.Length == 0 ? null : $"the {string.Join(" and the ", apart)}: is the clock really shared? If not, times between the feet, such as step time, are wrong: say \"clock\": \"separate\"";

        string? Of(string what, double laterS) => Math.Abs(laterS) < ApartS ? null
            : FormattableString.Invariant($"{Words.Of(laterS > 0 ? a.Foot : b.Foot)} foot {what} {Math.Abs(laterS):0.#} s after the {Words.Of(laterS > 0 ? b.Foot : a.Foot)}");
    }
}

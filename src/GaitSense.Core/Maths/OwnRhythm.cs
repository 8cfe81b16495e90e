namespace GaitSense.Core;

/// <summary>
/// How long something that recurs with each stride lasts in this walker (a stance, a double support, a step), and when one of them is so much longer
/// that the walker stood instead. No fixed limit would do: a very slow walker's stance is longer than a brisk one's standing.
/// </summary>
/// <param name="minS">So short is never standing, s.</param>
/// <param name="firstS">What counts as standing before anything is known, s.</param>
internal readonly struct OwnRhythm(double minS, double firstS)
{
    // Within a walk, stances of impaired walkers and those in turns stay below twice the usual.
    private const double Times = 2.5;

    // Usual is rather what is short: a first one may have been a hesitation.
    private const double Shorter = 0.5, Longer = 0.1;

    /// <summary>Whether one that lasts for so long is no part of walking.</summary>
    /// <param name="usualS">What is usual; 0 when unknown.</param>
    /// <param name="seconds">How long it lasts, s.</param>
    public bool IsStanding(double usualS, double seconds) => seconds > (usualS > 0 ? Math.Max(minS, Times * usualS) : firstS);

    /// <summary>Learns from one that was part of walking; returns what is usual now, s.</summary>
    public static double Learn(double usualS, double seconds) =>
        usualS <= 0 ? seconds : usualS + ((seconds < usualS ? Shorter : Longer) * (seconds - usualS));
}

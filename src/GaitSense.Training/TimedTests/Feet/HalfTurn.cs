using GaitSense.Core;

namespace GaitSense.Training.TimedTests.Feet;

/// <summary>
/// When a person has half turned at an end of a corridor. A foot that lands in a turn is put down the way the body then faces, so the body's heading is that of the foot that lands, landing by
/// landing, and changes evenly between them.
/// </summary>
internal static class HalfTurn
{
    // Between two landings the body may have turned at any time; and no landing tells it better than this, s.
    private const double LeastUnsureS = 0.3;

    // A landing that is turned by less belongs to the way before, rad.
    private const double StraightRad = 35 * Math.PI / 180;

    /// <summary>When the body's heading left the corridor's axis by a right angle in the last turn: between which times; null: it has not by then.</summary>
    /// <param name="feet">What the feet did.</param>
    /// <param name="leftAxisRad">The corridor's axis before the turn as the left foot has it, rad.</param>
    /// <param name="rightAxisRad">As the right foot has it, rad.</param>
    /// <param name="fromS">Not before, s.</param>
    /// <param name="toS">By landings that are not later, s.</param>
    public static (double FromS, double MiddleS, double ToS)? Last(FeetRecord feet, double leftAxisRad, double rightAxisRad, double fromS, double toS)
    {
        List<(double TimeS, double OffRad)> landings = [.. Landings(feet, Foot.Left, leftAxisRad), .. Landings(feet, Foot.Right, rightAxisRad)];
        landings.RemoveAll(l => l.TimeS < fromS || l.TimeS > toS);
        landings.Sort();
        // The feet may differ in how far they have turned, so there may be more than one such time.
        double? first = null, last = null;
        double unsure = LeastUnsureS;
        for (int i = landings.Count - 1; i > 0 && (last is null || landings[i].OffRad >= StraightRad); i--)
        {
            ((double beforeS, double before), (double afterS, double after)) = (landings[i - 1], landings[i]);
            if (before >= Math.PI / 2 || after < Math.PI / 2) continue;
            first = beforeS + ((afterS - beforeS) * ((Math.PI / 2) - before) / (after - before));
            last ??= first;
            unsure = Math.Max(unsure, afterS - beforeS);
        }

        return first is { } f && last is { } l ? (f - unsure, (f + l) / 2, l + unsure) : null;
    }

    private static IEnumerable<(double TimeS, double OffRad)> Landings(FeetRecord feet, Foot foot, double axisRad)
    {
        IReadOnlyList<Stance> stances = feet.StancesOf(foot);
        int next = 0;
        foreach (Swing swing in feet.SwingsOf(foot))
        {
            if (swing.LandsS is not { } lands) continue;
            while (next < stances.Count && stances[next].TimeS < lands) next++;
            if (next < stances.Count) yield return (lands, Math.Abs(LapCount.Wrap(stances[next].HeadingRad - axisRad)));
        }
    }
}

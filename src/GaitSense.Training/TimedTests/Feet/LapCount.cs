namespace GaitSense.Training.TimedTests.Feet;

/// <summary>
/// Lengths of a corridor, by one foot: how often it turned back at an end. The corridor's axis is followed slowly, because a heading drifts over minutes; a turn is where the heading has left it
/// by more than a right angle.
/// </summary>
/// <param name="Lengths">Whole lengths.</param>
/// <param name="RestM">Way since the last end, by what a length of this corridor measures to this foot, m.</param>
/// <param name="ShortLegs">How often it turned back before half a length; such turns are no ends.</param>
public readonly record struct LapCount(int Lengths, double RestM, int ShortLegs)
{
    // The heading leaves the axis by this, and has turned back; within this of it, it follows.
    private const double TurnedRad = 110 * Math.PI / 180, StraightRad = 35 * Math.PI / 180, Follow = 0.15;

    /// <summary>Counts.</summary>
    /// <param name="stances">Where the foot stood, in time order.</param>
    /// <param name="fromS">"Go", s.</param>
    /// <param name="toS">The end, s.</param>
    /// <param name="corridorM">Length of the corridor, m.</param>
    public static LapCount Of(IReadOnlyList<Stance> stances, double fromS, double toS, double corridorM)
    {
        ArgumentNullException.ThrowIfNull(stances);
        double? axis = null;
        double way = 0, sum = 0, heading = 0;
        int lengths = 0, shortLegs = 0;
        bool isBack = false;
        Stance? last = null;
        foreach (Stance s in stances)
        {
            // Unwrapped: a foot never turns by more than half a circle in one swing.
            heading = last is null ? s.HeadingRad : heading + Wrap(s.HeadingRad - last.Value.HeadingRad);
            if (s.TimeS <= fromS || last is not { } before)
            {
                last = s;
                continue;
            }

            if (s.TimeS > toS) break;
            way += Math.Sqrt(Math.Pow(s.XM - before.XM, 2) + Math.Pow(s.YM - before.YM, 2));
            last = s;
            axis ??= heading;
            double off = Wrap(heading - axis.Value);
            if (Math.Abs(off) < StraightRad)
            {
                axis += Follow * off;
            }
            else if (Math.Abs(off) > TurnedRad)
            {
                axis += Math.PI;
                if (way >= corridorM / 2)
                {
                    lengths++;
                    sum += way;
                    way = 0;
                    isBack = false;
                }
                else
                {
                    // Turned back within the corridor, and perhaps on again: the way goes on counting toward the same end only then.
                    if (isBack) shortLegs++;
                    isBack = !isBack;
                }
            }
        }

        double rest = lengths > 0 ? way * lengths * corridorM / sum : way;
        return new(lengths, rest, shortLegs + (isBack ? 1 : 0));
    }

    private static double Wrap(double rad) => rad - (2 * Math.PI * Math.Round(rad / (2 * Math.PI)));
}

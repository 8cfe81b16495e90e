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
    private const double TurnedRad = 95 * Math.PI / 180, StraightRad = 35 * Math.PI / 180, Follow = 0.15;

    /// <summary>The corridor's axis as this foot has it in the way in which it walks now, rad.</summary>
    internal double AxisRad { get; private init; }

    /// <summary>The same before it last turned; the present one where it has not.</summary>
    internal double AxisBeforeRad { get; private init; }

    /// <summary>Counts.</summary>
    /// <param name="stances">Where the foot stood, in time order.</param>
    /// <param name="fromS">"Go", s.</param>
    /// <param name="toS">The end, s.</param>
    /// <param name="corridorM">Length of the corridor, m.</param>
    public static LapCount Of(IReadOnlyList<Stance> stances, double fromS, double toS, double corridorM)
    {
        ArgumentNullException.ThrowIfNull(stances);
        double? axis = null, axisBefore = null;
        double way = 0, heading = 0, wholeM = 0;
        int lengths = 0, whole = 0, shortLegs = 0;
        bool isTurnedBack = false, wasTurnedBack = false;
        Stance? last = null, end = null;
        foreach (Stance s in stances)
        {
            // Unwrapped: a foot never turns by more than half a circle in one swing.
            heading = last is null ? s.HeadingRad : heading + Wrap(s.HeadingRad - last.Value.HeadingRad);
            if (s.TimeS > toS) break;
            if (s.TimeS <= fromS || last is not { } before)
            {
                last = end = s;
                continue;
            }

            way += Distance(s, before);
            last = s;
            axis ??= heading;
            double off = Wrap(heading - axis.Value);
            if (Math.Abs(off) < StraightRad) axis += Follow * off;
            if (Math.Abs(off) <= TurnedRad) continue;
            axisBefore = axis;
            axis += Math.PI;
            if (Distance(s, end!.Value) >= corridorM / 2)
            {
                lengths++;
                if (!wasTurnedBack) (whole, wholeM) = (whole + 1, wholeM + way);
                (way, end, isTurnedBack, wasTurnedBack) = (0, s, false, false);
            }
            else
            {
                // Turned back within the corridor; with the next turn it goes on to the same end.
                if (!isTurnedBack) shortLegs++;
                (isTurnedBack, wasTurnedBack) = (!isTurnedBack, true);
            }
        }

        return new(lengths, whole > 0 ? way * whole * corridorM / wholeM : way, shortLegs) { AxisRad = axis ?? heading, AxisBeforeRad = axisBefore ?? axis ?? heading };
    }

    private static double Distance(in Stance a, in Stance b) => Math.Sqrt(((a.XM - b.XM) * (a.XM - b.XM)) + ((a.YM - b.YM) * (a.YM - b.YM)));

    internal static double Wrap(double rad) => rad - (2 * Math.PI * Math.Round(rad / (2 * Math.PI)));
}

using GaitSense.Core;

namespace GaitSense.Training.TimedTests.Feet;

/// <summary>A turn of a person as both feet show it: from the leaving of the first foot that turns in the air to the landing of the last.</summary>
/// <param name="FromS">When the first turning foot left the ground, s.</param>
/// <param name="ToS">When the last one landed, s.</param>
/// <param name="AngleRad">Change of heading, the mean of both feet, rad, left positive.</param>
public readonly record struct FeetTurn(double FromS, double ToS, double AngleRad)
{
    // A swing that turns a foot by less is straight walking: it is the core's own limit.
    private const double SwingRad = 15 * Math.PI / 180;

    // Between the swings of one turn lie at most so many seconds in which no foot turns.
    private const double ApartS = 1.0;

    /// <summary>Turns of at least an angle, in time order.</summary>
    /// <param name="strides">Strides of both feet, in the order in which they left the ground.</param>
    /// <param name="leastRad">The least angle, rad.</param>
    public static IReadOnlyList<FeetTurn> Find(ReadOnlySpan<Stride> strides, double leastRad)
    {
        List<FeetTurn> turns = [];
        FeetTurn? open = null;
        double[] angle = new double[2];
        foreach (ref readonly Stride s in strides)
        {
            if (s.TurnRad is not { } turn || Math.Abs(turn) < SwingRad) continue;
            (double leaves, double lands) = (s.TerminalContact.Seconds, s.End.Seconds);
            if (open is { } o && leaves - o.ToS < ApartS && Math.Sign(turn) == Math.Sign(o.AngleRad))
            {
                angle[(int)s.Foot] += turn;
                open = o with { ToS = Math.Max(o.ToS, lands), AngleRad = (angle[0] + angle[1]) / 2 };
                continue;
            }

            Close();
            Array.Clear(angle);
            angle[(int)s.Foot] = turn;
            open = new FeetTurn(leaves, lands, turn / 2);
        }

        Close();
        return turns;

        void Close()
        {
            if (open is { } o && Math.Abs(o.AngleRad) >= leastRad) turns.Add(o);
            open = null;
        }
    }
}

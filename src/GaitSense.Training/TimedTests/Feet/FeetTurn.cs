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

    // Parts of one turn lie at most so many seconds apart, and together are no more than this.
    private const double ApartS = 1.0, MostRad = 230 * Math.PI / 180;

    // A swing that does not turn and goes at least this far is a straight step: it parts two turns, m [D].
    private const double StraightM = 0.25;

    /// <summary>Turns of at least an angle, in time order.</summary>
    /// <param name="strides">Strides of both feet, in the order in which they left the ground.</param>
    /// <param name="leastRad">The least angle, rad.</param>
    public static IReadOnlyList<FeetTurn> Find(ReadOnlySpan<Stride> strides, double leastRad)
    {
        List<FeetTurn> parts = [];
        bool isParted = true;
        foreach (ref readonly Stride s in strides)
        {
            if (s.TurnRad is not { } turn || Math.Abs(turn) < SwingRad)
            {
                isParted |= s.LengthM >= StraightM;
                continue;
            }

            // The body's turn is the mean of both feet's, so each swing brings half of its own.
            FeetTurn swing = new(s.TerminalContact.Seconds, s.End.Seconds, turn / 2);
            if (!isParted && parts is [.., var open] && IsSame(in open, in swing)) parts[^1] = Join(in open, in swing);
            else parts.Add(swing);
            isParted = false;
        }

        List<FeetTurn> turns = [];
        foreach (FeetTurn part in parts)
        {
            if (turns is [.., var last] && IsSame(in last, in part) && Math.Abs(last.AngleRad + part.AngleRad) < MostRad) turns[^1] = Join(in last, in part);
            else turns.Add(part);
        }

        return [.. turns.Where(t => Math.Abs(t.AngleRad) >= leastRad)];
    }

    private static bool IsSame(in FeetTurn a, in FeetTurn b) => b.FromS - a.ToS < ApartS && Math.Sign(a.AngleRad) == Math.Sign(b.AngleRad);

    private static FeetTurn Join(in FeetTurn a, in FeetTurn b) => new(a.FromS, Math.Max(a.ToS, b.ToS), a.AngleRad + b.AngleRad);
}

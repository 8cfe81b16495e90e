using GaitSense.Simulation.Plan;

namespace GaitSense.Simulation.TimedCourses;

/// <summary>A simulated walk of some minutes in a corridor, and the truth of it.</summary>
public sealed class SimulatedCorridorTest
{
    internal SimulatedCorridorTest(CorridorCourse course, SimulatedWalk walk, double goS)
    {
        (Course, Walk, GoS, StopS) = (course, walk, goS, goS + course.DurationS);
        double half = Math.PI / 2;
        List<double> turns = [];
        for (int i = 1; i < walk.Body.Count; i++)
        {
            // Half way through a turn the person is at the end of the corridor.
            double from = Math.Abs(walk.Body[i - 1].HeadingRad), to = Math.Abs(walk.Body[i].HeadingRad), at = half + (Math.PI * turns.Count);
            if (from < at && to >= at) turns.Add(walk.Body[i - 1].TimeS + ((at - from) / (to - from) * (walk.Body[i].TimeS - walk.Body[i - 1].TimeS)));
        }

        TurnsS = turns;
    }

    /// <summary>What was asked for.</summary>
    public CorridorCourse Course { get; }

    /// <summary>The walk.</summary>
    public SimulatedWalk Walk { get; }

    /// <summary>When "go" is given, s.</summary>
    public double GoS { get; }

    /// <summary>When the time is over, s.</summary>
    public double StopS { get; }

    /// <summary>When the person has half turned at an end of the corridor, s.</summary>
    public IReadOnlyList<double> TurnsS { get; }

    /// <summary>Whole lengths of the corridor in the test's time.</summary>
    public int Lengths => TurnsS.Count(t => t <= StopS);

    /// <summary>The body's way between two times, m.</summary>
    /// <param name="fromS">From when, s.</param>
    /// <param name="toS">Until when, s.</param>
    public double WalkedM(double fromS, double toS)
    {
        double sum = 0;
        for (int i = 1; i < Walk.Body.Count; i++)
        {
            (BodyPlace a, BodyPlace b) = (Walk.Body[i - 1], Walk.Body[i]);
            double inside = Math.Min(b.TimeS, toS) - Math.Max(a.TimeS, fromS);
            if (inside > 0 && b.TimeS > a.TimeS) sum += (b.PositionM - a.PositionM).Length * inside / (b.TimeS - a.TimeS);
        }

        return sum;
    }
}

using GaitSense.Simulation.Plan;

namespace GaitSense.Simulation.TimedCourses;

/// <summary>A simulated Timed Up and Go, and the truth of it.</summary>
public sealed class SimulatedChairTest
{
    // A swing that turns a foot by less is straight walking; swings of one turn are at most so many seconds apart.
    private const double SwingRad = 15 * Math.PI / 180, ApartS = 1.0;

    internal SimulatedChairTest(ChairCourse course, SimulatedWalk walk)
    {
        (Course, Walk) = (course, walk);
        SimulatedStride[] strides = [.. walk.Strides.OrderBy(s => s.TerminalContactS)];
        int first = Array.FindIndex(strides, s => s.Manner == WalkManner.Forward);
        FirstStepS = strides[first].TerminalContactS;
        GoS = course.DrawsFeetBack ? strides[0].HeelOffS - course.ReactionS : strides[first].HeelOffS - course.RiseS - course.ReactionS;
        List<(double FromS, double ToS, double Rad)> turns = [];
        foreach (SimulatedStride s in strides[first..])
        {
            if (Math.Abs(s.TurnRad) < SwingRad) continue;
            if (turns is [.., var open] && s.TerminalContactS - open.ToS < ApartS && Math.Sign(s.TurnRad) == Math.Sign(open.Rad)) turns[^1] = (open.FromS, Math.Max(open.ToS, s.EndS), open.Rad + s.TurnRad);
            else turns.Add((s.TerminalContactS, s.EndS, s.TurnRad));
        }

        if (turns.Count != 2) throw new InvalidOperationException($"A Timed Up and Go has two turns, not {turns.Count}.");
        (TurnFromS, TurnToS) = (turns[0].FromS, turns[0].ToS);
        SitTurnFromS = turns[1].FromS;
        LandsS = strides.Max(s => s.EndS);
        SitsS = LandsS + course.SitS;
    }

    /// <summary>What was asked for.</summary>
    public ChairCourse Course { get; }

    /// <summary>The walk.</summary>
    public SimulatedWalk Walk { get; }

    /// <summary>When "go" is given, s.</summary>
    public double GoS { get; }

    /// <summary>When the first step's foot leaves the ground, s.</summary>
    public double FirstStepS { get; }

    /// <summary>When the first foot that turns at the mark leaves the ground, s.</summary>
    public double TurnFromS { get; }

    /// <summary>When the last foot that turns there lands, s.</summary>
    public double TurnToS { get; }

    /// <summary>When the first foot that turns before the chair leaves the ground, s.</summary>
    public double SitTurnFromS { get; }

    /// <summary>When the last foot lands, s.</summary>
    public double LandsS { get; }

    /// <summary>When the person sits, s.</summary>
    public double SitsS { get; }
}

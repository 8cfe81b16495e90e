using GaitSense.Simulation.Plan;

namespace GaitSense.Simulation.TimedCourses;

/// <summary>A simulated Timed Up and Go, and the truth of it.</summary>
public sealed class SimulatedChairTest
{
    internal SimulatedChairTest(ChairCourse course, SimulatedWalk walk)
    {
        (Course, Walk) = (course, walk);
        SimulatedStride[] strides = [.. walk.Strides.OrderBy(s => s.TerminalContactS)];
        int first = Array.FindIndex(strides, s => s.Manner == WalkManner.Forward);
        FirstStepS = strides[first].TerminalContactS;
        GoS = course.DrawsFeetBack ? strides[0].HeelOffS - course.ReactionS : strides[first].HeelOffS - course.RiseS - course.ReactionS;
        // By the script: the foot that steps next after a turn still has its last part before it.
        int turn = first + course.StepsOut, back = turn + course.TurnSteps + course.StepsBack;
        (TurnFromS, TurnToS) = (strides[turn].TerminalContactS, strides[turn + course.TurnSteps].EndS);
        SitTurnFromS = strides[back].TerminalContactS;
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

using GaitSense.Core;

namespace GaitSense.Simulation.TimedCourses;

/// <summary>A simulated test over a marked line, and the truth of it, by geometry.</summary>
public sealed class SimulatedLineTest
{
    internal SimulatedLineTest(LineCourse course, SimulatedWalk walk, MarkedLine line, double goS, double leavesS, double? falseStartS)
    {
        (Course, Walk, Line, GoS, LeavesS, FalseStartS) = (course, walk, line, goS, leavesS, falseStartS);
        (CrossesS, Crosses) = line.FirstPassage(leavesS) ?? throw new InvalidOperationException("A script that ends beyond the line never reached it.");
        StopsAtM = BothFeet.InOrder.Max(f => line.BeyondM(f, walk.DurationS));
        NearestLandingM = walk.Strides.Where(s => s.EndS > leavesS).Select(s => line.BeyondM(s.Foot, s.MidStanceEndS)).MinBy(Math.Abs);
    }

    /// <summary>What was asked for.</summary>
    public LineCourse Course { get; }

    /// <summary>The walk.</summary>
    public SimulatedWalk Walk { get; }

    /// <summary>The line.</summary>
    public MarkedLine Line { get; }

    /// <summary>When "go" is given, s.</summary>
    public double GoS { get; }

    /// <summary>When the first foot leaves the ground after it, s.</summary>
    public double LeavesS { get; }

    /// <summary>When the first foot passes the line, s.</summary>
    public double CrossesS { get; }

    /// <summary>Which.</summary>
    public Foot Crosses { get; }

    /// <summary>When a foot left the ground before "go", s; null: none did.</summary>
    public double? FalseStartS { get; }

    /// <summary>Where the foremost foot stands in the end, m beyond the line.</summary>
    public double StopsAtM { get; }

    /// <summary>Where the foot that stands nearest to the line stands, m beyond it.</summary>
    public double NearestLandingM { get; }
}

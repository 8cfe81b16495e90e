using GaitSense.Core;
using GaitSense.Simulation.Plan;

namespace GaitSense.Simulation;

/// <summary>A person who walks as a script says, with known truth.</summary>
public static class Walker
{
    /// <summary>Walks.</summary>
    /// <param name="person">How the person walks.</param>
    /// <param name="script">What the person does, in order; starts and ends at rest whatever it says.</param>
    /// <param name="seed">The same seed gives the same walk, bit for bit.</param>
    public static SimulatedWalk Walk(GaitParameters person, IReadOnlyList<WalkSegment> script, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(script);
        WalkPlanner planner = new(person, seed);
        double durationS = planner.Run(script);
        return new SimulatedWalk(planner.TrajectoryOf(Foot.Left), planner.TrajectoryOf(Foot.Right), durationS, planner.Body);
    }
}

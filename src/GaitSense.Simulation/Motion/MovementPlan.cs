using GaitSense.Core;
using GaitSense.Simulation.Plan;

namespace GaitSense.Simulation.Motion;

/// <summary>All that decides one movement of one foot from one rest on the ground to the next. Angles: plantarflexion positive.</summary>
internal sealed record MovementPlan
{
    public required Foot Foot { get; init; }

    public WalkManner Manner { get; init; }

    /// <summary>Whether observers would not agree to call it a step.</summary>
    public bool IsAmbiguous { get; init; }

    public required StrideTiming Timing { get; init; }

    public required FootPlacement Start { get; init; }

    public required FootPlacement End { get; init; }

    /// <summary>Whether the foot's rotation runs as in forward walking, or backward in time.</summary>
    public bool Reversed { get; init; }

    public double ReleaseRad { get; init; }

    public double LandingRad { get; init; }

    /// <summary>Speed along the way with which the contact still moves when the foot lands, m/s.</summary>
    public double LandingSpeedMps { get; init; }

    /// <summary>Speed downward with which the contact hits the ground, m/s.</summary>
    public double LandingDropMps { get; init; }

    /// <summary>Speed along the way that the toe has already gained when it leaves (the shoe bends at the toes), m/s.</summary>
    public double ReleaseSpeedMps { get; init; }

    /// <summary>Least height of the sole above the ground in mid-swing, m.</summary>
    public double ClearanceM { get; init; }

    /// <summary>How far the foot swings out to its own side, m.</summary>
    public double CircumductionM { get; init; }

    /// <summary>How far the foot tilts outward after release and inward before landing, rad.</summary>
    public double RollRad { get; init; }

    /// <summary>How far the heel turns inward around release, rad.</summary>
    public double YawRad { get; init; }

    /// <summary>Size of the shoe's ringing after landing, m/s².</summary>
    public double RingingMps2 { get; init; }
}

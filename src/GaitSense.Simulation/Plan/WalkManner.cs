namespace GaitSense.Simulation.Plan;

/// <summary>How a person moves during a segment of a walk.</summary>
public enum WalkManner
{
    /// <summary>Toward the toes.</summary>
    Forward,

    /// <summary>Toward the heels: shorter strides at the same cadence, landing on the toes.</summary>
    Backward,

    /// <summary>Sideways to the left, the right foot closing.</summary>
    Left,

    /// <summary>Sideways to the right, the left foot closing.</summary>
    Right,

    /// <summary>Stepping on the spot, with or without turning.</summary>
    InPlace,

    /// <summary>Up stairs, one riser a step.</summary>
    StairsUp,

    /// <summary>Down stairs, one riser a step.</summary>
    StairsDown,
}

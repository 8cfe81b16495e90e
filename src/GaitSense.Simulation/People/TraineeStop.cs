namespace GaitSense.Simulation.People;

/// <summary>Why a simulated person's walk ended before its dose.</summary>
public enum TraineeStop
{
    /// <summary>It did not.</summary>
    None,

    /// <summary>Tired.</summary>
    Fatigue,

    /// <summary>Pain.</summary>
    Pain,

    /// <summary>A fall.</summary>
    Fall,

    /// <summary>Heat: blurred sight, heavier legs.</summary>
    Heat,

    /// <summary>Enough, without a reason.</summary>
    Enough,

    /// <summary>Something else came.</summary>
    Interrupted,

    /// <summary>Sensors or program failed.</summary>
    Technical,
}

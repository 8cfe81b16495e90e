namespace GaitSense.Simulation.People;

/// <summary>How a simulated person fares over the weeks.</summary>
public enum TraineeCourse
{
    /// <summary>Walks faster and farther.</summary>
    Improves,

    /// <summary>Stays the same.</summary>
    Stays,

    /// <summary>Walks slower and less far.</summary>
    Worsens,

    /// <summary>Stays the same, and tires on warm days.</summary>
    TiresInHeat,

    /// <summary>Has a relapse, and recovers in part.</summary>
    Relapses,

    /// <summary>Stays the same, trains seldom, and is away for weeks.</summary>
    Skips,
}

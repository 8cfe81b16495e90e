namespace GaitSense.Training.Records;

/// <summary>Where a session's samples came from. Simulated ones never count as a person's.</summary>
public enum SessionSource
{
    /// <summary>Sensors on feet, live.</summary>
    Sensors,

    /// <summary>A recording, brought in afterwards.</summary>
    Recording,

    /// <summary>A simulation.</summary>
    Simulation,

    /// <summary>No samples: done by the paper plan and written down.</summary>
    Paper,
}

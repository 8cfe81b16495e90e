namespace GaitSense.Training.Progression;

/// <summary>What a step of a plan changes.</summary>
public enum PlanVariable
{
    /// <summary>Minutes of a session.</summary>
    Minutes,

    /// <summary>Backward lengths of a session.</summary>
    Lengths,

    /// <summary>Tempo, percent above the preferred cadence.</summary>
    Tempo,
}

namespace GaitSense.Training.People;

/// <summary>Whether a person trains.</summary>
public enum PersonStatus
{
    /// <summary>Trains.</summary>
    Active,

    /// <summary>Pauses, after a relapse or by a clinician's word; only a clinician starts again where there is one.</summary>
    Paused,

    /// <summary>Has ended.</summary>
    Ended,
}

namespace GaitSense.Training.Records;

/// <summary>What a person was asked about.</summary>
public enum ReportOf
{
    /// <summary>Fatigue.</summary>
    Fatigue,

    /// <summary>Pain.</summary>
    Pain,
}

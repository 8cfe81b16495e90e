namespace GaitSense.Training.Records;

/// <summary>When a person was asked.</summary>
public enum ReportTime
{
    /// <summary>Before the walk.</summary>
    Before,

    /// <summary>After the walk.</summary>
    After,
}

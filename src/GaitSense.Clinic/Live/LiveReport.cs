using GaitSense.Training.Records;

namespace GaitSense.Clinic.Live;

/// <summary>What a person said before or after a walk.</summary>
internal sealed record LiveReport
{
    /// <summary>Before or after.</summary>
    public ReportTime When { get; init; }

    /// <summary>Of what.</summary>
    public ReportOf Of { get; init; }

    /// <summary>1 to 5 on five faces; null: not said.</summary>
    public int? Value { get; init; }
}

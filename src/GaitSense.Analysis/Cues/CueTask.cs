namespace GaitSense.Analysis;

/// <summary>What a task for the mind cost the walk: 100 (just before - with) / just before.</summary>
public sealed record CueTask
{
    /// <summary>The task, as in the plan.</summary>
    public required string Task { get; init; }

    /// <summary>Cost in speed, percent: positive is slower with the task; null where either part is too short.</summary>
    public required double? SpeedCostPercent { get; init; }

    /// <summary>Cost in stride length, percent.</summary>
    public required double? StrideLengthCostPercent { get; init; }
}

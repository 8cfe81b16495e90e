namespace GaitSense.Analysis.Cues;

/// <summary>What a task for the mind cost the walk: 100 (just before - with) / just before, of steady straight strides. A task that was never asked, or broken off, is none.</summary>
public sealed record CueTask
{
    /// <summary>The task, as in the plan.</summary>
    public required string Task { get; init; }

    /// <summary>Cost in speed, percent: positive is slower with the task; null where either part is too short.</summary>
    public required double? SpeedCostPercent { get; init; }

    /// <summary>Cost in stride length, percent.</summary>
    public required double? StrideLengthCostPercent { get; init; }

    /// <summary>Lower end of the 95 % interval of the cost in speed, percent: how much blocks of strides differ from each other.</summary>
    public double? SpeedCi95Low { get; init; }

    /// <summary>Upper end, percent.</summary>
    public double? SpeedCi95High { get; init; }

    /// <summary>Lower end of the 95 % interval of the cost in stride length, percent.</summary>
    public double? StrideLengthCi95Low { get; init; }

    /// <summary>Upper end, percent.</summary>
    public double? StrideLengthCi95High { get; init; }

    /// <summary>The difference in speed in words, and that it is not clear where it is not; null where either part is too short.</summary>
    public string? SpeedWords { get; init; }

    /// <summary>The difference in stride length in words.</summary>
    public string? StrideLengthWords { get; init; }
}

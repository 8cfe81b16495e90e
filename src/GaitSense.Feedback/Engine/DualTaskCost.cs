using GaitSense.Feedback.Plan;

namespace GaitSense.Feedback.Engine;

/// <summary>What a task for the mind does to the walk: steady straight strides with it against such strides just before; null where either part is too short.</summary>
/// <param name="Task">The task.</param>
/// <param name="Speed">Change in speed.</param>
/// <param name="StrideLength">Change in stride length.</param>
public readonly record struct DualTaskCost(TaskKind Task, BenefitVerdict? Speed, BenefitVerdict? StrideLength)
{
    /// <summary>Cost in speed: 100 (single - dual) / single, percent; positive is slower with the task.</summary>
    public double? SpeedPercent => -Speed?.ChangePercent;

    /// <summary>Cost in stride length, percent; positive is shorter.</summary>
    public double? StrideLengthPercent => -StrideLength?.ChangePercent;
}

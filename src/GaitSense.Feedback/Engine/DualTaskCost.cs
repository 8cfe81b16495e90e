namespace GaitSense.Feedback;

/// <summary>What a task for the mind costs the walk: 100 (single - dual) / single, percent; positive is slower or shorter with the task.</summary>
/// <param name="Task">The task.</param>
/// <param name="SpeedPercent">Cost in speed; null where either part is too short.</param>
/// <param name="StrideLengthPercent">Cost in stride length.</param>
public readonly record struct DualTaskCost(TaskKind Task, double? SpeedPercent, double? StrideLengthPercent);

using GaitSense.Training.Plans;

namespace GaitSense.Training.Progression;

/// <summary>One change of one variable.</summary>
/// <param name="Task">Of which sessions.</param>
/// <param name="Variable">What changes.</param>
/// <param name="Before">Its value now: minutes, lengths or percent.</param>
/// <param name="After">Its value afterwards.</param>
public sealed record PlanStep(TrainingTask Task, PlanVariable Variable, double Before, double After);

namespace GaitSense.Training.Progression;

/// <summary>Who makes a version of a plan.</summary>
/// <param name="Id">The version's id.</param>
/// <param name="By">A pseudonym.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="At">When.</param>
public sealed record PlanStamp(Guid Id, string By, string Reason, DateTimeOffset At);

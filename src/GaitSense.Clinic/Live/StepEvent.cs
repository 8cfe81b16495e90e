namespace GaitSense.Clinic.Live;

/// <summary>A foot landed.</summary>
internal sealed record StepEvent(Guid Session, string Foot, double TimeS, double? StepTimeS, string Direction);

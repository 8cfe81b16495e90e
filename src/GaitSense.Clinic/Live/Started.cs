namespace GaitSense.Clinic.Live;

/// <summary>A session that began, and what stops it without a sign-in.</summary>
internal sealed record Started(Guid Session, string StopToken);

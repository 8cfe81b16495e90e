namespace GaitSense.Clinic.Live;

/// <summary>A session that runs now, on this node or on another.</summary>
internal sealed record LiveRow(Guid Session, Guid Person, string Code, string Kind, DateTimeOffset Since, string State, string Node);

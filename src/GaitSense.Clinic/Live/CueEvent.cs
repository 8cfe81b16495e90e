namespace GaitSense.Clinic.Live;

/// <summary>A cue, for the moment at which it is heard or felt.</summary>
internal sealed record CueEvent(Guid Session, double TimeS, string Kind, string? Foot, string? Text);

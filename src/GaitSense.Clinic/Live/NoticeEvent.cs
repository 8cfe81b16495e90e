namespace GaitSense.Clinic.Live;

/// <summary>Something that a person at the desk should know now.</summary>
internal sealed record NoticeEvent(Guid Session, string Kind, string Text, double AtS);

namespace GaitSense.Clinic.Live;

/// <summary>A session is over.</summary>
/// <param name="Session">Which.</param>
/// <param name="Status">How far it came, as sessions are kept: "completed", "ended_early", "cut_off".</param>
/// <param name="Lines">What came of it.</param>
internal sealed record EndedEvent(Guid Session, string Status, IReadOnlyList<string> Lines);

namespace GaitSense.Clinic.Live;

/// <summary>How the cues of a live session are.</summary>
/// <param name="State">"on", "silent".</param>
/// <param name="Silence">Why there are none, in words; null: there are.</param>
/// <param name="TempoSpm">Tempo of the beat, steps/min; null without one.</param>
internal sealed record CuesView(string State, string? Silence, double? TempoSpm);

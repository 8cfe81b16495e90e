namespace GaitSense.Training.Phone;

/// <summary>A week of walks.</summary>
/// <param name="WeekOf">Its Monday, "2026-11-30".</param>
/// <param name="Minutes">Minutes walked.</param>
/// <param name="Walks">Walks.</param>
/// <param name="Sentence">The same in words.</param>
public sealed record HomeWeek(string WeekOf, double Minutes, int Walks, string Sentence);

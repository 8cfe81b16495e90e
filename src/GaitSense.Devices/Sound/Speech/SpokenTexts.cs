namespace GaitSense.Devices;

/// <summary>Phrases as they were spoken.</summary>
/// <param name="Recordings">Mono samples of <see cref="ISoundOutput.StandardRateHz"/> by key; as recorded, of any level.</param>
/// <param name="Problem">What is missing and what to do, in one sentence; null: all are there.</param>
public sealed record SpokenTexts(IReadOnlyDictionary<string, float[]> Recordings, string? Problem);

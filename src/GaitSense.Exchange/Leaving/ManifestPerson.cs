namespace GaitSense.Exchange;

/// <summary>A person in a manifest.</summary>
/// <param name="Code">The pseudonym.</param>
/// <param name="Sessions">Sessions that left.</param>
/// <param name="Measures">Measures that left, withheld ones too.</param>
/// <param name="Trials">Attempts at timed tests that left.</param>
/// <param name="Consent">The consent it rests on: "study:NAME"; null: for care.</param>
/// <param name="ConsentGiven">When it was given.</param>
public sealed record ManifestPerson(string Code, int Sessions, int Measures, int Trials, string? Consent, DateTimeOffset? ConsentGiven);

using GaitSense.Training.Records;

namespace GaitSense.Storage;

/// <summary>An attempt at a timed test that waits for a person.</summary>
/// <param name="PersonId">Whose.</param>
/// <param name="SessionId">Its session.</param>
/// <param name="Start">When the session began.</param>
/// <param name="Trial">The attempt.</param>
public sealed record WaitingTrial(Guid PersonId, Guid SessionId, DateTimeOffset Start, Trial Trial);

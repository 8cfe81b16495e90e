using GaitSense.Training.Records;

namespace GaitSense.Storage;

/// <summary>A measure with the session it is of.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Start">When the session began.</param>
/// <param name="Source">Where its samples came from.</param>
/// <param name="Measure">The measure.</param>
public sealed record StoredMeasure(Guid SessionId, DateTimeOffset Start, SessionSource Source, Measure Measure);

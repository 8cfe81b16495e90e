namespace GaitSense.Training.Records;

/// <summary>One part of an attempt that is kept beside its result: a segment of the Timed Up and Go, a minute's distance, the laps. Described, never judged.</summary>
/// <param name="Name">What, by its key: "way_out", "distance_minute_3", "laps", "stride_sum".</param>
/// <param name="Value">The value in <paramref name="Unit"/>.</param>
/// <param name="Unit">The unit: "s", "m", "%", "1".</param>
public readonly record struct TrialPart(string Name, double Value, string Unit);

using GaitSense.Analysis;

namespace GaitSense.Sessions;

/// <summary>What became of one recording of a shard.</summary>
/// <param name="Name">Its name in the cohort.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Error">What failed; null where nothing did.</param>
public sealed record ShardRecording(string Name, CohortStatus Status, string? Error);

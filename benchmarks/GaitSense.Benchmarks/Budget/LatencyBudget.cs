using System.Text.Json;

namespace GaitSense.Benchmarks;

/// <summary>What each stage may cost for each sample and foot, as committed in benchmarks/budget.json.</summary>
internal sealed record LatencyBudget
{
    /// <summary>What the ratios are relative to, for the reader of the file.</summary>
    public required string Baseline { get; init; }

    /// <summary>Greatest ratio to the baseline, by stage.</summary>
    public required IReadOnlyDictionary<string, double> MaxRatio { get; init; }

    /// <summary>Bytes allocated for each sample, for all stages.</summary>
    public required double BytesPerSample { get; init; }

    public static LatencyBudget Load() =>
        JsonSerializer.Deserialize<LatencyBudget>(File.ReadAllText(Path.Combine(RepositoryFolder.Path, "benchmarks", "budget.json")), JsonSerializerOptions.Web)!;
}

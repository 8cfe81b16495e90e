using GaitSense.Core;
using GaitSense.Recording.Results;
using GaitSense.Simulation.Presets;
using GaitSense.Streams;
using GaitSense.Walk;

namespace GaitSense.Sessions.Tests;

/// <summary>Walks for tests, made by the simulation, and their results as bytes.</summary>
internal static class Walks
{
    private static readonly Lazy<SimulatedRecording> Walked = new(() => SimulationPresets.Find("there-and-back")!.Record(seed: 5, durationS: 30));

    public static SimulatedRecording Simulated => Walked.Value;

    public static SampledSource Source() => SimulatedRecordings.SourceOf("walk", "a walk", Simulated, new WalkRunnerOptions());

    public static async Task<List<FootedSample>> SamplesAsync(IWalkSource source)
    {
        List<FootedSample> all = [];
        await foreach (SampleBlock block in source.ReadAsync(CancellationToken.None))
            using (block) all.AddRange(block.Samples);
        return all;
    }

    public static FootedSample[] Rest(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new FootedSample((Foot)(i % 2), new ImuSample(new DeviceTime(i / 2 * 10_000L), new(0, 0, 9.81), default)))];

    /// <summary>Runs a session into a folder and gives what it wrote.</summary>
    public static async Task<SortedDictionary<string, string>> FilesAsync(IWalkSource source, WalkRunnerOptions? options = null)
    {
        using TestFolder folder = new();
        using (var results = new WalkResults(folder.Path) { Detail = TrajectoryDetail.Full })
            await new WalkRunner(source, [results], options ?? new WalkRunnerOptions()).RunAsync(CancellationToken.None);
        return Read(folder.Path);
    }

    public static SortedDictionary<string, string> Read(string folder) =>
        new(Directory.GetFiles(folder).ToDictionary(f => Path.GetFileName(f), f => Convert.ToHexString(File.ReadAllBytes(f)), StringComparer.Ordinal), StringComparer.Ordinal);
}

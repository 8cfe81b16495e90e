using GaitSense.Analysis;
using GaitSense.Simulation;

namespace GaitSense.Benchmarks;

/// <summary>Many simulated walks of known walkers: how often the summary's intervals hold what is true of the walker.</summary>
internal static class CoverageStudy
{
    /// <summary>SD of the errors of a landing and a release, s, and of a length, m: what the core makes on these walks (the error table).</summary>
    public static readonly (double LandingS, double ReleaseS, double LengthM) Errors = (0.0062, 0.0006, 0.0107);

    private static readonly string[] People = ["healthy", "healthy-slow", "ms-mild", "ms-foot-drop", "ms-spastic"];

    private static readonly Lazy<IReadOnlyList<StudiedWalker>> All = new(
        () => [.. People.AsParallel().AsOrdered().Select(name => new StudiedWalker(name, SimulationPresets.All.First(p => string.Equals(p.Name, name, StringComparison.Ordinal)).Person, LongSteps))]);

    /// <summary>Steps of the long walk that says what is true of a walker; set it before anything else. A quick test takes fewer.</summary>
    public static int LongSteps { get; set; } = 12000;

    public static IReadOnlyList<StudiedWalker> Walkers => All.Value;

    /// <summary>Walks without the core; 80 to 200 steps each.</summary>
    public static CoverageTally Drawn(int walks, double clockUncertaintyS = 0)
    {
        CoverageTally tally = new();
        Parallel.For(0, walks, i =>
        {
            (StudiedWalker walker, SimulatedWalk walk, ulong seed) = Take(i, least: 80);
            double clockErrorS = clockUncertaintyS * new DeterministicRandom(seed, stream: 78).NextNormal();
            tally.Add(walker, WalkSummary.From(NoisyMeasurement.Of(walk, Errors, seed, clockErrorS, clockUncertaintyS)));
        });
        return tally;
    }

    /// <summary>Walks through the whole core, and how the core's strides differ from the truth.</summary>
    public static (CoverageTally Tally, MeasuredErrors Errors) Whole(int walks)
    {
        CoverageTally tally = new();
        MeasuredErrors errors = new();
        Parallel.For(0, walks, i =>
        {
            (StudiedWalker walker, SimulatedWalk walk, ulong seed) = Take(i, least: 80);
            WalkRecord record = CoreMeasurement.Of(walk, seed);
            tally.Add(walker, WalkSummary.From(record));
            errors.Add(walker.Name, walk, record);
        });
        return (tally, errors);
    }

    private static (StudiedWalker Walker, SimulatedWalk Walk, ulong Seed) Take(int i, int least)
    {
        StudiedWalker walker = Walkers[i % Walkers.Count];
        ulong seed = 1000 + (ulong)i;
        return (walker, walker.Walk(seed, least + (i * 37 % 121)), seed);
    }
}

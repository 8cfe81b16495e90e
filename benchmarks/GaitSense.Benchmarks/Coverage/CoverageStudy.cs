using GaitSense.Analysis.Summary;
using GaitSense.Analysis.Walks;
using GaitSense.Simulation;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;

namespace GaitSense.Benchmarks;

/// <summary>Many simulated walks of known walkers: how often the summary's intervals hold what is true of the walker.</summary>
internal static class CoverageStudy
{
    /// <summary>SD of the errors of a landing and a release, s, and of a length, m: what the core makes on these walks (the error table).</summary>
    public static readonly (double LandingS, double ReleaseS, double LengthM) Errors = (0.0043, 0.0006, 0.0041);

    /// <summary>SD of what all landings, releases and lengths of a foot in a walk share, and the landings and lengths of both feet: about the sizes that the intervals allow for.</summary>
    public static readonly (double LandingS, double ReleaseS, double LengthM, double BothLandingS, double BothLengthM) Systematic = (0.0045, 0.0012, 0.0115, 0.0055, 0.0056);

    private static readonly string[] People = ["healthy", "healthy-slow", "ms-mild", "ms-foot-drop", "ms-spastic"];

    public static IReadOnlyList<string> Walkers => People;

    /// <summary>Walks without the core; 80 to 200 steps each.</summary>
    public static CoverageTally Drawn(int walks, double clockUncertaintyS = 0)
    {
        CoverageTally tally = new();
        Parallel.For(0, walks, i =>
        {
            (StudiedWalker walker, SimulatedWalk walk, ulong seed) = Take(i, least: 80);
            double clockErrorS = clockUncertaintyS * new DeterministicRandom(seed, stream: 78).NextNormal();
            tally.Add(walker, WalkSummary.From(NoisyMeasurement.Of(walk, Errors, Systematic, seed, clockErrorS, clockUncertaintyS)));
        });
        return tally;
    }

    /// <summary>Walks of 80 to 120 steps through the whole core, each of another walker, and how the core's strides differ from the truth.</summary>
    /// <param name="walks">How many.</param>
    /// <param name="fit">Whether the walkers are those that the measuring errors were fitted on, else those to judge by: drawn alike, none of them twice.</param>
    public static (CoverageTally Tally, MeasuredErrors Errors) Whole(int walks, bool fit = false)
    {
        CoverageTally tally = new();
        MeasuredErrors errors = new();
        Parallel.For(0, walks, i =>
        {
            ulong seed = (fit ? 500_000ul : 100_000ul) + (ulong)i;
            DeterministicRandom random = new(seed, stream: 79);
            string name = People[i % People.Length];
            StudiedWalker walker = new(name, RandomWalker.Like(Person(name), random));
            SimulatedWalk walk = walker.Walk(seed, 80 + (i * 37 % 41));
            WalkRecord record = CoreMeasurement.Of(walk, RandomWalker.Sensor(random), seed);
            tally.Add(walker, WalkSummary.From(record));
            errors.Add(walker.Name, walk, record, i);
        });
        return (tally, errors);
    }

    private static GaitParameters Person(string name) => SimulationPresets.All.First(p => string.Equals(p.Name, name, StringComparison.Ordinal)).Person;

    private static (StudiedWalker Walker, SimulatedWalk Walk, ulong Seed) Take(int i, int least)
    {
        string name = People[i % People.Length];
        StudiedWalker walker = new(name, Person(name));
        ulong seed = 1000 + (ulong)i;
        return (walker, walker.Walk(seed, least + (i * 37 % 121)), seed);
    }
}

using GaitSense.Core;
using GaitSense.Simulation;
using GaitSense.Simulation.Plan;

namespace GaitSense.Benchmarks;

/// <summary>A simulated person, and what is true of this person in the long run: the population that a walk's strides are drawn from.</summary>
internal sealed class StudiedWalker
{
    private const ulong LongSeed = 987654321;

    private readonly Dictionary<string, (double Mean, double Sd)[]> _truth = new(StringComparer.Ordinal);

    public StudiedWalker(string name, GaitParameters person, int longSteps)
    {
        (Name, Person) = (name, person);
        SimulatedWalk walk = Walker.Walk(person, [WalkSegment.Stand(1), WalkSegment.Walk(WalkManner.Forward, longSteps), WalkSegment.Stand(1)], LongSeed);
        Dictionary<(Foot, int), TrueStride> strides = TrueStride.Of(walk);
        foreach (StudiedQuantity q in StudiedQuantity.All)
        {
            _truth[q.Name] = [.. ((Foot[])[Foot.Left, Foot.Right]).Select(foot =>
            {
                int last = walk.Strides.Count(s => s.Foot == foot) - 5;
                double[] values = [.. strides.Where(s => s.Key.Item1 == foot && s.Key.Item2 > 4 && s.Key.Item2 < last).Select(s => q.True(s.Value)).OfType<double>()];
                double mean = values.Average();
                return (mean, Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1)));
            })];
        }
    }

    /// <summary>A walker whose truth follows from the parameters.</summary>
    public StudiedWalker(string name, GaitParameters person)
    {
        (Name, Person) = (name, person);
        foreach (StudiedQuantity q in StudiedQuantity.All) _truth[q.Name] = WalkerTruth.Of(person, q.Name);
    }

    public string Name { get; }

    public GaitParameters Person { get; }

    public double MeanOf(StudiedQuantity q, Foot foot) => _truth[q.Name][(int)foot].Mean;

    public double SdOf(StudiedQuantity q, Foot foot) => _truth[q.Name][(int)foot].Sd;

    public double LnRatioPercentOf(StudiedQuantity q) => 100 * Math.Log(MeanOf(q, Foot.Right) / MeanOf(q, Foot.Left));

    /// <summary>There and back with a turn between.</summary>
    public SimulatedWalk Walk(ulong seed, int steps) => Walker.Walk(
        Person,
        [
            WalkSegment.Stand(1), WalkSegment.Walk(WalkManner.Forward, steps / 2), WalkSegment.Walk(WalkManner.Forward, 6, Math.PI) with { LengthScale = 0.6 },
            WalkSegment.Walk(WalkManner.Forward, steps - (steps / 2)), WalkSegment.Stand(1),
        ],
        seed);
}

using GaitSense.Core;
using GaitSense.Simulation;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Sensor;

namespace GaitSense.Benchmarks;

/// <summary>A person drawn at random for a timed test, with sensors and with a physiotherapist's hand on a button.</summary>
internal sealed class TestedPerson
{
    // A practised hand: a little late, a tenth of a second of spread, and one press of a hundred that says nothing, s.
    private const double HandBiasS = 0.03, HandSdS = 0.12, LapseShare = 0.01, LapseS = 0.6;

    private static readonly string[] Presets = ["healthy", "healthy-fast", "healthy-slow", "ms-mild", "ms-foot-drop", "ms-foot-drop-severe", "ms-spastic", "walking-stick", "ms-ataxic", "ms-backward"];

    public TestedPerson(ulong seed)
    {
        Random = new DeterministicRandom(seed, 5);
        Preset = Presets[(int)(seed % (ulong)Presets.Length)];
        Gait = RandomWalker.Like(SimulationPresets.Find(Preset)!.Person, Random) with { SwayRad = 0.003 };
        double unrest = Random.NextDouble();
        if (unrest < 0.08) Gait = Gait with { TremorRad = 0.02 };
        else if (unrest < 0.12) Gait = Gait with { ClonusRad = 0.06 };
        Sensor = RandomWalker.Sensor(Random);
        FirstFoot = Random.NextDouble() < 0.5 ? Foot.Left : Foot.Right;
    }

    public string Preset { get; }

    public GaitParameters Gait { get; }

    public ImuErrorModel Sensor { get; }

    public Foot FirstFoot { get; }

    public DeterministicRandom Random { get; }

    public double ReactionS() => 0.25 + (0.4 * Random.NextDouble());

    /// <summary>When a button is pressed for what happens at a time, s.</summary>
    public double PressS(double atS)
    {
        bool lapses = Random.NextDouble() < LapseShare;
        double off = HandBiasS + (HandSdS * Random.NextVariation()), astray = LapseS * ((2 * Random.NextDouble()) - 1);
        return atS + (lapses ? astray : off);
    }
}

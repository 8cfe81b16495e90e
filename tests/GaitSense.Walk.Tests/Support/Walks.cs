using GaitSense.Core;
using GaitSense.Simulation.Presets;
using GaitSense.Streams;

namespace GaitSense.Walk.Tests;

/// <summary>Walks for tests, made by the simulation.</summary>
internal static class Walks
{
    private static readonly Lazy<SimulatedRecording> Recorded = new(() => SimulationPresets.Find("there-and-back")!.Record(seed: 5, durationS: 30));

    /// <summary>A person who walks there and back, 30 s.</summary>
    public static SampledSource Simulated(int blockSamples = 512) =>
        new("walk", "a walk", Recorded.Value.Readings(Foot.Left), Recorded.Value.Readings(Foot.Right), MountingAxes.Identity, [], 30, blockSamples);

    /// <summary>Feet that stand still.</summary>
    public static SampledSource Rest(int samplesOfAFoot)
    {
        ImuSample[] still = [.. Enumerable.Range(0, samplesOfAFoot).Select(i => new ImuSample(new DeviceTime(i * 10_000L), new(0, 0, 9.81), default))];
        return new("rest", null, still, still, MountingAxes.Identity, []);
    }

    /// <summary>Runs a walk from a source to its end.</summary>
    public static WalkEnd Run(IBlockSource source, IReadOnlyList<IWalkObserver> observers, GaitSenseException? failure = null)
    {
        using LiveWalk walk = new(source, observers);
        while (source.TryRead(out SampleBlock block))
            using (block) walk.Push(block);
        return walk.Complete(failure);
    }
}

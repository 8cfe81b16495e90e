using GaitSense.Core;
using GaitSense.Simulation;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Sensor;
using GaitSense.Streams;
using GaitSense.Walk;

namespace GaitSense.Benchmarks;

/// <summary>A simulated walk on the way of any other: sensors with errors, stamps as a radio link leaves them, one clock that is known to milliseconds, the walk's parts.</summary>
internal static class TestedWalk
{
    private const double ClockSdS = 0.002;

    /// <summary>Runs a walk.</summary>
    /// <param name="walk">The walk.</param>
    /// <param name="sensor">The sensors.</param>
    /// <param name="seed">Chance.</param>
    /// <param name="observers">Who is told.</param>
    public static void Run(SimulatedWalk walk, ImuErrorModel sensor, ulong seed, params IReadOnlyList<IWalkObserver> observers)
    {
        DeterministicRandom random = new(seed, 77);
        SimulatedRecording recording = new(walk, sensor with { TimestampJitterS = 0.0005 }, seed);
        // Each foot's clock is aligned with the host's to some milliseconds.
        double leftS = 0.01 + (ClockSdS / Math.Sqrt(2) * random.NextVariation()), rightS = 0.01 + (ClockSdS / Math.Sqrt(2) * random.NextVariation());
        SampledSource source = new(
            "timed test", null, Late(recording.Readings(Foot.Left), leftS - 0.01), Late(recording.Readings(Foot.Right), rightS - 0.01), recording.DeclaredMounting, [SimulatedRecording.Assumption]);
        using LiveWalk live = new(source, observers);
        while (source.TryRead(out SampleBlock block))
            using (block) live.Push(block);
        live.Complete();
    }

    private static IEnumerable<ImuSample> Late(IEnumerable<ImuSample> samples, double byS) =>
        samples.Select(s => s with { Time = DeviceTime.FromSeconds(Math.Max(0, s.Time.Seconds + byS)) });
}

using GaitSense.Simulation;
using GaitSense.Simulation.Plan;

namespace GaitSense.Core.Tests;

/// <summary>A walk of half a minute with a turn and steps backward, as two sensors with white noise read it.</summary>
internal static class SimulatedSamples
{
    public const double RateHz = 100;

    private static readonly Lazy<SimulatedWalk> Lazy = new(() => Walker.Walk(
        new GaitParameters(),
        [
            WalkSegment.Stand(1.5), WalkSegment.Walk(WalkManner.Forward, 16), WalkSegment.Walk(WalkManner.Forward, 5, Math.PI),
            WalkSegment.Walk(WalkManner.Forward, 10), WalkSegment.Stand(3), WalkSegment.Walk(WalkManner.Backward, 8), WalkSegment.Stand(1.5),
        ],
        seed: 3));

    public static ImuSample[] Left { get; } = Of(Foot.Left);

    public static ImuSample[] Right { get; } = Of(Foot.Right);

    private static ImuSample[] Of(Foot foot)
    {
        DeterministicRandom random = new(7, (ulong)foot);
        var samples = new ImuSample[(int)(Lazy.Value.DurationS * RateHz)];
        for (int i = 0; i < samples.Length; i++)
        {
            FootSample ideal = Lazy.Value[foot].IdealSample(i / RateHz);
            samples[i] = new ImuSample(ideal.Time, ideal.AccelMps2 + Noise(0.03), ideal.GyroRadPerS + Noise(0.003));
        }

        return samples;

        Vector3D Noise(double sd) => new Vector3D(random.NextNormal(), random.NextNormal(), random.NextNormal()) * sd;
    }
}

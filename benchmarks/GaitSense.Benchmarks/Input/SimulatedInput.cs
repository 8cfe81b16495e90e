using GaitSense.Core;
using GaitSense.Simulation;
using GaitSense.Simulation.Motion;
using GaitSense.Simulation.Plan;

namespace GaitSense.Benchmarks;

/// <summary>A simulated foot as a sensor with white noise reads it.</summary>
internal static class SimulatedInput
{
    // Of the order of consumer MEMS parts at 100 Hz.
    private const double AccelNoiseMps2 = 0.03;
    private const double GyroNoiseRadPerS = 0.003;

    /// <summary>A number of samples that begin and end at rest.</summary>
    public static ImuSample[] Create(bool walks, double rateHz, int length) =>
        Sample(walks ? Walk(length / rateHz).Left : Walker.Walk(new GaitParameters(), [WalkSegment.Stand(1)], 1).Left, rateHz, length);

    /// <summary>Reads a trajectory at a rate from time 0.</summary>
    public static ImuSample[] Sample(FootTrajectory foot, double rateHz, int length)
    {
        DeterministicRandom random = new(1, (ulong)foot.Foot);
        var samples = new ImuSample[length];
        for (int i = 0; i < length; i++)
        {
            FootSample ideal = foot.IdealSample(i / rateHz);
            samples[i] = new ImuSample(ideal.Time, ideal.AccelMps2 + Noise(AccelNoiseMps2), ideal.GyroRadPerS + Noise(GyroNoiseRadPerS));
        }

        return samples;

        Vector3D Noise(double sd) => new Vector3D(random.NextNormal(), random.NextNormal(), random.NextNormal()) * sd;
    }

    /// <summary>Standing, there and back with a turn between, standing: as many steps as fit.</summary>
    public static SimulatedWalk Walk(double seconds)
    {
        SimulatedWalk? best = null;
        for (int steps = 2; ; steps += 2)
        {
            SimulatedWalk walk = Walker.Walk(
                new GaitParameters(),
                [
                    WalkSegment.Stand(1), WalkSegment.Walk(WalkManner.Forward, steps), WalkSegment.Walk(WalkManner.Forward, 4, Math.PI),
                    WalkSegment.Walk(WalkManner.Forward, steps), WalkSegment.Stand(1),
                ],
                seed: 1);
            if (walk.DurationS > seconds) return best ?? throw new ArgumentException("Too short for a walk.", nameof(seconds));
            best = walk;
        }
    }
}

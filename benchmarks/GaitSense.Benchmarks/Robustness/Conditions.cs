using GaitSense.Core;
using GaitSense.Simulation.Motion;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Sensor;

namespace GaitSense.Benchmarks;

/// <summary>The conditions of the matrix: each factor alone, then corners where several meet.</summary>
internal static class Conditions
{
    private const double G = FootState.GravityMps2;
    private const double Degree = Math.PI / 180;

    /// <summary>100 Hz, 16 g, 2000 degrees/s, a good sensor's noise, no loss, mounting declared: what a good shoe sensor gives.</summary>
    public static Condition Base { get; } = new("base", "100 Hz, declared, 2000 degrees/s, 16 g, no loss", s => s);

    /// <summary>Mounting not declared, all else as in the base.</summary>
    public static Condition Undeclared { get; } = new("mounting", "unknown", s => s with { MountingDeclared = false });

    public static IReadOnlyList<Condition> All { get; } =
    [
        Base,
        new("rate", "50 Hz", s => s with { RateHz = 50 }),
        new("rate", "60 Hz", s => s with { RateHz = 60 }),
        new("rate", "200 Hz", s => s with { RateHz = 200 }),
        new("rate", "400 Hz", s => s with { RateHz = 400 }),
        Undeclared,
        new("mounting", "unknown, upside down", s => UpsideDown(s) with { MountingDeclared = false }),
        new("mounting", "declared, but 30 degrees off", s => s) { DeclaredOffRad = 30 * Degree },
        new("noise", "5 times", s => Noise(s, 5)),
        new("noise", "20 times", s => Noise(s, 20)),
        new("loss", "1 %", s => s with { LossShare = 0.01 }),
        new("loss", "5 %", s => s with { LossShare = 0.05 }),
        new("loss", "10 %", s => s with { LossShare = 0.10 }),
        new("gyroscope range", "1000 degrees/s", s => s with { GyroRangeRadPerS = 1000 * Degree }),
        new("gyroscope range", "500 degrees/s", s => s with { GyroRangeRadPerS = 500 * Degree }),
        new("accelerometer range", "8 g", s => s with { AccelRangeMps2 = 8 * G }),
        new("corner", "cheap sensor, poor radio", s => Narrow(Noise(s, 5)) with { RateHz = 50, LossShare = 0.05 })
        {
            Why = "50 Hz, 5 times the noise, 500 degrees/s, 8 g, 5 % loss: the cheapest sensor that is sold, at the far end of the room",
        },
        new("corner", "nothing declared, poor radio", s => UpsideDown(s) with { MountingDeclared = false, LossShare = 0.05 })
        {
            Why = "unknown mounting upside down, 5 % loss: the sign of forward is learned from whole strides, and loss takes them away",
        },
        new("corner", "wrongly declared and clipped", Narrow)
        {
            DeclaredOffRad = 30 * Degree,
            Why = "declared 30 degrees off, 500 degrees/s, 8 g: a clip put on in a hurry; clipping bends the heading that the declaration already has wrong",
        },
        new("corner", "all at once", s => Narrow(Noise(UpsideDown(s), 20)) with { MountingDeclared = false, RateHz = 50, LossShare = 0.10 })
        {
            Why = "50 Hz, unknown mounting upside down, 20 times the noise, 500 degrees/s, 8 g, 10 % loss: nothing should be right here, but nothing should be wrong with confidence either",
        },
    ];

    /// <summary>Whether a preset walks with the sensor of the base condition, so that a condition changes what it says and nothing else.</summary>
    public static bool HasBaseSensor(SimulationPreset preset)
    {
        ImuErrorModel s = preset.Sensor, plain = new();
        return (s.RateHz, s.LossShare, s.HolesPerMin, s.GyroRangeRadPerS, s.AccelRangeMps2, s.MountingDeclared, s.SoftMountHz, s.SlipRad, s.WarmUpK, s.Radio)
            == (plain.RateHz, plain.LossShare, plain.HolesPerMin, plain.GyroRangeRadPerS, plain.AccelRangeMps2, plain.MountingDeclared, plain.SoftMountHz, plain.SlipRad, plain.WarmUpK, plain.Radio);
    }

    private static ImuErrorModel Noise(ImuErrorModel s, double times) =>
        s with { AccelNoiseMps2PerRootHz = s.AccelNoiseMps2PerRootHz * times, GyroNoiseRadPerSPerRootHz = s.GyroNoiseRadPerSPerRootHz * times };

    private static ImuErrorModel Narrow(ImuErrorModel s) => s with { GyroRangeRadPerS = 500 * Degree, AccelRangeMps2 = 8 * G };

    private static ImuErrorModel UpsideDown(ImuErrorModel s) => s with { Mounting = new MountingAxes(new(0, -1, 0), new(-1, 0, 0), new(0, 0, -1)) };
}

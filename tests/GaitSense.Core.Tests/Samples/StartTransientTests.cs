namespace GaitSense.Core.Tests;

/// <summary>The first samples after a sensor is switched on are often wrong; a walk that begins with standing must not hear of it.</summary>
public sealed class StartTransientTests
{
    private static readonly ImuSample[] Left = SimulatedSamples.Left, Right = SimulatedSamples.Right;
    private static readonly WalkPipelineOptions Declared = new()
    {
        Left = new FootPipelineOptions { Mounting = MountingAxes.Identity },
        Right = new FootPipelineOptions { Mounting = MountingAxes.Identity },
    };

    private static readonly Walked Clean = Walked.Through(Left, Right, Declared);

    [Theory, InlineData(1), InlineData(2), InlineData(10), InlineData(50)]
    public void RowsOfZeros_BeforeTheFirstReading_ChangeNoLengthAndAreCounted(int rows)
    {
        Walked walked = Walked.Through(Altered(rows, (_, _) => 0), Right, Declared);
        ShouldBeAsClean(walked);
        walked.LeftQuality.Impossible.ShouldBe(rows);
    }

    [Theory, InlineData(3), InlineData(10), InlineData(50)]
    public void Values_ThatRampUp_ChangeNoLength(int rows) =>
        ShouldBeAsClean(Walked.Through(Altered(rows, (i, _) => (i + 1.0) / (rows + 1)), Right, Declared));

    [Theory, InlineData(0.5), InlineData(1.1), InlineData(1.3), InlineData(2)]
    public void FirstSample_OfAWrongSize_ChangesNoLength(double factor)
    {
        ShouldBeAsClean(Walked.Through(Altered(1, (_, isAccel) => isAccel ? factor : 1), Right, Declared));
        ShouldBeAsClean(Walked.Through(Altered(1, (_, _) => factor), Right, Declared));
    }

    [Fact]
    public void ScaleOfAFirstRest_ThatLaterRestsContradict_IsUnlearned()
    {
        // An eighth too much for 0.7 s: long enough to be taken for the sensor's scale; then 0.8 s of standing as it is, and the walk.
        ImuSample[] samples = Altered(70, (_, isAccel) => isAccel ? 1.12 : 1);
        Walked.Through(samples[..69], Right, Declared).LeftQuality.RestAccelMps2.ShouldBe(11, 0.2);
        // Standing between the walks forward and backward, the foot is known to stand again.
        Walked walked = Walked.Through(samples, Right, Declared);
        walked.LeftQuality.RestAccelMps2.ShouldBe(9.81, 0.1);
        Stride[] last = [.. walked.ValidOf(Foot.Left).Where(s => s.Direction == WalkingDirection.Backward)];
        Stride[] clean = [.. Clean.ValidOf(Foot.Left).Where(s => s.Direction == WalkingDirection.Backward)];
        last.Length.ShouldBe(clean.Length);
        last.Average(s => s.LengthM!.Value).ShouldBe(clean.Average(s => s.LengthM!.Value), 0.01);
    }

    [Fact]
    public void ZerosInMidWalk_OneOrTwoAtATime_AreBridged()
    {
        ImuSample[] samples = [.. Left];
        foreach (int i in (int[])[500, 777, 778, 1001, 1333, 1334]) samples[i] = samples[i] with { AccelMps2 = default, GyroRadPerS = default };
        Walked walked = Walked.Through(samples, Right, Declared);
        walked.LeftQuality.Impossible.ShouldBe(6);
        walked.LeftQuality.Gaps.ShouldBe(0);
        ShouldBeAsClean(walked);
    }

    [Theory, InlineData(1e30, 0), InlineData(0, 1e6), InlineData(-32768, 0)]
    public void NumbersBeyondAnySensor_CountAsMissing(double accel, double gyro)
    {
        ImuSample[] samples = [.. Left];
        samples[900] = samples[900] with { AccelMps2 = samples[900].AccelMps2 + new Vector3D(accel, 0, 0), GyroRadPerS = samples[900].GyroRadPerS + new Vector3D(0, gyro, 0) };
        Walked walked = Walked.Through(samples, Right, Declared);
        walked.LeftQuality.Impossible.ShouldBe(1);
        ShouldBeAsClean(walked);
    }

    private static void ShouldBeAsClean(Walked walked)
    {
        Stride[] strides = walked.ValidOf(Foot.Left), clean = Clean.ValidOf(Foot.Left);
        strides.Length.ShouldBe(clean.Length);
        for (int i = 0; i < clean.Length; i++) strides[i].LengthM!.Value.ShouldBe(clean[i].LengthM!.Value, Math.Max(0.01, 0.025 * clean[i].LengthM!.Value));
        strides.Average(s => s.LengthM!.Value).ShouldBe(clean.Average(s => s.LengthM!.Value), 0.005);
    }

    // The left foot's first samples, times a factor of the row's number and of whether it is the acceleration.
    private static ImuSample[] Altered(int rows, Func<int, bool, double> factor)
    {
        ImuSample[] samples = [.. Left];
        for (int i = 0; i < rows; i++)
            samples[i] = samples[i] with { AccelMps2 = samples[i].AccelMps2 * factor(i, true), GyroRadPerS = samples[i].GyroRadPerS * factor(i, false) };
        return samples;
    }
}

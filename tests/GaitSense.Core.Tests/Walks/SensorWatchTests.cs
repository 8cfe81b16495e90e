using FsCheck;
using FsCheck.Fluent;
using GaitSense.Simulation;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Sensor;

namespace GaitSense.Core.Tests;

/// <summary>What a sensor that is wrong shows of itself.</summary>
public sealed class SensorWatchTests
{
    private const double G = 9.80665;

    private static readonly SimulatedRecording s_walk = SimulationPresets.Find("unknown-mounting")!.Record(durationS: 40);

    private static readonly ImuSample[] s_left = s_walk.SamplesOf(Foot.Left).ToArray();

    public static TheoryData<string, SensorFaultKind> Faults => new()
    {
        { "accelerometer turned by 90 degrees about x", SensorFaultKind.AxesDiffer },
        { "accelerometer turned by 180 degrees about z", SensorFaultKind.AxesDiffer },
        { "accelerometer's z mirrored", SensorFaultKind.AxesDiffer },
        { "gyroscope's signs all wrong", SensorFaultKind.GyroSign },
        { "gyroscope x 0.5", SensorFaultKind.GyroScale },
        { "gyroscope x 1.25", SensorFaultKind.GyroScale },
        { "gyroscope x 2", SensorFaultKind.GyroScale },
        { "accelerometer x 0.8", SensorFaultKind.AccelScale },
        { "accelerometer x 4", SensorFaultKind.AccelScale },
        { "gyroscope 50 ms late", SensorFaultKind.GyroLate },
        { "frozen for 1 s", SensorFaultKind.Frozen },
        { "shank", SensorFaultKind.NotOnFoot },
        { "pelvis", SensorFaultKind.NotOnFoot },
        { "thigh", SensorFaultKind.NotOnFoot },
        { "wrist", SensorFaultKind.NotOnFoot },
        { "wrist of an arm that hardly swings", SensorFaultKind.NotOnFoot },
        { "wrist of an arm that swings far", SensorFaultKind.NotOnFoot },
    };

    [Theory, MemberData(nameof(Faults))]
    public void ASensorThatIsWrong_IsNamed(string what, SensorFaultKind expected)
    {
        Walked walked = Walk(Altered(what));
        walked.LeftQuality.Health.Faults.Select(f => f.Kind).ShouldBe([expected]);
        walked.SensorFaults.Select(f => f.Kind).ShouldBe([expected], "and said once");
    }

    // Neither the whole sensor nor one half of it: whoever is frozen to the walk's end is named while the walk goes on.
    [Theory, InlineData(true, true), InlineData(true, false), InlineData(false, true)]
    public void ASensorThatIsFrozenForGood_IsNamedAtOnceAndOnce(bool gyro, bool accel)
    {
        ImuSample[] samples = [.. s_left];
        int at = Array.FindIndex(samples, s => s.Time.Seconds >= 20);
        for (int i = at; i < samples.Length; i++)
            samples[i] = samples[i] with { GyroRadPerS = gyro ? samples[at].GyroRadPerS : samples[i].GyroRadPerS, AccelMps2 = accel ? samples[at].AccelMps2 : samples[i].AccelMps2 };
        SensorFault fault = Walk(samples).SensorFaults.ShouldHaveSingleItem();
        fault.Kind.ShouldBe(SensorFaultKind.Frozen);
        fault.Time.Seconds.ShouldBe(21, 0.3);
    }

    // It walks on, or it stands: whoever loses its setting is named a few strides later, and what it measured until then is never sure for long.
    [Theory, InlineData(0.5, 20), InlineData(2, 20), InlineData(0.7, 14), InlineData(1.4, 28), InlineData(8, 20), InlineData(0.5, 36)]
    public void AnAccelerometerThatLosesItsScaleInTheMiddle_IsNamedOnceAndWasRightBefore(double k, double atS)
    {
        Walked walked = Walk([.. Left.Select(s => s.Time.SecondsSince(Left[0].Time) < atS ? s : s with { AccelMps2 = s.AccelMps2 * k })]);
        SensorFault fault = walked.SensorFaults.ShouldHaveSingleItem();
        fault.Kind.ShouldBe(SensorFaultKind.AccelScale);
        fault.WasRight.ShouldBeTrue();
        fault.Value.ShouldBe(k, 0.1 * k);
        fault.Time.SecondsSince(Left[0].Time).ShouldBeInRange(atS, atS + 7);
        walked.LeftQuality.Health.AccelScale!.Value.Value.ShouldBe(k, 0.1 * k);
        walked.Strides.ShouldNotContain(s => s.IsValid && s.KnownAt > fault.Time);
        walked.Strides.Count(s => s.IsValid && s.Confidence > SensorFault.MaxConfidence && s.End.SecondsSince(Left[0].Time) > atS).ShouldBeLessThan(3);
        Walk(Left).Strides.Count(s => s.IsValid && s.KnownAt.SecondsSince(Left[0].Time) < atS).ShouldBe(walked.Strides.Count(s => s.IsValid && s.KnownAt.SecondsSince(Left[0].Time) < atS), "before, it was right");
    }

    [Theory, InlineData(2.0), InlineData(0.5)]
    public void AGyroscopeThatLosesItsScaleInTheMiddle_IsNotTakenForTheAccelerometer(double k) =>
        Walk([.. Left.Select(s => s.Time.SecondsSince(Left[0].Time) < 20 ? s : s with { GyroRadPerS = s.GyroRadPerS * k })]).SensorFaults.ShouldNotContain(f => f.Kind == SensorFaultKind.AccelScale);

    [Fact]
    public void ASensorThatIsWell_IsNotAccused()
    {
        Walked walked = Walk(Left);
        walked.LeftQuality.Health.Faults.ShouldBeEmpty();
        walked.SensorFaults.ShouldBeEmpty();
        walked.LeftQuality.Health.Swings.ShouldBeGreaterThan(20);
        walked.LeftQuality.Health.GyroScale!.Value.ShouldBe(1, 0.05);
        walked.LeftQuality.Health.GyroDelayS!.Value.ShouldBe(0, 0.008);
    }

    // Two streams that are known to lie apart are no fault of the sensor; with the wrong sign they are.
    [Theory, InlineData(0.05, false), InlineData(0, true), InlineData(-0.05, true)]
    public void ADelayThatWasDeclared_IsNoFault(double declaredS, bool isNamed)
    {
        Walked walked = Walked.Through(Altered("gyroscope 50 ms late"), [], new WalkPipelineOptions { HasRight = false, Left = new FootPipelineOptions { GyroDelayS = declaredS } });
        walked.SensorFaults.Any(f => f.Kind == SensorFaultKind.GyroLate).ShouldBe(isNamed);
    }

    [Theory, InlineData("accelerometer turned by 90 degrees about x"), InlineData("gyroscope's signs all wrong"), InlineData("gyroscope x 0.5"), InlineData("shank")]
    public void StridesOfASensorThatIsWrong_AreNeverSure(string what)
    {
        Walked walked = Walk(Altered(what));
        walked.Strides.ShouldNotContain(s => s.IsValid && s.KnownAt.Seconds > 20, "by then it is known");
        walked.Strides.Count(s => s.IsValid && s.Confidence > 0.5).ShouldBeLessThan(9, "so many swings it takes to know");
    }

    [Fact]
    public void AFrozenSensor_CostsTheStridesItFrozeIn_AndNoOthers()
    {
        Walked frozen = Walk(Altered("frozen for 1 s")), clean = Walk(Left);
        frozen.Strides.Count(s => s.RejectReason == RejectReason.FrozenSensor).ShouldBeInRange(1, 3);
        frozen.ValidOf(Foot.Left).Length.ShouldBeGreaterThan(clean.ValidOf(Foot.Left).Length - 5);
        frozen.LeftQuality.Health.Frozen!.Value.Value.ShouldBe(1, 0.05);
    }

    [Fact]
    public void ACoarseSensorAtRest_RepeatsItselfAndIsNotFrozen()
    {
        // 8 bits over ±16 g and ±2000 °/s: standing still, the same numbers come for seconds.
        Walked walked = Walk([.. Left.Select(s => s with { AccelMps2 = Coarse(s.AccelMps2, 32 * G / 256), GyroRadPerS = Coarse(s.GyroRadPerS, 70.0 / 256) })]);
        walked.LeftQuality.Health.Frozen.ShouldBeNull();

        static Vector3D Coarse(Vector3D v, double step) => new(step * Math.Round(v.X / step), step * Math.Round(v.Y / step), step * Math.Round(v.Z / step));
    }

    [Theory, InlineData(2.0), InlineData(2.5), InlineData(3.5)]
    public void AFlatTop_IsClippingAtAnyHeight(double g)
    {
        Walked walked = Walk([.. Left.Select(s => s with { AccelMps2 = Clip(s.AccelMps2, g * G) })]);
        walked.LeftQuality.ClippedAccel.ShouldBeGreaterThan(20);
        walked.LeftQuality.AccelEndMps2!.Value.ShouldBe(g * G, 0.01);

        static Vector3D Clip(Vector3D v, double end) => new(Math.Clamp(v.X, -end, end), Math.Clamp(v.Y, -end, end), Math.Clamp(v.Z, -end, end));
    }

    [Theory, InlineData("very-slow"), InlineData("healthy-fast"), InlineData("stairs"), InlineData("backward-practice"), InlineData("ms-ataxic"), InlineData("ms-shuffle"), InlineData("walking-stick"), InlineData("treadmill"), InlineData("cheap-sensor"), InlineData("stop-and-go"), InlineData("ms-tremor"), InlineData("ms-clonus")]
    public void HoweverAFootWalks_ItIsAFootAndItsSensorIsWell(string preset)
    {
        Walked.Through(SimulationPresets.Find(preset)!.Record(durationS: 60)).SensorFaults.ShouldBeEmpty();
    }

    // Feet that tremble while somebody sits or stands for long show nothing of where the sensors are; then they walk, and then they stand and tremble again.
    [Theory, InlineData(0.02, 4), InlineData(0.05, 3), InlineData(0.03, 6.5)]
    public void AFootThatTremblesForLong_IsAFoot(double rad, double hz)
    {
        GaitParameters person = SimulationPresets.Find("ms-tremor")!.Person with { TremorRad = rad, TremorHz = hz };
        SimulatedWalk walk = Walker.Walk(person, [WalkSegment.Stand(25), WalkSegment.Walk(WalkManner.Forward, 8), WalkSegment.Stand(25), WalkSegment.Walk(WalkManner.Forward, 20), WalkSegment.Stand(20)], seed: 4);
        Walked.Through(new SimulatedRecording(walk, new ImuErrorModel(), seed: 4)).SensorFaults.ShouldNotContain(f => f.Kind == SensorFaultKind.NotOnFoot);
    }

    [Fact]
    public void ASensorTurnedAsAWhole_AtAnyTimeAndRate_IsNotAccused() => Prop.ForAll(
        Gen.Choose(0, 1_000_000).Zip(Gen.Choose(0, 2_000_000_000)).ToArbitrary(), x => Accused(x.Item1, x.Item2).Length == 0).Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    private static SensorFault[] Accused(int seed, int startUs)
    {
        Random random = new(seed);
        Vector3D x = Unit(random), y = Vector3D.Cross(x, Unit(random)).Normalized(), z = Vector3D.Cross(x, y);
        int every = random.Next(1, 5);
        ImuSample[] turned = [.. Left.Where((_, i) => i % every == 0).Select(s => s with
        {
            Time = new DeviceTime(s.Time.Microseconds + startUs), AccelMps2 = Turn(s.AccelMps2), GyroRadPerS = Turn(s.GyroRadPerS),
        })];
        return [.. Walk(turned).SensorFaults];

        Vector3D Turn(Vector3D v) => new(Vector3D.Dot(x, v), Vector3D.Dot(y, v), Vector3D.Dot(z, v));

        static Vector3D Unit(Random random) => new Vector3D(random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5).Normalized();
    }

    private static ImuSample[] Left => s_left;

    private static Walked Walk(ImuSample[] left) => Walked.Through(left, [], new WalkPipelineOptions { HasRight = false });

    private static ImuSample[] Altered(string what) => what switch
    {
        "accelerometer turned by 90 degrees about x" => [.. Left.Select(s => s with { AccelMps2 = new Vector3D(s.AccelMps2.X, -s.AccelMps2.Z, s.AccelMps2.Y) })],
        "accelerometer turned by 180 degrees about z" => [.. Left.Select(s => s with { AccelMps2 = new Vector3D(-s.AccelMps2.X, -s.AccelMps2.Y, s.AccelMps2.Z) })],
        "accelerometer's z mirrored" => [.. Left.Select(s => s with { AccelMps2 = s.AccelMps2 with { Z = -s.AccelMps2.Z } })],
        "gyroscope's signs all wrong" => [.. Left.Select(s => s with { GyroRadPerS = -s.GyroRadPerS })],
        "gyroscope x 0.5" => Rates(0.5),
        "gyroscope x 1.25" => Rates(1.25),
        "gyroscope x 2" => Rates(2),
        "accelerometer x 0.8" => Forces(0.8),
        "accelerometer x 4" => Forces(4),
        "gyroscope 50 ms late" => [.. Left.Select((s, i) => s with { GyroRadPerS = Left[Math.Max(0, i - LateSamples)].GyroRadPerS })],
        "frozen for 1 s" => Frozen(Left, 20, 1),
        "shank" => OtherPlaces.Shank(),
        "thigh" => OtherPlaces.Thigh(),
        "wrist" => OtherPlaces.Wrist(),
        "wrist of an arm that hardly swings" => OtherPlaces.Wrist(6),
        "wrist of an arm that swings far" => OtherPlaces.Wrist(35),
        _ => OtherPlaces.Pelvis(),
    };

    private static int LateSamples => (int)Math.Round(0.05 / s_left[1].Time.SecondsSince(s_left[0].Time));

    private static ImuSample[] Rates(double k) => [.. Left.Select(s => s with { GyroRadPerS = s.GyroRadPerS * k })];

    private static ImuSample[] Forces(double k) => [.. Left.Select(s => s with { AccelMps2 = s.AccelMps2 * k })];

    private static ImuSample[] Frozen(ImuSample[] samples, double fromS, double forS)
    {
        int at = Array.FindIndex(samples, s => s.Time.SecondsSince(samples[0].Time) >= fromS);
        return [.. samples.Select((s, i) => i >= at && s.Time.SecondsSince(samples[at].Time) <= forS ? samples[at] with { Time = s.Time } : s)];
    }
}

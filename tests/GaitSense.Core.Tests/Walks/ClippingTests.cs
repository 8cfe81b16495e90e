using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Sensor;

namespace GaitSense.Core.Tests;

/// <summary>What becomes of strides whose movement a sensor could not say.</summary>
public sealed class ClippingTests
{
    private const double G = 9.80665, Degree = Math.PI / 180;

    public static TheoryData<Foot, Clipping> FeetAndSensors => new() { { Foot.Left, Clipping.Accel }, { Foot.Right, Clipping.Accel }, { Foot.Left, Clipping.Gyro }, { Foot.Right, Clipping.Gyro } };

    private static ImuErrorModel Wide => SimulationPresets.Find("healthy")!.Sensor;

    [Theory, MemberData(nameof(FeetAndSensors))]
    public void DeclaredInTheSwing_RejectsThatFootsStridesAndNoOther(Foot foot, Clipping sensor)
    {
        (SimulatedRecording clipped, SimulatedRecording clean) = (Record(Narrow(sensor)), Record(Wide));
        Walked walked = Both(foot, clipped, clean), untouched = Both(foot, clean, clean);
        walked.Strides.Count(s => s.Foot == foot && s.RejectReason == RejectReason.Clipped).ShouldBeGreaterThan(12);
        Others(walked).ShouldBe(Others(untouched));

        Stride[] Others(Walked w) => [.. w.Strides.Where(s => s.Foot != foot)];
    }

    [Fact]
    public void RejectedStridesAreWrong_AndKeptOnesAreNot()
    {
        List<double> rejected = [], kept = [];
        foreach (string name in new[] { "healthy", "healthy-fast", "backward-practice" })
        {
            SimulationPreset preset = SimulationPresets.Find(name)!;
            foreach (ImuErrorModel sensor in new[] { Narrow(Clipping.Accel), Narrow(Clipping.Gyro), Narrow(Clipping.Accel) with { AccelRangeMps2 = 4 * G } })
            {
                SimulatedRecording recording = preset.Record(durationS: 40, sensor: sensor);
                foreach (Stride s in Walked.Through(recording).Strides.Where(s => s.LengthM is not null))
                {
                    SimulatedStride? truth = recording.Walk.Strides.FirstOrDefault(t => t.Foot == s.Foot && Middle(s) > t.MidStanceStartS && Middle(s) < t.MidStanceEndS);
                    if (truth is not null && s.RejectReason is RejectReason.None or RejectReason.Clipped)
                        (s.IsValid ? kept : rejected).Add(Math.Abs(s.LengthM!.Value - truth.LengthM) / truth.LengthM);
                }
            }
        }

        rejected.Count.ShouldBeGreaterThan(150);
        kept.Count.ShouldBeGreaterThan(150);
        rejected.Order().ElementAt(rejected.Count / 2).ShouldBeGreaterThan(0.05, "half of what is rejected is off by more than a twentieth");
        kept.Order().ElementAt((int)(0.95 * kept.Count)).ShouldBeLessThan(0.06, "nearly nothing of what is kept is");

        static double Middle(in Stride s) => (s.TerminalContact.Seconds + s.End.Seconds) / 2;
    }

    [Theory, InlineData("soft-mounting", 4, 2000), InlineData("healthy-fast", 16, 300)]
    public void Undeclared_IsSeenByItsFlatTopsAndRejectedAsWell(string walk, double g, double degreesPerS)
    {
        SimulationPreset preset = SimulationPresets.Find(walk)!;
        Walked walked = Walked.Through(preset.Record(durationS: 40, sensor: preset.Sensor with { AccelRangeMps2 = g * G, GyroRangeRadPerS = degreesPerS * Degree }));
        walked.Strides.Count(s => s.RejectReason == RejectReason.Clipped).ShouldBeGreaterThan(5);
    }

    [Theory, InlineData(Clipping.Accel), InlineData(Clipping.Gyro), InlineData(Clipping.Accel | Clipping.Gyro)]
    public void DeclaredWhileTheFootIsStill_RejectsNothing(Clipping clipped)
    {
        SimulatedRecording clean = Record(Wide);
        Stride[] strides = Walked.Through(clean).ValidOf(Foot.Left);
        ImuSample[] samples = clean.SamplesOf(Foot.Left).ToArray();
        // Three readings at each mid-stance: what is integrated has ended and not begun.
        for (int i = 0; i < samples.Length; i++)
        {
            double t = samples[i].Time.Seconds;
            if (strides.Any(s => Math.Abs(s.ZeroVelocityEnd!.Value.Seconds - t) < 0.015)) samples[i] = samples[i] with { Clipped = clipped };
        }

        samples.Count(s => s.Clipped != Clipping.None).ShouldBeGreaterThan(30);
        Walked walked = Walked.Through(samples, clean.SamplesOf(Foot.Right).ToArray(), Walked.OptionsOf(clean));
        walked.Strides.ShouldNotContain(s => s.RejectReason == RejectReason.Clipped);
        walked.ValidOf(Foot.Left).Length.ShouldBe(strides.Length);
    }

    [Fact]
    public void TheImpactOfALandingAtItsEnd_IsFoundAgainByTheStanceThatFollows()
    {
        // Hurrying, at 6 g only landings are cut.
        SimulatedRecording recording = SimulationPresets.Find("healthy-fast")!.Record(durationS: 40, sensor: Wide with { AccelRangeMps2 = 6 * G, DeclaresClipping = true });
        Walked walked = Walked.Through(recording);
        walked.LeftQuality.ClippedAccel.ShouldBeGreaterThan(10);
        walked.Strides.ShouldNotContain(s => s.RejectReason == RejectReason.Clipped);
        new Agreement(recording, walked).LengthRmseM.ShouldBeLessThan(0.03);
    }

    [Fact]
    public void OneReadingIsCountedOnce_WhoeverSaysIt()
    {
        SimulatedRecording recording = Record(Narrow(Clipping.Gyro));
        ImuSample[] samples = recording.SamplesOf(Foot.Left).ToArray();
        long declared = samples.Count(s => (s.Clipped & Clipping.Gyro) != Clipping.None);
        DataQuality both = Through(samples), silent = Through([.. samples.Select(s => s with { Clipped = Clipping.None })]);
        silent.ClippedGyro.ShouldBeGreaterThan(declared / 2);
        both.ClippedGyro.ShouldBeInRange(declared, declared + (declared / 10), "the sensor's and Core's view of one reading are one");
        both.ClippedAccel.ShouldBe(silent.ClippedAccel);

        static DataQuality Through(ImuSample[] samples) => Walked.Through(samples, [], new WalkPipelineOptions()).LeftQuality;
    }

    [Fact]
    public void TheWayGone_IsNamedForRejectedStridesToo()
    {
        Walked walked = Walked.Through(SimulationPresets.Find("backward-practice")!.Record(durationS: 40, sensor: Narrow(Clipping.Gyro)));
        Stride[] rejected = [.. walked.Strides.Where(s => s.RejectReason == RejectReason.Clipped)];
        rejected.Length.ShouldBeGreaterThan(5);
        rejected.ShouldAllBe(s => s.LengthM != null && s.Direction != WalkingDirection.Unknown);
    }

    [Fact]
    public void ATurn_GoesOnThroughAClippedStride()
    {
        Walked clipped = Walked.Through(Record(Narrow(Clipping.Gyro))), clean = Walked.Through(Record(Wide));
        clipped.Strides.Count(s => s.RejectReason == RejectReason.Clipped && Math.Abs(s.TurnRad!.Value) > 0.5).ShouldBeGreaterThan(5);
        clipped.Turns.Count.ShouldBe(clean.Turns.Count);
    }

    [Fact]
    public void TheMounting_IsLearnedFromClippedStridesToo()
    {
        SimulationPreset preset = SimulationPresets.Find("unknown-mounting")!;
        Walked walked = Walked.Through(preset.Record(durationS: 40, sensor: preset.Sensor with { GyroRangeRadPerS = 300 * Degree, DeclaresClipping = true }));
        walked.Strides.Count(s => s.RejectReason == RejectReason.Clipped).ShouldBeGreaterThan(20);
        walked.Strides.ShouldAllBe(s => s.Direction == WalkingDirection.Forward);
    }

    private static ImuErrorModel Narrow(Clipping sensor) => sensor == Clipping.Accel
        ? Wide with { AccelRangeMps2 = 2 * G, DeclaresClipping = true }
        : Wide with { GyroRangeRadPerS = 300 * Degree, DeclaresClipping = true };

    private static SimulatedRecording Record(ImuErrorModel sensor) => SimulationPresets.Find("healthy")!.Record(durationS: 40, sensor: sensor);

    // Of delays that nobody declared, feet learn from each other.
    private static FootPipelineOptions OnTime => new() { Mounting = MountingAxes.Identity, GyroDelayS = 0 };

    private static Walked Both(Foot clippedFoot, SimulatedRecording clipped, SimulatedRecording clean) => Walked.Through(
        (clippedFoot == Foot.Left ? clipped : clean).SamplesOf(Foot.Left).ToArray(), (clippedFoot == Foot.Right ? clipped : clean).SamplesOf(Foot.Right).ToArray(), new WalkPipelineOptions { Left = OnTime, Right = OnTime });
}

using GaitSense.Core;
using GaitSense.Simulation.Motion;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Sensor;

namespace GaitSense.Simulation.Tests;

public sealed class SimulatedSensorTests
{
    private static readonly SimulatedWalk Walk = Walker.Walk(new GaitParameters(), [WalkSegment.Stand(4), WalkSegment.Walk(WalkManner.Forward, 10), WalkSegment.Stand(2)], 4);

    private static readonly SimulatedWalk Standing = Walker.Walk(new GaitParameters(), [WalkSegment.Stand(60), WalkSegment.Walk(WalkManner.Forward, 2)], 4);

    private static ImuSample[] Record(ImuErrorModel model, ulong seed = 1) => SimulatedSensor.Record(Walk.Left, model, 0, Walk.DurationS, seed);

    [Fact]
    public void Record_Ideal_IsTheTruth()
    {
        foreach (ImuSample sample in Record(ImuErrorModel.Ideal))
        {
            FootSample truth = Walk.Left.IdealSample(sample.Time.Seconds);
            (sample.AccelMps2 - truth.AccelMps2).Length.ShouldBeLessThan(1e-9);
            (sample.GyroRadPerS - truth.GyroRadPerS).Length.ShouldBeLessThan(1e-9);
        }
    }

    [Fact]
    public void Record_SameSeed_IsTheSameBitForBit()
    {
        ImuErrorModel model = new() { LossShare = 0.05, TimestampJitterS = 0.001, HolesPerMin = 5 };
        Record(model, 9).ShouldBe(Record(model, 9));
        Record(model, 10).ShouldNotBe(Record(model, 9));
    }

    [Fact]
    public void NextBits_KnownSeed_NeverChanges()
    {
        // What xoshiro256** gives elsewhere when SplitMix64 of 0 fills its state.
        DeterministicRandom random = new(0);
        random.NextBits().ShouldBe(11091344671253066420UL);
        random.NextBits().ShouldBe(13793997310169335082UL);
        new DeterministicRandom(0).NextDouble().ShouldBe(11091344671253066420UL / 18446744073709551616.0, 1e-15);
    }

    [Fact]
    public void NextNormal_ManyDraws_AreStandardNormal()
    {
        DeterministicRandom random = new(3);
        double[] draws = [.. Enumerable.Range(0, 100_000).Select(_ => random.NextNormal())];
        draws.Average().ShouldBe(0, 0.02);
        draws.Average(d => d * d).ShouldBe(1, 0.02);
        draws.Count(d => Math.Abs(d) > 1.96).ShouldBeInRange(4600, 5400);
    }

    [Theory, InlineData(50), InlineData(100), InlineData(400)]
    public void Record_AtRest_ReadsGravityUpwardWithTheNoiseAskedFor(double rateHz)
    {
        ImuErrorModel model = new() { RateHz = rateHz, AccelBiasSdMps2 = 0, GyroBiasSdRadPerS = 0, AccelBiasWalkMps2PerRootS = 0, GyroBiasWalkRadPerSPerRootS = 0, ScaleErrorSd = 0, CrossAxisSd = 0 };
        ImuSample[] rest = SimulatedSensor.Record(Standing.Left, model, 0, 55, 1);
        rest.Average(s => s.AccelMps2.Z).ShouldBe(FootState.GravityMps2, 0.003);
        rest.Average(s => s.AccelMps2.X).ShouldBe(0, 0.003);
        double sd = Math.Sqrt(rest.Average(s => s.GyroRadPerS.Y * s.GyroRadPerS.Y));
        double step = 2 * model.GyroRangeRadPerS / 65536;
        sd.ShouldBe(Math.Sqrt(Math.Pow(0.00012 * Math.Sqrt(rateHz / 2), 2) + (step * step / 12)), 0.0001);
    }

    [Fact]
    public void Record_NarrowRange_ClipsAtTheRangeAndRoundsToSteps()
    {
        ImuErrorModel model = new() { AccelRangeMps2 = 19.6, GyroRangeRadPerS = 4, Bits = 12 };
        ImuSample[] samples = Record(model);
        samples.Max(s => s.GyroRadPerS.Y).ShouldBe(4, 0.003);
        samples.Min(s => s.GyroRadPerS.Y).ShouldBe(-4, 1e-12);
        double step = 2 * 19.6 / 4096;
        samples.ShouldAllBe(s => Math.Abs((s.AccelMps2.Z / step) - Math.Round(s.AccelMps2.Z / step)) < 1e-6);
    }

    [Fact]
    public void Record_BiasAndScale_ShiftAndStretchTheReading()
    {
        ImuErrorModel model = ImuErrorModel.Ideal with { GyroBiasSdRadPerS = 0.05, ScaleErrorSd = 0.02 };
        ImuSample[] samples = Record(model);
        Vector3D bias = samples[0].GyroRadPerS;
        bias.Length.ShouldBeInRange(0.01, 0.2);
        double[] stretch = [.. samples.Where(s => Math.Abs(Walk.Left.IdealSample(s.Time.Seconds).GyroRadPerS.Y) > 2)
            .Select(s => (s.GyroRadPerS.Y - bias.Y) / Walk.Left.IdealSample(s.Time.Seconds).GyroRadPerS.Y)];
        (stretch.Max() - stretch.Min()).ShouldBeLessThan(1e-3);
        Math.Abs(stretch[0] - 1).ShouldBeInRange(0.0005, 0.08);
    }

    [Fact]
    public void Record_TiltedMounting_ReadsGravityOffTheDeclaredUp()
    {
        ImuErrorModel model = ImuErrorModel.Ideal with { Mounting = new(new(0, 1, 0), new(-1, 0, 0), new(0, 0, 1)), TiltForwardRad = 0.4, TiltOutwardRad = 0.1 };
        MountingAxes actual = SimulatedSensor.ActualMounting(model, Foot.Left);
        actual.IsRotation(1e-9).ShouldBeTrue();
        ImuSample first = Record(model)[0];
        (actual.ToFoot(first.AccelMps2) - new Vector3D(0, 0, FootState.GravityMps2)).Length.ShouldBeLessThan(1e-9);
        Vector3D declared = model.Mounting.ToFoot(first.AccelMps2);
        // A sensor whose top leans toward the toe sees gravity's reaction lean toward its own rear, and outward lean toward its inner side.
        declared.X.ShouldBe(-FootState.GravityMps2 * Math.Sin(0.4), 1e-9);
        declared.Y.ShouldBeLessThan(-0.5);
    }

    [Fact]
    public void Record_Loss_HasTheShareAndBurstAskedForAndNeverInvents()
    {
        ImuErrorModel model = ImuErrorModel.Ideal with { LossShare = 0.05, LossBurstSamples = 4 };
        ImuSample[] all = SimulatedSensor.Record(Standing.Left, model with { LossShare = 0 }, 0, 60, 1);
        List<double> share = [], burst = [];
        for (ulong seed = 0; seed < 8; seed++)
        {
            ImuSample[] some = SimulatedSensor.Record(Standing.Left, model, 0, 60, seed);
            some.ShouldBeSubsetOf(all);
            int gaps = 0;
            for (int i = 1; i < some.Length; i++) gaps += some[i].Time.SecondsSince(some[i - 1].Time) > 0.015 ? 1 : 0;
            share.Add(1 - ((double)some.Length / all.Length));
            burst.Add((double)(all.Length - some.Length) / gaps);
        }

        share.Average().ShouldBe(0.05, 0.015);
        burst.Average().ShouldBe(4, 1);
    }

    [Fact]
    public void Record_ClockAndRateErrors_ShowInTheTimestamps()
    {
        ImuSample[] samples = SimulatedSensor.Record(Standing.Left, ImuErrorModel.Ideal with { RateErrorPpm = -10_000, ClockErrorPpm = 1000 }, 0, 60, 1);
        samples[1000].Time.Seconds.ShouldBe(1000 / 99.0 * 1.001, 1e-5);
        ImuSample[] jittered = SimulatedSensor.Record(Standing.Left, ImuErrorModel.Ideal with { TimestampJitterS = 0.01 }, 0, 60, 1);
        for (int i = 1; i < jittered.Length; i++) (jittered[i].Time >= jittered[i - 1].Time).ShouldBeTrue();
        jittered.Select(s => s.Time.Microseconds % 10_000).Distinct().Count().ShouldBeGreaterThan(1000);
    }

    [Theory, InlineData(5), InlineData(4000)]
    public void Record_ImpossibleRate_IsTheCallersBug(double rateHz) =>
        Should.Throw<ArgumentException>(() => Record(new ImuErrorModel { RateHz = rateHz }));
}

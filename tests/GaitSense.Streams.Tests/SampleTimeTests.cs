using GaitSense.Benchmarks;
using GaitSense.Core;
using GaitSense.Simulation.Radio;

namespace GaitSense.Streams.Tests;

/// <summary>The times of samples are as good as is said of them, whatever the sensor tells of the time and whatever happens to it.</summary>
public sealed class SampleTimeTests
{
    // Not the benchmark's.
    private const ulong Seed = 41;

    public static TheoryData<string, SensorMake> All()
    {
        TheoryData<string, SensorMake> all = [];
        foreach (TimeScenario scenario in TimeScenario.All())
            foreach (SensorMake make in Enum.GetValues<SensorMake>())
                if (scenario.Concerns(make)) all.Add(scenario.Name, make);
        return all;
    }

    [Theory, MemberData(nameof(All))]
    public void TimesOfSamples_AreWithinTheStatedUncertainty_AndItIsSmallAgainSoonAfterAFault(string name, SensorMake make)
    {
        TimeScenario scenario = TimeScenario.All().Single(s => string.Equals(s.Name, name, StringComparison.Ordinal));
        TimeTrial trial = TimeTrial.Run(scenario, make, Seed);
        ((double)trial.Inside / trial.Samples).ShouldBeGreaterThanOrEqualTo(0.95);
        if (scenario.IsOverSometime) trial.WorstSaidS.ShouldBeLessThanOrEqualTo(0.040);
        trial.OutShare.ShouldBeGreaterThan(0.6);
    }

    // A loss is noticed later than it happens: who lost packets lately says that one more may be missing.
    [Theory]
    [InlineData(SensorMake.MetaMotion), InlineData(SensorMake.WitMotion)]
    public void PacketsThatVanishUnseen_StayWithinTheStatedUncertainty_WhicheverVanish(SensorMake make)
    {
        TimeScenario scenario = TimeScenario.All().Single(s => s.Faults.LossShare is 0.02);
        for (ulong seed = Seed; seed < Seed + 12; seed++)
        {
            TimeTrial trial = TimeTrial.Run(scenario, make, seed);
            ((double)trial.Inside / trial.Samples).ShouldBeGreaterThanOrEqualTo(0.95, $"seed {seed}");
        }
    }

    [Theory]
    [InlineData(SensorMake.WitMotion, 200, 50)]
    [InlineData(SensorMake.WitMotion, 200, 95)]
    [InlineData(SensorMake.MetaMotion, 200, 100)]
    [InlineData(SensorMake.WitMotion, 100, 190)]
    [InlineData(SensorMake.GaitSense, 200, 200)]
    public void MeasuredRate_IsTheOneAtWhichSamplesCome_WhateverWasAsked(SensorMake make, int askedHz, double reallyHz)
    {
        FeetStreams streams = Run(make, reallyHz, askedHz, new LinkFaults());
        streams.Links[0].MeasuredRateHz!.Value.ShouldBe(reallyHz, 0.005 * reallyHz);
    }

    [Theory]
    [InlineData(SensorMake.WitMotion), InlineData(SensorMake.MetaMotion)]
    public void Lost_OfASensorWithoutCounter_IsWhatTheOutageTook_AndNothingForABurst(SensorMake make)
    {
        Run(make, 100, 100, new LinkFaults { Outages = [(10, 1)] }).Links[0].Lost.ShouldBeInRange(97, 103);
        Run(make, 100, 100, new LinkFaults { Stalls = [(10, 0.9)] }).Links[0].Lost.ShouldBe(0);
    }

    [Fact]
    public void ARateThatChangesOnTheWay_IsLearnedAgain()
    {
        ImuSample[] samples = [.. Even(0.6, 100, 2000), .. Even(20.6, 50, 1500)];
        double worstS = 0;
        ReceivedWalk.Run(Sensor(SensorMake.WitMotion, 100), samples, 100, new LinkFaults(), (block, _, start, nowS) =>
        {
            foreach (FootedSample sample in block.Samples)
                if (nowS > 30) worstS = Math.Max(worstS, Math.Abs((start.Microseconds * 1e-6) + sample.Sample.Time.Seconds - sample.Sample.AccelMps2.X - 0.6));
        }).Links[0].Restarts.ShouldBe(1);
        worstS.ShouldBeLessThan(0.05);
    }

    // A sample's reading tells its second, to some milliseconds.
    private static ImuSample[] Even(double fromS, double rateHz, int count) =>
        [.. Enumerable.Range(0, count).Select(i => new ImuSample(DeviceTime.FromSeconds(fromS + (i / rateHz)), new Vector3D(fromS - 0.6 + (i / rateHz), 0, 9.8), default))];

    private static ReceivedSensor Sensor(SensorMake make, double rateHz) => new(make, rateHz, new SimulatedClock { OffsetS = 5 }, new TimeScenario("").Radio, Seed);

    private static FeetStreams Run(SensorMake make, double rateHz, int askedHz, LinkFaults faults) =>
        ReceivedWalk.Run(Sensor(make, rateHz), Even(0.6, rateHz, (int)(rateHz * 15)), askedHz, faults, (_, _, _, _) => { });
}

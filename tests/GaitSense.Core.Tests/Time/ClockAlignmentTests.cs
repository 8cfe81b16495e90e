using FsCheck;
using FsCheck.Fluent;
using GaitSense.Simulation.Radio;

namespace GaitSense.Core.Tests;

/// <summary>What the alignment promises, against clocks and links whose truth is known.</summary>
public sealed class ClockAlignmentTests
{
    // The sensor's own firmware asks for this link; two samples at 200 Hz are the low-latency profile.
    private static readonly ClockScenario LowLatency = new() { Radio = new RadioModel { SamplesPerPacket = 2, ConnectionIntervalS = 0.015, HostDelayS = 0.002 } };

    [Theory, InlineData(50e-6, 0), InlineData(-50e-6, 0), InlineData(20e-6, 10e-6)]
    public void ToHost_HalfAnHourWithExchange_IsWithinTwoMillisecondsAndItsUncertainty(double drift, double warming)
    {
        Track track = Follow(LowLatency with { Clock = new SimulatedClock { DriftRatio = drift, WarmingRatio = warming, OffsetS = 77 } }, new());
        track.Looks.Where(l => l.TimeS > 10).Max(l => Math.Abs(l.ErrorS)).ShouldBeLessThan(0.002);
        Share(track, l => Math.Abs(l.ErrorS) <= l.UncertaintyS).ShouldBeGreaterThanOrEqualTo(0.95);
        Share(track, l => Math.Abs(l.LineErrorS) <= l.LineUncertaintyS).ShouldBeGreaterThanOrEqualTo(0.95);
        track.Looks.Where(l => l.TimeS > 10).Max(l => l.UncertaintyS).ShouldBeLessThan(0.004, "an uncertainty that covers everything says nothing");
        track.Epochs.ShouldBe(0);
    }

    [Fact]
    public void ToHost_TwoFeetWithExchange_AgreeWithinThreeMilliseconds()
    {
        Track left = Follow(LowLatency with { Clock = new SimulatedClock { DriftRatio = 50e-6, OffsetS = 3 } }, new());
        Track right = Follow(LowLatency with { Clock = new SimulatedClock { DriftRatio = -50e-6, OffsetS = 900 }, Stream = 1 }, new());
        left.Looks.Zip(right.Looks).Where(p => p.First.TimeS > 10).Max(p => Math.Abs(p.First.LineErrorS - p.Second.LineErrorS)).ShouldBeLessThan(0.003);
    }

    [Theory, InlineData(50e-6, 2), InlineData(-50e-6, 3), InlineData(-50e-6, 5)]
    public void ToHost_WithoutExchange_IsWithinFiveMillisecondsBeyondTheSmallestPathDelay(double drift, int samplesPerPacket)
    {
        ClockScenario scenario = LowLatency with
        {
            Clock = new SimulatedClock { DriftRatio = drift },
            Radio = LowLatency.Radio with { SamplesPerPacket = samplesPerPacket },
            ExchangeEveryS = 0,
        };
        Track track = Follow(scenario, new ClockAssumptions { MinPathDelayS = 0.017 });
        foreach (Look l in track.Looks.Where(l => l.TimeS > 10)) Math.Abs(l.ErrorS).ShouldBeLessThan(l.MinPathS + 0.005);
        Share(track, l => Math.Abs(l.ErrorS) <= l.UncertaintyS).ShouldBeGreaterThanOrEqualTo(0.95);
        track.Looks.Min(l => l.UncertaintyS).ShouldBeGreaterThan(0.008, "what cannot be seen must be in the uncertainty");
    }

    [Fact]
    public void DriftRatio_AfterSomeMinutes_IsThatOfTheClock()
    {
        ClockScenario scenario = LowLatency with { Clock = new SimulatedClock { DriftRatio = 40e-6 }, DurationS = 300 };
        ClockAlignment clock = Fed(scenario);
        // Host seconds per device second: a fast clock is a negative drift.
        clock.DriftRatio.ShouldBe(-40e-6, 8e-6);
    }

    [Fact]
    public void Map_BetweenGaps_KeepsSamplesEvenlySpacedAndInOrder()
    {
        ClockScenario scenario = LowLatency with { Clock = new SimulatedClock { DriftRatio = 50e-6 }, DurationS = 120 };
        ClockAlignment clock = new(new());
        WalkTimeline line = new(new HostTime(0), new());
        DeviceTime last = default, lastWalk = default;
        foreach (ClockObservation o in scenario.Observe())
        {
            Feed(clock, in o);
            if (o.Exchange is not null || o.Arrived.Microseconds < 2_000_000) continue;
            line.Follow(o.LastSample, clock);
            DeviceTime walk = line.Map(o.LastSample);
            if (last != default)
            {
                double device = o.LastSample.SecondsSince(last);
                // 200 ppm of catching up, 100 of drift at most, and whole microseconds.
                if (device < 0.045) walk.SecondsSince(lastWalk).ShouldBe(device, (300e-6 * device) + 1.1e-6);
                walk.ShouldBeGreaterThan(lastWalk);
            }

            (last, lastWalk) = (o.LastSample, walk);
        }
    }

    [Theory, InlineData(0.5), InlineData(-0.5), InlineData(30), InlineData(-3000)]
    public void AddArrival_ClockThatJumps_StartsAgainAndIsRightSoonAfter(double jumpS)
    {
        ClockScenario before = LowLatency with { DurationS = 60, BurstShare = 0, Clock = new SimulatedClock { OffsetS = 5000 } };
        ClockAlignment clock = Fed(before);
        ClockScenario after = before with { DurationS = 80, Seed = 2, Clock = before.Clock with { OffsetS = 5000 + jumpS } };
        ClockObservation last = default;
        foreach (ClockObservation o in after.Observe().Where(o => o.Arrived.Microseconds > 61_000_000))
        {
            Feed(clock, in o);
            last = o;
        }

        clock.Epoch.ShouldBe(1);
        clock.ToHost(last.LastSample).SecondsSince(after.Truth(last.LastSample)).ShouldBe(0, 0.002);
    }

    [Theory, InlineData(0.5), InlineData(-0.5)]
    public void AddArrival_ClockThatJumpsWithoutExchange_IsRecognisedToo(double jumpS)
    {
        ClockScenario before = LowLatency with { DurationS = 60, ExchangeEveryS = 0, Clock = new SimulatedClock { OffsetS = 5000 } };
        ClockAlignment clock = Fed(before);
        foreach (ClockObservation o in (before with { DurationS = 80, Clock = new SimulatedClock { OffsetS = 5000 + jumpS } }).Observe().Where(o => o.Arrived.Microseconds > 61_000_000))
            Feed(clock, in o);
        clock.Epoch.ShouldBe(1);
    }

    [Fact]
    public void UncertaintyS_WithoutNews_Grows()
    {
        ClockAlignment clock = Fed(LowLatency with { DurationS = 60 });
        var now = DeviceTime.FromSeconds(60);
        double before = clock.UncertaintyS(now);
        clock.UncertaintyS(now.AddSeconds(60)).ShouldBeGreaterThan(before + 60e-6);
        clock.UncertaintyS(now.AddSeconds(3600)).ShouldBeGreaterThan(before + 3600e-6);
    }

    [Fact]
    public void AddExchange_Impossible_ChangesNothing()
    {
        ClockAlignment clock = Fed(LowLatency with { DurationS = 20 });
        (int exchanges, HostTime at) = (clock.Exchanges, clock.ToHost(DeviceTime.FromSeconds(20)));
        clock.AddExchange(new ClockExchange(new(2_000_000), new(19_000_000), new(18_000_000), new(2_010_000)));
        clock.AddExchange(new ClockExchange(new(2_000_000), new(19_000_000), new(19_500_000), new(2_010_000)));
        clock.Exchanges.ShouldBe(exchanges);
        clock.ToHost(DeviceTime.FromSeconds(20)).ShouldBe(at);
    }

    [Fact]
    public void CountedSamples_RateOffByOnePercent_IsFittedToTheArrivals()
    {
        // No time in the packets: samples are counted at 200 Hz, but the sensor makes 202 of them.
        ClockScenario scenario = LowLatency with { Clock = new SimulatedClock { DriftRatio = 0.01 }, ExchangeEveryS = 0, DurationS = 300 };
        Track track = Follow(scenario, ClockAssumptions.Counted);
        foreach (Look l in track.Looks.Where(l => l.TimeS > 20)) Math.Abs(l.ErrorS).ShouldBeLessThan(l.MinPathS + 0.010);
        Share(track, l => Math.Abs(l.ErrorS) <= l.UncertaintyS).ShouldBeGreaterThanOrEqualTo(0.95);
    }

    [Fact]
    public void AddArrival_TwoMinutes_AllocatesNothing()
    {
        IReadOnlyList<ClockObservation> seen = (LowLatency with { DurationS = 120 }).Observe();
        Push(new(new()), new(new HostTime(0), new())); // warm up
        ClockAlignment clock = new(new());
        WalkTimeline line = new(new HostTime(0), new());
        long before = GC.GetAllocatedBytesForCurrentThread();
        Push(clock, line);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Push(ClockAlignment clock, WalkTimeline line)
        {
            for (int i = 0; i < seen.Count; i++)
            {
                ClockObservation o = seen[i];
                Feed(clock, in o);
                line.Follow(o.LastSample, clock);
                line.Map(o.LastSample);
            }
        }
    }

    // Adding a constant to either clock changes nothing but that constant.
    [Fact]
    public void ToHost_OfShiftedClocks_IsShifted()
    {
        IReadOnlyList<ClockObservation> seen = (LowLatency with { DurationS = 30 }).Observe();
        Prop.ForAll<int, int>((device, host) =>
        {
            ClockAlignment plain = new(new()), shifted = new(new());
            foreach (ClockObservation o in seen)
            {
                Feed(plain, in o);
                Feed(shifted, new ClockObservation(Host(o.Arrived), Device(o.LastSample), o.Exchange is { } e
                    ? new ClockExchange(Host(e.Asked), Device(e.Received), Device(e.Answered), Host(e.Arrived))
                    : null));
            }

            var at = DeviceTime.FromSeconds(29);
            return shifted.ToHost(Device(at)) == Host(plain.ToHost(at));

            DeviceTime Device(DeviceTime t) => new(t.Microseconds + (device * 1000L));
            HostTime Host(HostTime t) => new(t.Microseconds + (host * 1000L));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(8));
    }

    private static double Share(Track track, Func<Look, bool> holds) => track.Looks.Count(holds) / (double)track.Looks.Count;

    private static void Feed(ClockAlignment clock, in ClockObservation o)
    {
        if (o.Exchange is { } exchange) clock.AddExchange(in exchange);
        else clock.AddArrival(o.LastSample, o.Arrived);
    }

    private static ClockAlignment Fed(ClockScenario scenario)
    {
        ClockAlignment clock = new(new());
        foreach (ClockObservation o in scenario.Observe()) Feed(clock, in o);
        return clock;
    }

    private static Track Follow(ClockScenario scenario, ClockAssumptions options)
    {
        ClockAlignment clock = new(options);
        WalkTimeline line = new(new HostTime(0), options);
        List<Look> looks = [];
        double[] fastest = new double[(int)scenario.DurationS + 60];
        Array.Fill(fastest, double.PositiveInfinity);
        double next = 2;
        foreach (ClockObservation o in scenario.Observe())
        {
            Feed(clock, in o);
            if (o.Exchange is not null) continue;
            double atS = o.Arrived.Microseconds * 1e-6;
            HostTime truth = scenario.Truth(o.LastSample);
            fastest[(int)atS] = Math.Min(fastest[(int)atS], o.Arrived.SecondsSince(truth));
            if (atS < 2) continue;
            line.Follow(o.LastSample, clock);
            double lineErrorS = line.Map(o.LastSample).Seconds - (truth.Microseconds * 1e-6);
            if (atS < next) continue;
            next += 0.5;
            double pathS = fastest.AsSpan(Math.Max(0, (int)(atS - ClockAlignment.WindowS)), (int)Math.Min(ClockAlignment.WindowS, atS) + 1).ToArray().Min();
            looks.Add(new Look(atS, clock.ToHost(o.LastSample).SecondsSince(truth), clock.UncertaintyS(o.LastSample), pathS, lineErrorS, line.UncertaintyS));
        }

        return new Track(looks, clock.Epoch);
    }

    private sealed record Track(IReadOnlyList<Look> Looks, int Epochs);

    private readonly record struct Look(double TimeS, double ErrorS, double UncertaintyS, double MinPathS, double LineErrorS, double LineUncertaintyS);
}

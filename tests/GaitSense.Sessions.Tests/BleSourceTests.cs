using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Simulation;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Radio;
using GaitSense.Simulation.Sensor;
using GaitSense.Streams;

namespace GaitSense.Sessions.Tests;

/// <summary>Two feet over a radio that loses, delays, doubles and swaps, against the truth that the simulation keeps.</summary>
public sealed class BleSourceTests
{
    private static readonly Lazy<SimulatedRecording> Walk = new(() => new SimulatedRecording(
        Walker.Walk(new GaitParameters(), [WalkSegment.Stand(6), WalkSegment.Walk(WalkManner.Forward, 60), WalkSegment.Stand(40)], seed: 11),
        new ImuErrorModel { RateHz = BleWorld.RateHz },
        seed: 5));

    private static readonly Lazy<SimulatedRecording> LongRest = new(() => new SimulatedRecording(
        Walker.Walk(new GaitParameters(), [WalkSegment.Stand(270)], seed: 12), new ImuErrorModel { RateHz = BleWorld.RateHz }, seed: 5));

    [Fact]
    public void ReadAsync_AQuietLink_BringsEverySampleAtItsTime()
    {
        using BleWorld world = new((o, _) => o, Walk.Value);
        world.Connect();
        world.Run(40);
        world.Source.Warnings.ShouldBeEmpty();
        world.Stop();
        foreach (FootSensor sensor in world.Sensors)
        {
            LinkQuality q = world.QualityWhileReading[(int)sensor.Foot];
            (q.Lost, q.Late, q.Duplicates, q.Malformed, q.Dropped, q.Reconnects, q.Restarts).ShouldBe((0L, 0L, 0L, 0L, 0L, 0, 0));
            ((double)q.Received).ShouldBe(world.DeliveredWhileReading[(int)sensor.Foot], 20);
            TimesAreTrue(world, sensor.Foot, 0.003);
        }

        world.Source.Delay.At(0.99)!.Value.ShouldBeLessThan(0.08);
    }

    [Fact]
    public void ReadAsync_LossSwapsDuplicatesAnOutageAndARestart_KeepsWhatArrivedAtItsTime()
    {
        using BleWorld world = new(
            (o, f) => o with
            {
                Radio = o.Radio with { LossShare = 0.05, BadSpellPackets = 4 },
                SwapShare = 0.03,
                DuplicateShare = 0.03,
                Away = f == Foot.Left ? (20, 22) : null,
                RestartS = f == Foot.Right ? 40 : null,
            },
            Walk.Value);
        world.Connect();
        world.Run(62);
        world.Stop();
        foreach (FootSensor sensor in world.Sensors)
        {
            TimesAreTrue(world, sensor.Foot, 0.004);
            LinkQuality q = world.QualityWhileReading[(int)sensor.Foot];
            q.Duplicates.ShouldBeGreaterThan(20);
            q.Reordered.ShouldBeGreaterThan(20);
            q.Lost.ShouldBeGreaterThan(200);
            (q.Late, q.Malformed, q.Dropped).ShouldBe((0L, 0L, 0L));
            q.Reconnects.ShouldBe(1);
            q.Restarts.ShouldBe(sensor.Foot == Foot.Right ? 1 : 0);
            // The hole of the outage, and nothing like it elsewhere.
            double[] times = [.. world.Got.Where(g => g.Foot == sensor.Foot).Select(g => g.Sample.Time.Seconds)];
            times.Zip(times.Skip(1)).Max(p => p.Second - p.First).ShouldBeInRange(1, 5);
            times.Zip(times.Skip(1)).Count(p => p.Second - p.First > 0.5).ShouldBe(1);
        }
    }

    [Fact]
    public void ReadAsync_AWalkWithFaults_MakesNoFalseStride()
    {
        using BleWorld quiet = new((o, _) => o, Walk.Value), troubled = new(
            (o, f) => o with
            {
                Radio = o.Radio with { LossShare = 0.05, BadSpellPackets = 4 },
                SwapShare = 0.03,
                DuplicateShare = 0.03,
                Away = f == Foot.Left ? (20, 22) : null,
                RestartS = f == Foot.Right ? 40 : null,
            },
            Walk.Value);
        StrideLog clean = Strides(quiet), faulty = Strides(troubled);
        foreach (Foot foot in (Foot[])[Foot.Left, Foot.Right])
        {
            Stride[] truth = [.. clean.Of(foot)];
            truth.Length.ShouldBeGreaterThan(20);
            foreach (Stride stride in faulty.Of(foot))
            {
                // Both walks begin when the first foot does: the two clocks are the same to some milliseconds.
                Stride? match = truth.Where(t => Math.Abs(t.End.SecondsSince(stride.End)) < 0.12).Cast<Stride?>().FirstOrDefault();
                match.ShouldNotBeNull($"{foot} stride that ends at {stride.End.Seconds:0.00} s was never walked");
                if (stride.LengthM is { } length && match.Value.LengthM is { } real) length.ShouldBe(real, 0.25);
            }

            // A burst of four packets is a gap that is not bridged: the stride around it is not counted.
            faulty.Of(foot).Count().ShouldBeGreaterThan(truth.Length / 4);
        }

        faulty.ClockUncertaintyS.ShouldBeInRange(0.0005, 0.006);
    }

    [Fact]
    public void ReadAsync_OneFootFallsSilent_TheOtherIsNotHeldUp()
    {
        using BleWorld world = new((o, f) => f == Foot.Left ? o with { Away = (10, 30) } : o, Walk.Value);
        world.Connect();
        double worst = 0;
        world.OnBlock = block =>
        {
            foreach (ref readonly FootedSample s in block.Samples)
                if (s.Foot == Foot.Right) worst = Math.Max(worst, world.Time.NowS - s.Sample.Time.Seconds);
        };
        world.Run(25);
        world.Stop();
        // The walk's clock began within the first second and a half or so of the simulation: half a second of it is connecting.
        (worst - FirstTrue(world)).ShouldBeLessThan(0.15);
    }

    [Fact]
    public void FootSensor_FiftyOutages_IsBackAfterEachAndLeavesNothingBehind()
    {
        using BleWorld world = new((o, _) => o, LongRest.Value);
        world.Connect();
        world.Run(5);
        int timers = world.Time.Timers;
        for (int i = 1; i <= 50; i++)
        {
            foreach (SimulatedFoot foot in world.Feet) foot.Vanish(world.Time.NowS, 1.0);
            world.Time.Advance(5);
            world.Sensors.ShouldAllBe(s => s.State == FootSensorState.Streaming);
            world.Sensors.ShouldAllBe(s => s.Quality.Reconnects == i);
            world.Central.OpenLinks.ShouldBe(2);
        }

        world.Time.Timers.ShouldBeLessThanOrEqualTo(timers + 4);
        world.Stop();
        world.Central.OpenLinks.ShouldBe(0);
    }

    [Fact]
    public void FootSensor_ConnectedButSilent_IsConnectedAnew()
    {
        using BleWorld world = new((o, _) => o, Walk.Value);
        world.Connect();
        world.Run(5);
        world.Feet[0].Firmware.Disconnected(); // it stops streaming and keeps the link
        world.Run(10);
        world.Sensors[0].Quality.Reconnects.ShouldBe(1);
        world.Sensors[1].Quality.Reconnects.ShouldBe(0);
        world.Sensors.ShouldAllBe(s => s.State == FootSensorState.Streaming);
        world.Stop();
    }

    [Fact]
    public void Poll_AfterWarmUp_AllocatesNothingPerPacket()
    {
        using BleWorld world = new((o, _) => o, Walk.Value, new FootSensorOptions { ExchangeEveryS = 60 }, keep: false);
        world.Connect();
        int samples = 0, blocks = 0;
        world.OnBlock = block => (samples, blocks) = (samples + block.Count, blocks + 1);
        world.Run(10);
        (samples, blocks) = (0, 0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        world.Run(30);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        samples.ShouldBeGreaterThan(7000);
        // A block is an object; the packets in it, their decoding, order and times are none. Two questions for the time may fall into these seconds.
        (bytes - (64.0 * blocks)).ShouldBeLessThan(8000, $"{bytes} B for {samples} samples in {blocks} blocks");
        world.Stop();
    }

    private static double FirstTrue(BleWorld world) => world.Feet.Min(f => f.FirstSentS);

    // Every sample that reached the host stands at its true time, on one clock for both feet.
    private static void TimesAreTrue(BleWorld world, Foot foot, double toleranceS)
    {
        ReadOnlySpan<ImuSample> played = Walk.Value.SamplesOf(foot);
        int[] delivered = [.. world.Feet[(int)foot].Delivered.Distinct().Order()];
        ImuSample[] got = [.. world.Got.Where(g => g.Foot == foot).Select(g => g.Sample)];
        got.Length.ShouldBeInRange(delivered.Length - 40, delivered.Length, "the last packets may still have been on their way");
        double startS = FirstTrue(world);
        for (int i = 0; i < got.Length; i++)
        {
            ImuSample truth = played[delivered[i]];
            got[i].AccelMps2.X.ShouldBe(truth.AccelMps2.X, 0.003, $"sample {i}");
            got[i].Time.Seconds.ShouldBe(truth.Time.Seconds - startS, toleranceS, $"sample {i}");
        }
    }

    private static StrideLog Strides(BleWorld world)
    {
        StrideLog log = new();
        world.Connect();
        WalkPipeline pipeline = new(world.Source.Walk, log);
        world.OnBlock = block =>
        {
            if (block.ClockUncertaintyS is { } u) pipeline.SetClockUncertainty(u);
            foreach (ref readonly FootedSample s in block.Samples) pipeline.Push(s.Foot, s.Sample);
        };
        world.Run(75);
        world.Stop();
        pipeline.Complete();
        log.ClockUncertaintyS = pipeline.ClockUncertaintyS;
        return log;
    }

    private sealed class StrideLog : IWalkObserver
    {
        private readonly List<Stride> _strides = [];

        public double ClockUncertaintyS { get; set; }

        public IEnumerable<Stride> Of(Foot foot) => _strides.Where(s => s.Foot == foot && s.IsValid);

        public void OnStride(in Stride stride) => _strides.Add(stride);
    }
}

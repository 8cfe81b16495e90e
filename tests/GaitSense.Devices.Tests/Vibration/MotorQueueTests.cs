using FsCheck;
using FsCheck.Fluent;
using GaitSense.Core;
using GaitSense.Sessions;

namespace GaitSense.Devices.Tests;

/// <summary>A pulse is handed over ahead of its time, or not at all; whoever walks never waits for a radio.</summary>
public sealed class MotorQueueTests
{
    private const double LatencyS = 0.06, MotorS = 0.04;

    private static readonly VibrationPulse Pulse = new(0.5, 80);

    private readonly VirtualTime _time = new();
    private readonly FakeMotor _motor;
    private readonly List<VibrationReport> _reports = [];
    private int _number;

    public MotorQueueTests()
    {
        // Continuations stay on the thread that completes what they wait for only where no context claims them.
        SynchronizationContext.SetSynchronizationContext(null);
        _motor = new FakeMotor(Foot.Left, _time);
    }

    [Fact]
    public void Add_AMotorThatStartsAtOnce_IsToldAheadByTheLatency()
    {
        using MotorQueue queue = Queue();
        Add(queue, 1.0, 0.5);
        _time.Advance(2);
        _motor.Asked.Select(a => a.AtS).Zip([0.44, 0.94]).ShouldAllBe(a => Math.Abs(a.First - a.Second) < 0.0011);
        _motor.Asked.ShouldAllBe(a => a.StartS == null && a.Pulse == Pulse);
        Fates(queue).ShouldBe([(1, VibrationFate.HandedOver), (0, VibrationFate.HandedOver)]);
    }

    [Fact]
    public void Add_AMotorThatTakesAStart_IsToldEarlierAndStartsOnTime()
    {
        _motor.TakesStart = true;
        using MotorQueue queue = Queue();
        Add(queue, 1.0);
        _time.Advance(2);
        (double atS, _, double? startS) = _motor.Asked.ShouldHaveSingleItem();
        atS.ShouldBe(1.0 - LatencyS - MotorQueue.AheadS, 0.0011);
        startS!.Value.ShouldBe(1.0 - MotorS, 1e-6);
    }

    [Fact]
    public void Add_KnownTooLate_IsLeftOut()
    {
        using MotorQueue queue = Queue();
        Add(queue, LatencyS - MotorQueue.MaxLatenessS - 0.002, LatencyS - MotorQueue.MaxLatenessS + 0.002, -1);
        _time.Advance(1);
        _motor.Asked.ShouldHaveSingleItem().AtS.ShouldBe(0, 0.0011);
        Fates(queue).ShouldBe([(2, VibrationFate.Missed), (0, VibrationFate.Missed), (1, VibrationFate.HandedOver)]);
    }

    [Fact]
    public void Add_TooLateForAStartTime_StartsAtOnceWithinTheBound()
    {
        _motor.TakesStart = true;
        using MotorQueue queue = Queue();
        Add(queue, 0.05);
        _time.Advance(1);
        _motor.Asked.ShouldHaveSingleItem().StartS.ShouldBeNull();
    }

    [Fact]
    public void Add_TooMany_AreLeftOutAndTold()
    {
        using MotorQueue queue = Queue();
        Add(queue, [.. Enumerable.Range(1, MotorQueue.Capacity + 1).Select(i => (double)i)]);
        Fates(queue).ShouldBe([(MotorQueue.Capacity, VibrationFate.Crowded)]);
    }

    [Fact]
    public void Silence_WhatWaits_IsNeverSent()
    {
        using MotorQueue queue = Queue();
        Add(queue, 0.5, 1.0);
        _time.Advance(0.3);
        queue.Silence();
        _time.Advance(2);
        _motor.Asked.ShouldBeEmpty();
        Fates(queue).ShouldBe([(0, VibrationFate.Cancelled), (1, VibrationFate.Cancelled)]);
        Add(queue, 3.0);
        _time.Advance(2);
        _motor.Asked.ShouldHaveSingleItem();
    }

    [Fact]
    public void Silence_APulseThatWasSent_IsStopped()
    {
        _motor.TakesStart = true;
        using MotorQueue queue = Queue();
        Add(queue, 0.5);
        _time.Advance(0.45); // sent, not begun
        queue.Silence();
        _time.Advance(0.01);
        _motor.Asked.Count.ShouldBe(2);
        _motor.Asked[1].Pulse.ShouldBe(VibrationPulse.Stop);
        queue.Silence();
        _time.Advance(2);
        queue.Silence(); // long over: nothing to stop
        _time.Advance(1);
        _motor.Asked.Count(a => a.Pulse.Strength > 0).ShouldBe(1);
        _motor.Asked.Count.ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public void Add_ALinkThatHangs_HoldsNobodyUpAndSendsNothingLate()
    {
        using MotorQueue queue = Queue();
        _motor.Hold();
        Add(queue, 0.5, 1.0, 1.5, 3.0);
        _time.Advance(2);
        _motor.Asked.Count.ShouldBe(1, "one at a time");
        _motor.LetGo();
        _time.Advance(2);
        _motor.Asked.Count.ShouldBe(2);
        _motor.Asked[1].AtS.ShouldBe(3.0 - LatencyS, 0.0011);
        Fates(queue).ShouldBe([(0, VibrationFate.HandedOver), (1, VibrationFate.Missed), (2, VibrationFate.Missed), (3, VibrationFate.HandedOver)]);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Add_ALinkThatDoesNotTakeIt_IsToldAndTheNextIsTried(bool throws)
    {
        (_motor.Throws, _motor.Refuses) = (throws, !throws);
        using MotorQueue queue = Queue();
        Add(queue, 0.5);
        _time.Advance(1);
        (_motor.Throws, _motor.Refuses) = (false, false);
        Add(queue, 2);
        _time.Advance(2);
        Fates(queue).ShouldBe([(0, VibrationFate.Failed), (1, VibrationFate.HandedOver)]);
    }

    [Fact]
    public void Dispose_WhatWaits_IsNotSent()
    {
        MotorQueue queue = Queue();
        Add(queue, 0.5);
        queue.Dispose();
        _time.Advance(1);
        _motor.Asked.ShouldBeEmpty();
        queue.Dispose();
    }

    // An hour of cues, silences and a radio that takes its time, in 300 ways.
    [Fact]
    public void Add_AnyCuesAndAnyRadio_NothingIsSentLateOrAfterSilence() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        Random chance = new(seed);
        VirtualTime time = new();
        FakeMotor motor = new(Foot.Right, time) { TakesStart = chance.Next(2) == 0 };
        using MotorQueue queue = new(motor, LatencyS, MotorS, time);
        Dictionary<int, double> planned = [];
        Dictionary<int, VibrationFate> fates = [];
        double silentUntil = -1;
        for (int i = 0; i < 200; i++)
        {
            int before = motor.Asked.Count;
            time.Advance(0.4 * chance.NextDouble());
            foreach ((double atS, VibrationPulse pulse, double? startS) in motor.Asked.Skip(before).Where(a => a.Pulse.Strength > 0))
            {
                int number = pulse.DurationMs;
                double feltS = startS + MotorS ?? atS + LatencyS;
                (feltS - planned[number]).ShouldBeInRange(startS is null ? -0.0011 : -1e-6, MotorQueue.MaxLatenessS + 1e-6);
                planned[number].ShouldBeGreaterThan(silentUntil, "it was silenced");
                if (startS is { } start) atS.ShouldBeLessThanOrEqualTo(start);
            }

            double nowS = time.NowS;
            int n = planned.Count + 1;
            switch (chance.Next(5))
            {
                case 0:
                    queue.Silence();
                    silentUntil = planned.Count > 0 ? planned.Values.Max() : -1;
                    foreach (int k in planned.Keys.ToArray()) planned[k] = Math.Min(planned[k], silentUntil);
                    break;
                case 1:
                    motor.TakesS = 0.1 * chance.NextDouble();
                    break;
                default:
                    planned[n] = Math.Max(silentUntil + 1e-3, nowS + (0.7 * chance.NextDouble()));
                    queue.Add(new PlannedPulse(n, new VibrationPulse(0.5, n), new HostTime((long)Math.Round(planned[n] * 1e6))));
                    break;
            }
        }

        time.Advance(5);
        while (queue.TryTakeReport(out VibrationReport report)) fates.Add(report.Number, report.Fate); // each has one
        fates.Count.ShouldBe(planned.Count);
        motor.Asked.Count(a => a.Pulse.Strength > 0).ShouldBe(fates.Values.Count(f => f is VibrationFate.HandedOver));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private MotorQueue Queue() => new(_motor, LatencyS, MotorS, _time);

    private void Add(MotorQueue queue, params double[] feltAtS)
    {
        foreach (double at in feltAtS) queue.Add(new PlannedPulse(_number++, Pulse, new HostTime((long)Math.Round(at * 1e6))));
    }

    private List<(int Number, VibrationFate Fate)> Fates(MotorQueue queue)
    {
        while (queue.TryTakeReport(out VibrationReport report)) _reports.Add(report);
        return [.. _reports.Select(r => (r.Number, r.Fate))];
    }
}

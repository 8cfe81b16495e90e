using GaitSense.Core;
using GaitSense.Protocol;

namespace GaitSense.Streams.Tests;

/// <summary>Packets of a sensor that tells neither time nor number: 100 Hz, a sample a packet, 10 ms on the way.</summary>
public sealed class CountedStreamTests
{
    private static readonly StreamDescription Description = new() { AccelScaleMps2 = 1, GyroScaleRadPerS = 1, PeriodS = 0.02, AccelRangeMps2 = 1e6, GyroRangeRadPerS = 1e6 };

    private readonly CountedStream _stream = new();
    private double _nowS = 100;

    [Fact]
    public void Rate_IsMeasuredInTwoAndAHalfSeconds_WhateverTheSensorIsSaidToHave()
    {
        Samples(250);
        (_stream.MeasuredRateHz, _stream.IsSettled, double.IsPositiveInfinity(_stream.UncertaintyS)).ShouldBe((null, false, true));
        Samples(2);
        _stream.MeasuredRateHz!.Value.ShouldBe(100, 0.01);
        (_stream.IsSettled, _stream.Received).ShouldBe((true, 252));
    }

    [Fact]
    public void SilenceWhileTheRateIsMeasured_BeginsTheMeasurementAnew()
    {
        Samples(200);
        Pause(0.5);
        Samples(240);
        _stream.MeasuredRateHz.ShouldBeNull();
        Samples(15);
        _stream.MeasuredRateHz!.Value.ShouldBe(100, 0.01);
        _stream.Begin(At(100));
        Drain().Count.ShouldBe(255, "nobody knows the time of those before the silence");
    }

    // A tenth of a second is missing each second: no line fits, and after ten seconds the best one is taken, and said to be unsure.
    [Fact]
    public void ArrivalsThatFitNoRate_AreMeasuredForTenSecondsAtMost()
    {
        for (int second = 0; second < 9; second++) Missing();
        _stream.MeasuredRateHz.ShouldBeNull();
        for (int second = 0; second < 4; second++) Missing();
        _stream.MeasuredRateHz!.Value.ShouldBeInRange(85, 101, "90 a second come, 100 are made");
        _stream.TryTakeUnsureTime(out _, out _).ShouldBeTrue();

        void Missing()
        {
            Samples(90);
            Pause(0.1);
        }
    }

    [Fact]
    public void Lateness_IsGathered_OfPacketsAfterTheRateIsKnown()
    {
        Learn();
        long before = _stream.Jitter.Count;
        Samples(20);
        (_stream.Jitter.Count - before).ShouldBe(20);
        _stream.Jitter.At(0.5)!.Value.ShouldBeLessThan(0.002);
    }

    [Fact]
    public void Samples_HaveTimesOfTheirOwnPace_NotOfTheirArrival()
    {
        Samples(300);
        _stream.Begin(At(100));
        List<double> times = Drain();
        times.Count.ShouldBe(300);
        for (int i = 1; i < times.Count; i++) (times[i] - times[i - 1]).ShouldBe(0.01, 2e-6);
        Pause(0.1);
        Samples(10, everyS: 0); // those that waited, at once
        Samples(10);
        times = [times[^1], .. Drain()];
        for (int i = 1; i < times.Count; i++) (times[i] - times[i - 1]).ShouldBe(0.01, 2e-4);
        _stream.Lost.ShouldBe(0);
    }

    [Fact]
    public void Silence_AfterWhichNothingComesThatWaited_IsLoss_AndTheTimeAroundItIsUnsure()
    {
        Learn();
        Pause(1);
        Samples(60);
        ((double)_stream.Lost).ShouldBe(100, 3);
        _stream.TryTakeUnsureTime(out HostTime from, out HostTime until).ShouldBeTrue();
        from.ShouldBeLessThan(At(103));
        until.ShouldBeGreaterThan(At(104.1));
        until.ShouldBeLessThan(At(106));
        _stream.TryTakeUnsureTime(out _, out _).ShouldBeFalse("it was taken");
    }

    [Fact]
    public void Silence_AfterWhichAllComesAtOnce_IsNone()
    {
        Learn();
        Pause(0.9);
        Samples(90, everyS: 0.0005);
        _nowS -= 0.045;
        Samples(60);
        (_stream.Lost, _stream.Restarts).ShouldBe((0, 0));
        _stream.TryTakeUnsureTime(out _, out _).ShouldBeFalse();
    }

    // Whoever waits for what waited takes nothing out before it is known how much is missing, but not for ever.
    [Fact]
    public void SamplesAfterASilence_WaitUntilItIsKnownWhatIsMissing_OrForTwoSeconds()
    {
        Learn();
        Pause(1);
        Samples(3);
        Drain().ShouldBeEmpty();
        _stream.Poll(At(_nowS + 1.9));
        Drain().ShouldBeEmpty();
        _stream.Poll(At(_nowS + 2.1));
        Drain().Count.ShouldBe(3);
        ((double)_stream.Lost).ShouldBe(100, 3);
    }

    [Fact]
    public void Sensor_ThatSaysThatItBeganAnew_IsMeasuredAnew()
    {
        Learn();
        Samples(1, restarted: true);
        (_stream.Restarts, _stream.MeasuredRateHz).ShouldBe((1, null));
        _stream.TryTakeUnsureTime(out HostTime from, out HostTime until).ShouldBeTrue();
        from.SecondsSince(At(_nowS)).ShouldBe(-4.5, 0.02);
        until.SecondsSince(At(_nowS)).ShouldBe(0.5, 0.02);
        Samples(260, everyS: 0.02);
        _stream.MeasuredRateHz!.Value.ShouldBe(50, 0.01);
    }

    // Of two halves one was lost: nothing tells for how long before it was noticed, and more may follow.
    [Fact]
    public void MarkOfALoss_MakesTheTimeBeforeAndAfterItUnsure()
    {
        Learn();
        Samples(1, marks: SampleMarks.Lost);
        _stream.TryTakeUnsureTime(out HostTime from, out HostTime until).ShouldBeTrue();
        from.SecondsSince(At(_nowS)).ShouldBe(-2, 0.02);
        until.SecondsSince(At(_nowS)).ShouldBe(10, 0.02);
        Drain().Count.ShouldBe(1);
    }

    // Half a packet of 30 ms is what the radio may hide at any time; a whole one where packets were lost lately.
    [Fact]
    public void MarkOfALoss_MakesTheUncertaintyAWholePacketForTenSeconds()
    {
        Samples(100, perPacket: 3);
        _stream.Begin(At(100));
        double before = _stream.UncertaintyS;
        Samples(1, marks: SampleMarks.Lost, perPacket: 3);
        (_stream.UncertaintyS - before).ShouldBe(0.015, 0.001);
        Samples(330, perPacket: 3);
        (_stream.UncertaintyS - before).ShouldBe(0.015, 0.001);
        Samples(10, perPacket: 3);
        _stream.UncertaintyS.ShouldBe(before, 0.001);
    }

    [Fact]
    public void FirstThatWaits_HasAHostTimeOnceTheClockIsKnown_AndNoneWhereNothingWaits()
    {
        Samples(200);
        _stream.FirstWaiting.ShouldBeNull("nothing is known of the clock");
        Samples(100);
        _stream.FirstWaiting!.Value.SecondsSince(At(100.01)).ShouldBeInRange(-0.02, 0);
        (_stream.TryPeek(out _), _stream.IsWaiting).ShouldBe((false, true), "the walk has not begun");
        _stream.Begin(At(100));
        Drain().Count.ShouldBe(300);
        (_stream.FirstWaiting, _stream.IsWaiting).ShouldBe((null, false));
    }

    [Fact]
    public void Clipped_CountsPacketsThatSaySo()
    {
        Samples(3);
        Samples(2, marks: SampleMarks.GyroClipped);
        Samples(1, marks: SampleMarks.AccelClipped);
        Samples(1, marks: SampleMarks.Lost);
        _stream.Clipped.ShouldBe(3);
    }

    [Fact]
    public void Kind_WithoutStampAndCounter_IsCounted()
    {
        FootStream.Of(new SensorKind("x", 0.01, ClockClass.CountedSamples, 0, 0, 0, AnswersTime: false)).ShouldBeOfType<CountedStream>();
        FootStream.Of(new SensorKind("x", 0.01, ClockClass.Timestamps, 0, 0, 16, AnswersTime: false)).ShouldBeOfType<StampedStream>();
        FootStream.Of(new SensorKind("x", 0.01, ClockClass.Timestamps, 32, 1e6, 0, AnswersTime: false)).ShouldBeOfType<StampedStream>();
    }

    private void Learn()
    {
        Samples(300);
        _stream.Begin(At(100));
        Drain().Count.ShouldBe(300);
        _stream.TryTakeUnsureTime(out _, out _).ShouldBeFalse();
    }

    private void Samples(int count, double everyS = 0.01, SampleMarks marks = SampleMarks.None, bool restarted = false, int perPacket = 1)
    {
        for (int i = 0; i < count; i++)
        {
            _nowS += everyS * perPacket;
            _stream.Push(Description, [.. Enumerable.Repeat(new RawReading(0, 0, 9.8f, 0, 0, 0, 0, 0, marks), perPacket)], restarted, At(_nowS));
        }
    }

    private void Pause(double seconds) => _nowS += seconds;

    private List<double> Drain()
    {
        List<double> times = [];
        while (_stream.TryPeek(out DeviceTime walk))
        {
            times.Add(walk.Seconds);
            _stream.Take().Time.ShouldBe(walk);
        }

        return times;
    }

    private static HostTime At(double seconds) => new((long)Math.Round(1e6 * seconds));
}

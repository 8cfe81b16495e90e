using GaitSense.Core;
using GaitSense.Protocol;

namespace GaitSense.Streams.Tests;

/// <summary>Packets in, samples out: order, holes, wraps and restarts.</summary>
public sealed class StampedStreamTests
{
    private static readonly SensorKind Kind = new("test", 0.005, ClockClass.Timestamps, 32, 1e6, 0, AnswersTime: false);

    private readonly StampedStream _stream = new(Kind);
    private static readonly StreamDescription Description = new() { AccelScaleMps2 = 1, GyroScaleRadPerS = 1, PeriodS = 0.005, AccelRangeMps2 = 1e6, GyroRangeRadPerS = 1e6, TimestampBits = 32, TimestampHz = 1e6 };

    private readonly RawReading[] _readings = new RawReading[2];
    private ImuSample[] _last = [];
    private uint _firstUs = 1_000_000;

    [Fact]
    public void Push_ASwap_IsPutRight()
    {
        Settle();
        Push(400);
        Push(402);
        Push(401);
        Numbers(399, 406).ShouldBe([400, 401, 402]);
        (_stream.Reordered, _stream.Lost).ShouldBe((1L, 0L));
    }

    [Theory]
    [InlineData(SampleMarks.None, Clipping.None)]
    [InlineData(SampleMarks.AccelClipped, Clipping.Accel)]
    [InlineData(SampleMarks.GyroClipped, Clipping.Gyro)]
    [InlineData(SampleMarks.AccelClipped | SampleMarks.GyroClipped | SampleMarks.Lost, Clipping.Accel | Clipping.Gyro)]
    public void Push_AReadingThatTheSensorMarks_IsASampleWithTheMark_OfAHeldPacketToo(SampleMarks marks, Clipping clipped)
    {
        Settle();
        Push(401, marks: marks); // overtakes 400, and waits for it
        Push(400);
        Drain().Select(s => s.Clipped).ShouldBe([Clipping.None, Clipping.None, clipped, clipped]);
        _stream.Clipped.ShouldBe(clipped == Clipping.None ? 0 : 1);
    }

    [Fact]
    public void Push_AHole_WaitsNoLongerThanStated()
    {
        Settle();
        Push(400);
        Push(402, arrivalS: 4.03);
        _stream.Poll(At(4.03 + StampedStream.MaxWaitS - 0.001));
        Numbers(399, 406).ShouldBe([400]);
        _stream.Poll(At(4.03 + StampedStream.MaxWaitS + 0.001));
        Numbers(399, 406).ShouldBe([402]);
        _stream.Lost.ShouldBe(2);
        Push(401);
        Numbers(399, 406).ShouldBeEmpty();
        _stream.Late.ShouldBe(1);
    }

    [Fact]
    public void Push_Twice_IsADuplicate()
    {
        Settle();
        Push(400);
        Push(400);
        Numbers(399, 406).ShouldBe([400]);
        _stream.Duplicates.ShouldBe(1);
    }

    [Fact]
    public void Push_AcrossTheWrapOfTheTimestamp_GoesOn()
    {
        _firstUs = uint.MaxValue - 4_000_000;
        Settle();
        for (int packet = 400; packet < 500; packet++) Push(packet);
        Numbers(399, 500).Length.ShouldBe(100);
        (_stream.Lost, _stream.Restarts).ShouldBe((0L, 0));
    }

    [Fact]
    public void Push_AClockThatStartsAgain_IsAnotherEpochAndTimeGoesOn()
    {
        Settle();
        DeviceTime before = Drain()[^1].Time;
        _firstUs = unchecked(0u - 8_000_000u); // the sensor's clock shows 0 at 8 s of the walk
        for (int packet = 900; packet < 1200; packet++) Push(packet);
        _stream.Restarts.ShouldBe(1);
        ImuSample[] after = Drain();
        after.Length.ShouldBe(600);
        after[0].Time.SecondsSince(before).ShouldBe(9 - 4 + 0.005, 0.02);
        _stream.Lost.ShouldBe(0, "what a restart swallowed was never made");
    }

    [Fact]
    public void Push_ASensorThatSaysThatItStartedAnew_IsAnotherEpoch()
    {
        Settle();
        Push(400);
        Push(402); // waits for 401, which will never come
        Push(403, restarted: true);
        _stream.Restarts.ShouldBe(1);
        Numbers(399, 406).ShouldBe([400, 402], "what waited keeps its time; the new one waits for its clock");
    }

    [Fact]
    public void Push_EightThatOvertookOne_AreAllThatWait()
    {
        Settle();
        Push(400);
        for (int packet = 402; packet < 409; packet++) Push(packet, arrivalS: 4.04);
        Numbers(399, 420).ShouldBe([400]);
        Push(409, arrivalS: 4.04);
        Numbers(399, 420).ShouldBe([402, 403, 404, 405, 406, 407, 408, 409]);
        (_stream.Lost, _stream.Reordered, _stream.IsWaiting).ShouldBe((2L, 7L, false));
    }

    [Fact]
    public void Push_ThatOvertakes_IsWaitedFor()
    {
        Settle();
        _stream.IsWaiting.ShouldBeFalse();
        Push(401);
        _stream.IsWaiting.ShouldBeTrue();
        Push(400);
        Numbers(399, 406).ShouldBe([400, 401]);
        _stream.IsWaiting.ShouldBeFalse();
    }

    // The sensor's clock went back by two packets and stays there: for 19 packets they may be late ones, then it is the clock.
    [Fact]
    public void Push_NineteenInARowThatSeemLate_AreRefused_AndTheTwentiethIsAnotherEpoch()
    {
        Settle();
        for (int i = 0; i < 19; i++) Push(300, stampUs: 5000 + (i * 10_000), arrivalS: 4.02 + (i * 0.01));
        (_stream.Late, _stream.Restarts).ShouldBe((19L, 0));
        Push(300, stampUs: 5000 + 190_000, arrivalS: 4.21);
        (_stream.Late, _stream.Restarts).ShouldBe((20L, 1));
        for (int i = 20; i < 200; i++) Push(300, stampUs: 5000 + (i * 10_000), arrivalS: 4.02 + (i * 0.01));
        (_stream.Late, _stream.Restarts, _stream.Lost).ShouldBe((20L, 1, 0L));
        ImuSample[] after = [.. Drain().Where(s => s.Time.Seconds > 4.05)];
        after.Length.ShouldBe(2 * 181, "from the twentieth on");
        after[0].Time.Seconds.ShouldBe(4.19, 0.02);
    }

    [Fact]
    public void Push_OneInTime_BeginsTheCountOfLateOnesAnew()
    {
        Settle();
        for (int i = 0; i < 15; i++) Push(300, stampUs: 5000 + (i * 10_000), arrivalS: 4.02);
        Push(400);
        for (int i = 15; i < 30; i++) Push(300, stampUs: 5000 + (i * 10_000), arrivalS: 4.03);
        (_stream.Late, _stream.Restarts).ShouldBe((30L, 0));
    }

    [Fact]
    public void Push_ThatWaitsAlready_IsADuplicate()
    {
        Settle();
        Push(402);
        Push(402);
        _stream.Duplicates.ShouldBe(1);
        Push(400);
        Push(401);
        Numbers(399, 406).ShouldBe([400, 401, 402]);
    }

    // A stamp that is 50 ms ahead: the one that has it left just the room that it fills.
    [Fact]
    public void Push_AStampThatIsWrong_TheNextPacketPutsItWhereItWasMissing()
    {
        Settle();
        Push(400, stampUs: 50_000);
        Numbers(399, 406).ShouldBeEmpty("it waits for those it seems to have overtaken");
        Push(401);
        ImuSample[] both = Drain(keep: true);
        both.Select(s => (int)s.AccelMps2.X).ShouldBe([400, 400, 401, 401]);
        for (int i = 1; i < both.Length; i++) both[i].Time.SecondsSince(both[i - 1].Time).ShouldBe(0.005, 0.0005);
        (_stream.Lost, _stream.Reordered, _stream.IsWaiting).ShouldBe((0L, 0L, false));
    }

    // The nearest that may wait: a packet that overtook one other is a swap, and never a wrong stamp.
    [Fact]
    public void Push_TwoThatOvertookOne_AreNoWrongStamp()
    {
        Settle();
        Push(402);
        Push(401);
        Numbers(399, 406).ShouldBeEmpty();
        Push(400);
        Numbers(399, 406).ShouldBe([400, 401, 402]);
        _stream.Reordered.ShouldBe(2);
    }

    [Fact]
    public void Lateness_IsGatheredForEachPacket()
    {
        Settle();
        long before = _stream.Jitter.Count;
        for (int packet = 400; packet < 420; packet++) Push(packet);
        (_stream.Jitter.Count - before).ShouldBe(20);
        _stream.Jitter.At(0.5)!.Value.ShouldBeLessThan(0.005);
    }

    [Fact]
    public void Rate_IsThatOfTheStamps_AndUnknownBeforeTheFirst()
    {
        _stream.MeasuredRateHz.ShouldBeNull();
        Settle();
        _stream.MeasuredRateHz!.Value.ShouldBe(200, 0.01);
    }

    private static HostTime At(double seconds) => new((long)(seconds * 1e6));

    // Two samples a packet: packet n is taken from n / 100 s on and arrives 20 ms later.
    private void Push(int packet, double? arrivalS = null, SampleMarks marks = SampleMarks.None, bool restarted = false, int stampUs = 0)
    {
        uint stamp = unchecked(_firstUs + (uint)((packet * 10_000) + stampUs));
        for (int i = 0; i < 2; i++) _readings[i] = new RawReading(packet, i, 9.8f, 0, 0, 0, unchecked(stamp + (uint)(i * 5000)), 0, marks);
        _stream.Push(Description, _readings, restarted, At(arrivalS ?? ((packet * 0.01) + 0.02)));
    }

    private void Settle()
    {
        for (int packet = 0; packet < 400; packet++) Push(packet);
        _stream.Begin(At(0));
        Numbers(-1, 400).Length.ShouldBe(400);
    }

    private int[] Numbers(int after, int before) => [.. Drain(keep: true).Select(s => (int)s.AccelMps2.X).Distinct().Where(n => n > after && n < before)];

    private ImuSample[] Drain(bool keep = false)
    {
        List<ImuSample> all = [];
        while (_stream.TryPeek(out _)) all.Add(_stream.Take());
        if (keep) _last = [.. all];
        return all.Count > 0 || keep ? [.. all] : _last;
    }
}

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

    [Fact]
    public void Rate_IsThatOfTheStamps_AndUnknownBeforeTheFirst()
    {
        _stream.MeasuredRateHz.ShouldBeNull();
        Settle();
        _stream.MeasuredRateHz!.Value.ShouldBe(200, 0.01);
    }

    private static HostTime At(double seconds) => new((long)(seconds * 1e6));

    // Two samples a packet: packet n is taken from n / 100 s on and arrives 20 ms later.
    private void Push(int packet, double? arrivalS = null, SampleMarks marks = SampleMarks.None, bool restarted = false)
    {
        uint stamp = unchecked(_firstUs + (uint)(packet * 10_000));
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

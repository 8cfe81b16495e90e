using GaitSense.Core;
using GaitSense.Protocol;

namespace GaitSense.Streams.Tests;

/// <summary>Packets that have both a stamp and a number: where they contradict each other, the number says what comes next, and where many do, the clock was set.</summary>
public sealed class CountedAndStampedTests
{
    private static readonly SensorKind Kind = new("test", 0.01, ClockClass.Timestamps, 32, 1e6, 16, AnswersTime: false);
    private static readonly StreamDescription Description = new() { AccelScaleMps2 = 1, GyroScaleRadPerS = 1, PeriodS = 0.01, AccelRangeMps2 = 1e6, GyroRangeRadPerS = 1e6, TimestampBits = 32, TimestampHz = 1e6 };

    private readonly StampedStream _stream = new(Kind);
    private readonly RawReading[] _reading = new RawReading[1];

    [Theory, InlineData(1), InlineData(8)]
    public void StampsThatContradictTheirNumbers_AreNotBelieved(int wrong)
    {
        Settle();
        for (int n = 400; n < 400 + wrong; n++) Push(n, stampUs: 30_000);
        for (int n = 400 + wrong; n < 430; n++) Push(n);
        double[] times = Drain();
        times.Length.ShouldBe(30);
        for (int i = 1; i < times.Length; i++) (times[i] - times[i - 1]).ShouldBe(0.01, 1e-4);
        (_stream.Lost, _stream.Restarts).ShouldBe((0L, 0));
    }

    [Fact]
    public void TheNinthInARow_IsBelieved()
    {
        Settle();
        for (int n = 400; n < 460; n++) Push(n, stampUs: 30_000);
        double[] times = Drain();
        double widest = Enumerable.Range(1, times.Length - 1).Max(i => times[i] - times[i - 1]);
        widest.ShouldBe(0.04, 0.002, "the clock was set 30 ms ahead");
        _stream.Lost.ShouldBe(3, "the readings that its clock passed over");
    }

    [Fact]
    public void AStampThatIsRight_BeginsTheCountOfWrongOnesAnew()
    {
        Settle();
        for (int n = 400; n < 406; n++) Push(n, stampUs: 30_000);
        Push(406);
        for (int n = 407; n < 414; n++) Push(n, stampUs: 30_000);
        Push(414);
        double[] times = Drain();
        times.Length.ShouldBe(15);
        for (int i = 1; i < times.Length; i++) (times[i] - times[i - 1]).ShouldBe(0.01, 1e-4);
    }

    private void Push(int n, int stampUs = 0)
    {
        _reading[0] = new RawReading(0, 0, 9.8f, 0, 0, 0, (uint)(1_000_000 + (n * 10_000) + stampUs), (ushort)n, SampleMarks.None);
        _stream.Push(Description, _reading, hasRestarted: false, new HostTime((n * 10_000) + 20_000));
    }

    private void Settle()
    {
        for (int n = 0; n < 400; n++) Push(n);
        _stream.Begin(new HostTime(0));
        Drain().Length.ShouldBe(400);
    }

    private double[] Drain()
    {
        List<double> times = [];
        while (_stream.TryPeek(out DeviceTime time))
        {
            times.Add(time.Seconds);
            _stream.Take();
        }

        return [.. times];
    }
}

using GaitSense.Core;

namespace GaitSense.Streams.Tests;

/// <summary>Samples on their way from the sensor's clock to the walk's.</summary>
public sealed class SampleRingTests
{
    private readonly SampleRing _ring = new();

    [Fact]
    public void Samples_ThatNobodyTakes_GoFromTheOldest()
    {
        Add(1024);
        for (int i = 0; i < 5; i++) _ring.Map(new DeviceTime(1_000_000 + i));
        Add(3, from: 1024);
        (_ring.Count, _ring.Mapped).ShouldBe((1024, 2));
        _ring.First.AccelMps2.X.ShouldBe(3);
        _ring.First.Time.ShouldBe(new DeviceTime(1_000_003));
        _ring.NextUnmapped.ShouldBe(new DeviceTime(5000));
        Add(10, from: 1027);
        (_ring.Count, _ring.Mapped, _ring.First.AccelMps2.X).ShouldBe((1024, 0, 13));
    }

    [Fact]
    public void LittleRoom_CountsAsNone()
    {
        Add(896);
        _ring.IsNearlyFull.ShouldBeFalse();
        Add(1, from: 896);
        _ring.IsNearlyFull.ShouldBeTrue();
    }

    [Fact]
    public void Samples_GetTheirTimeOneByOne_AndAreTakenInTheirOrder()
    {
        Add(3);
        _ring.NextUnmapped.ShouldBe(new DeviceTime(0));
        _ring.Map(new DeviceTime(77));
        (_ring.Mapped, _ring.NextUnmapped).ShouldBe((1, new DeviceTime(1000)));
        ImuSample taken = _ring.Take();
        (taken.Time, taken.AccelMps2.X, _ring.Count, _ring.Mapped).ShouldBe((new DeviceTime(77), 0, 2, 0));
        _ring.Take().Time.ShouldBe(new DeviceTime(1000));
    }

    [Fact]
    public void Unmapped_AreDroppedAlone()
    {
        Add(5);
        _ring.Map(default);
        _ring.Map(default);
        _ring.DropUnmapped();
        (_ring.Count, _ring.Mapped).ShouldBe((2, 2));
    }

    [Fact]
    public void Unmapped_AreSpreadEvenlyUpToTheLast()
    {
        Add(4);
        _ring.Map(new DeviceTime(5));
        _ring.Spread(lastUs: 1_000_000, periodUs: 10_000.4);
        Times().ShouldBe([5, 979_999, 990_000, 1_000_000]);
    }

    [Theory]
    [InlineData(2, new long[] { 5, 6, 2500, 3500 })]
    [InlineData(1, new long[] { 5, 6, 2000, 3500 })]
    [InlineData(4, new long[] { 5, 6, 2500, 3500 })] // those that have their time keep it
    [InlineData(0, new long[] { 5, 6, 2000, 3000 })]
    public void Newest_AreDelayed_IfTheyHaveNoTimeYet(int newest, long[] timesUs)
    {
        Add(4);
        _ring.Map(new DeviceTime(5));
        _ring.Map(new DeviceTime(6));
        _ring.Delay(newest, 500);
        Times().ShouldBe(timesUs);
    }

    [Fact]
    public void Newest_OfAFullRing_AreDelayedAndTheOldestIsNot()
    {
        Add(1030);
        _ring.Delay(newest: 2, byUs: 500);
        long[] times = Times();
        (times[0], times[1021], times[1022], times[1023]).ShouldBe((6_000, 1_027_000, 1_028_500, 1_029_500));
    }

    [Fact]
    public void LastSixtyFourPackets_AreRememberedToHalfAMicrosecond()
    {
        _ring.Remembers(0).ShouldBeFalse();
        for (int i = 0; i < 64; i++) _ring.Remember(1000 * i);
        _ring.Remembers(0).ShouldBeTrue();
        _ring.Remembers(5000.4).ShouldBeTrue();
        _ring.Remembers(5000.6).ShouldBeFalse();
        _ring.Remember(64_000);
        _ring.Remembers(0).ShouldBeFalse();
        _ring.Remembers(1000).ShouldBeTrue();
        _ring.Forget();
        _ring.Remembers(1000).ShouldBeFalse();
    }

    private void Add(int count, int from = 0)
    {
        for (int i = from; i < from + count; i++) _ring.Add(new ImuSample(new DeviceTime(1000 * i), new Vector3D(i, 0, 0), default));
    }

    private long[] Times()
    {
        List<long> times = [];
        while (_ring.Count > 0) times.Add(_ring.Take().Time.Microseconds);
        return [.. times];
    }
}

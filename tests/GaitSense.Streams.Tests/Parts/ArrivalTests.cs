using GaitSense.Core;

namespace GaitSense.Streams.Tests;

/// <summary>What is made of how late packets are.</summary>
public sealed class ArrivalTests
{
    [Fact]
    public void Cell_IsAQuarterOfASecondOfFourPackets_AndItsFastestIsTheLateness()
    {
        LateCell cell = default;
        Add(ref cell, 1.00, 0.008).ShouldBeFalse();
        Add(ref cell, 1.30, 0.004).ShouldBeFalse("too few packets");
        Add(ref cell, 1.40, 0.006).ShouldBeFalse();
        cell.LateS.ShouldBe(0, "too few to tell");
        Add(ref cell, 1.41, 0.009).ShouldBeTrue();
        (cell.LateS, cell.Least.Arrival).ShouldBe((0.004, At(1.30)));

        cell = default;
        for (int i = 0; i < 10; i++) Add(ref cell, 2 + (0.02 * i), 0.01).ShouldBeFalse("too short");
        Add(ref cell, 2.249, 0.01).ShouldBeFalse();
        Add(ref cell, 2.25, -0.001).ShouldBeTrue();
        cell.LateS.ShouldBe(-0.001);
    }

    [Fact]
    public void Spread_IsOfTheLastEightCells()
    {
        CellSpread spread = new();
        spread.Add(0.02).ShouldBe(0);
        spread.Add(0.005).ShouldBe(0.015, 1e-12);
        for (int i = 0; i < 5; i++) spread.Add(0.01).ShouldBe(0.015, 1e-12);
        spread.Add(0.03).ShouldBe(0.025, 1e-12, "the eighth");
        spread.Add(0.01).ShouldBe(0.025, 1e-12, "the first is forgotten");
        spread.Add(0.01).ShouldBe(0.02, 1e-12, "and the second");
        spread.Clear();
        spread.Add(0.5).ShouldBe(0);
    }

    [Fact]
    public void Delays_AreSharesToHalfAMillisecond()
    {
        DelayHistogram delays = new();
        delays.At(0.5).ShouldBeNull();
        delays.Add(-1);
        (delays.Count, delays.At(1)).ShouldBe((1, 0.0005));
        for (int i = 0; i < 8; i++) delays.Add(0.0102);
        delays.Add(60);
        delays.At(0.1).ShouldBe(0.0005);
        delays.At(0.11)!.Value.ShouldBe(0.0105, 1e-12);
        delays.At(0.9)!.Value.ShouldBe(0.0105, 1e-12);
        delays.At(1)!.Value.ShouldBe(2.0005, 1e-12);
        delays.Count.ShouldBe(10);
    }

    [Fact]
    public void Line_TellsTheSensorsTimeWhileItIsKnown()
    {
        DeviceLine line = new();
        line.TryDeviceAt(At(1), out _).ShouldBeFalse();
        line.Set(DeviceTime.FromSeconds(10), At(100), driftRatio: 0.001);
        line.TryDeviceAt(At(110.01), out DeviceTime device).ShouldBeTrue();
        device.Seconds.ShouldBe(20, 1e-6);
        line.TryDeviceAt(At(100), out device).ShouldBeTrue();
        device.Seconds.ShouldBe(10, 1e-6);
        line.Forget();
        line.TryDeviceAt(At(110), out _).ShouldBeFalse();
    }

    [Fact]
    public void Block_HoldsWhatItWasMadeForUntilItIsGivenBack()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new SampleBlock(0));
        SampleBlock block = new(2);
        (block.ClockUncertaintyS, block.UnsureTime, block.Request, block.Count).ShouldBe((null, null, null, 0));
        block.Add(new FootedSample(Foot.Left, default));
        block.Add(new FootedSample(Foot.Right, default));
        Should.Throw<InvalidOperationException>(() => block.Add(default)).Message.ShouldContain("full");
        (block.Count, block.Samples[0].Foot, block.Samples[1].Foot).ShouldBe((2, Foot.Left, Foot.Right));
        var unsure = new UnsureTime(Foot.Left, default, new DeviceTime(5));
        block.UnsureTime = unsure;
        block.UnsureTime.ShouldBe(unsure);
        block.UnsureTime = null;
        block.UnsureTime.ShouldBeNull();
        block.Dispose();
        block.Dispose();
        Should.Throw<ObjectDisposedException>(() => block.Samples.Length);
    }

    private static bool Add(ref LateCell cell, double arrivalS, double lateS) => cell.Add(new Lateness(default, At(arrivalS), lateS));

    private static HostTime At(double seconds) => new((long)Math.Round(1e6 * seconds));
}

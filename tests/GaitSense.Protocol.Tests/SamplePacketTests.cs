using System.Buffers;

namespace GaitSense.Protocol.Tests;

/// <summary>What a packet says of each of its samples.</summary>
public sealed class SamplePacketTests
{
    private static readonly RawSample Quiet = new(0, 0, 4096, 0, 0, 0);

    // 104 Hz: samples lie 9615.385 us apart.
    [Fact]
    public void TimeOfASample_IsRoundedToTheMicrosecond() =>
        Read(SampleMarks.None, [Quiet, Quiet, Quiet, Quiet], periodNs: 9_615_385).Select(r => r.Time).ShouldBe([1000u, 10615u, 20231u, 29846u]);

    [Fact]
    public void ReadingAtItsEnd_IsMarkedAndItsNeighboursAreNot() =>
        Read(SampleMarks.None, [Quiet, Quiet with { AccX = short.MaxValue }, Quiet with { GyrY = short.MinValue }, Quiet]).Select(r => r.Marks)
            .ShouldBe([SampleMarks.None, SampleMarks.AccelClipped, SampleMarks.GyroClipped, SampleMarks.None]);

    // A chip that tells of saturation before its filter: no count is at its end, so any of them may be meant.
    [Fact]
    public void MarkThatNoReadingExplains_IsForAllOfThem() =>
        Read(SampleMarks.AccelClipped, [Quiet, Quiet, Quiet]).Select(r => r.Marks).ShouldAllBe(m => m == SampleMarks.AccelClipped);

    [Fact]
    public void LossBeforeAPacket_IsMarkedAtItsFirstSample() =>
        Read(SampleMarks.Lost, [Quiet, Quiet]).Select(r => r.Marks).ShouldBe([SampleMarks.Lost, SampleMarks.None]);

    private static RawReading[] Read(SampleMarks marks, RawSample[] samples, uint periodNs = 10_000_000)
    {
        var bytes = new byte[SamplePacket.MaxSize];
        SamplePacket.TryWrite(bytes, marks, 1, 7, 1000, samples, out int written).ShouldBe(OperationStatus.Done);
        SamplePacket.TryRead(bytes.AsSpan(0, written), out SamplePacket packet).ShouldBe(OperationStatus.Done);
        var readings = new RawReading[samples.Length];
        packet.ReadTo(readings, periodNs).ShouldBe(samples.Length);
        return readings;
    }
}

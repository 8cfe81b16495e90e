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

    [Fact]
    public void TwoReadingsAtTheirEnd_ExplainTheMarkAndTheQuietOneHasNone() =>
        Read(SampleMarks.AccelClipped, [Quiet with { AccX = short.MaxValue }, Quiet, Quiet with { AccZ = short.MinValue }]).Select(r => r.Marks)
            .ShouldBe([SampleMarks.AccelClipped, SampleMarks.None, SampleMarks.AccelClipped]);

    [Theory]
    [InlineData(1, 0x0F, 0, OperationStatus.Done)] // all marks at once
    [InlineData(42, 0x00, 9, OperationStatus.Done)]
    [InlineData(0, 0x00, 0, OperationStatus.InvalidData)]
    [InlineData(43, 0x00, 0, OperationStatus.InvalidData)]
    [InlineData(1, 0x10, 0, OperationStatus.InvalidData)] // those bits are the stream's
    [InlineData(1, 0x08, 1, OperationStatus.InvalidData)] // the first sample of a stream has index 0
    public void Packet_ThatNoSensorMaySend_IsNotWritten(int samples, byte marks, ushort index, OperationStatus expected) =>
        SamplePacket.TryWrite(new byte[2 * SamplePacket.MaxSize], (SampleMarks)marks, 1, index, 0, new RawSample[samples], out _).ShouldBe(expected);

    [Fact]
    public void Packet_OfAnotherVersion_GivesNoSamples()
    {
        byte[] bytes = Convert.FromHexString("21100000E8030000" + "000000000010000000000000");
        SamplePacket.TryRead(bytes, out SamplePacket packet).ShouldBe(OperationStatus.InvalidData);
        packet.Count.ShouldBe(0);
    }

    // A value has 3 bytes less than the MTU, a packet 8 bytes before its samples of 12 each, and 512 bytes hold 42.
    [Theory, InlineData(0, 1), InlineData(23, 1), InlineData(34, 1), InlineData(35, 2), InlineData(46, 2), InlineData(47, 3), InlineData(247, 19), InlineData(515, 42), InlineData(4096, 42)]
    public void Samples_OfAPacket_FitTheLink(int mtu, int samples) => PacketSizes.SamplesForMtu(mtu).ShouldBe(samples);

    // 20 ms where somebody waits for the samples, a second where nobody does.
    [Theory, InlineData(StreamProfile.LowLatency, 10_000_000, 2), InlineData(StreamProfile.LowLatency, 100_000_000, 1), InlineData(StreamProfile.Logging, 50_000_000, 20), InlineData(StreamProfile.Logging, 10_000_000, 42)]
    public void Samples_OfAPacket_WaitNoLongerThanTheirProfileSays(StreamProfile profile, uint periodNs, int samples) =>
        PacketSizes.SamplesPerPacket(profile, periodNs, 515).ShouldBe(samples);

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

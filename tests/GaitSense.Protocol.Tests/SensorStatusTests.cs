using System.Buffers;

namespace GaitSense.Protocol.Tests;

/// <summary>What a sensor tells of its own state.</summary>
public sealed class SensorStatusTests
{
    // 0 is what sensors send that do not measure it; 255 says so.
    [Theory, InlineData(0, null), InlineData(1, 1), InlineData(50, 50), InlineData(100, 100), InlineData(101, null), InlineData(255, null)]
    public void Battery_IsKnownFromOneToAHundredPercent(byte percent, int? known) => SensorStatus.KnownBattery(percent).ShouldBe(known);

    [Fact]
    public void Status_ThatNoSensorMaySend_IsNotWritten()
    {
        byte[] bytes = new byte[SensorStatus.Size];
        new SensorStatus { BatteryPercent = 101 }.TryWrite(bytes).ShouldBe(OperationStatus.InvalidData);
        new SensorStatus { LastReset = (ResetReason)6 }.TryWrite(bytes).ShouldBe(OperationStatus.InvalidData);
        new SensorStatus { Marks = (StatusMarks)0x20 }.TryWrite(bytes).ShouldBe(OperationStatus.InvalidData);
    }

    [Theory, InlineData(19, OperationStatus.DestinationTooSmall), InlineData(20, OperationStatus.Done), InlineData(64, OperationStatus.Done)]
    public void Status_IsWrittenWhereTwentyBytesHaveRoom(int room, OperationStatus expected) => default(SensorStatus).TryWrite(new byte[room]).ShouldBe(expected);

    [Fact]
    public void StreamInfo_OfAnotherMajorVersion_IsNotWritten()
    {
        StreamInfo.TryRead(Convert.FromHexString("11070000FECA0000404B4C00803E204EC4090104"), out StreamInfo info).ShouldBe(OperationStatus.Done);
        (info with { Version = new(0x21) }).TryWrite(new byte[StreamInfo.Size]).ShouldBe(OperationStatus.InvalidData);
    }
}

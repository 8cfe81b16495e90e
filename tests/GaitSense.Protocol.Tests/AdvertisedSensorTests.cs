using System.Buffers;

namespace GaitSense.Protocol.Tests;

/// <summary>What a sensor says of itself before anybody connects to it.</summary>
public sealed class AdvertisedSensorTests
{
    private static readonly AdvertisedSensor Left = new() { Version = new(0x11), Foot = SensorFoot.Left, BatteryPercent = 87 };

    // Of a later major version only the first three bytes are known (SPEC.md, section 12).
    [Theory, InlineData("475311", "1.1"), InlineData("475330", "3.0"), InlineData("475310015700", "1.0")]
    public void Version_OfAnyMajor_IsReadFromTheFirstThreeBytes(string hex, string version)
    {
        AdvertisedSensor.TryReadVersion(Convert.FromHexString(hex), out ProtocolVersion read).ShouldBeTrue();
        read.ToString().ShouldBe(version);
    }

    [Theory, InlineData(""), InlineData("4753"), InlineData("585311"), InlineData("475811"), InlineData("010203040506")]
    public void Version_OfOtherDataUnderTheSameCompany_IsNone(string hex)
    {
        AdvertisedSensor.TryReadVersion(Convert.FromHexString(hex), out ProtocolVersion read).ShouldBeFalse();
        read.Byte.ShouldBe((byte)0);
    }

    [Fact]
    public void Sensor_ThatNobodyMayAdvertise_IsNotWritten()
    {
        byte[] bytes = new byte[AdvertisedSensor.Size];
        (Left with { Version = new(0x20) }).TryWrite(bytes).ShouldBe(OperationStatus.InvalidData);
        (Left with { Foot = (SensorFoot)3 }).TryWrite(bytes).ShouldBe(OperationStatus.InvalidData);
        (Left with { BatteryPercent = 101 }).TryWrite(bytes).ShouldBe(OperationStatus.InvalidData);
    }

    [Theory, InlineData(5, OperationStatus.DestinationTooSmall), InlineData(6, OperationStatus.Done), InlineData(24, OperationStatus.Done)]
    public void Sensor_IsWrittenWhereSixBytesHaveRoom(int room, OperationStatus expected) => Left.TryWrite(new byte[room]).ShouldBe(expected);
}

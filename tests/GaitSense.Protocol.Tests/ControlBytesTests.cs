using System.Buffers;

namespace GaitSense.Protocol.Tests;

/// <summary>Requests and answers at the ends of what they may say.</summary>
public sealed class ControlBytesTests
{
    [Theory]
    [InlineData("01010F0F", PacketFault.None)] // the last major version that four bits have
    [InlineData("01010110", PacketFault.OutOfRange)]
    [InlineData("01011010", PacketFault.OutOfRange)]
    [InlineData("01010001", PacketFault.OutOfRange)]
    public void Hello_NamesMajorVersionsOneToFifteen(string hex, PacketFault expected) => ControlRequest.Check(Convert.FromHexString(hex)).ShouldBe(expected);

    [Theory]
    [InlineData("81010311" + "0F0F" + "0001", PacketFault.None)]
    [InlineData("81010311" + "0F10" + "0001", PacketFault.OutOfRange)]
    [InlineData("81010311" + "1010" + "0001", PacketFault.OutOfRange)]
    public void HelloAnswer_NamesMajorVersionsOneToFifteen(string hex, PacketFault expected) => ControlAnswer.Check(Convert.FromHexString(hex)).ShouldBe(expected);

    [Theory]
    [InlineData("820100" + "01009001" + "803E204E400007", PacketFault.None)] // 1 to 400 Hz
    [InlineData("820100" + "C800C800" + "803E204E400007", PacketFault.None)] // one rate alone
    [InlineData("820100" + "00009001" + "803E204E400007", PacketFault.OutOfRange)]
    public void LimitsAnswer_HasRatesFromOneHertzInTheirOrder(string hex, PacketFault expected) => ControlAnswer.Check(Convert.FromHexString(hex)).ShouldBe(expected);

    [Fact]
    public void LimitsAnswer_WithReservedFeatures_IgnoresThem()
    {
        ControlAnswer.TryRead(Convert.FromHexString("820100" + "19009001" + "803E204E4000" + "F9"), out ControlAnswer answer).ShouldBe(OperationStatus.Done);
        answer.Limits.Features.ShouldBe(SensorFeatures.Motor);
    }

    [Fact]
    public void Parameters_OfAnotherRequest_AreNotMadeUp() =>
        Should.Throw<InvalidOperationException>(() =>
        {
            ControlRequest.TryRead(Convert.FromHexString("0301C800803E204E00"), out ControlRequest configure);
            _ = configure.HostTime;
        }).Message.ShouldContain("Configure, not Time");

    [Fact]
    public void Parameters_OfAnotherAnswer_AreNotMadeUp() =>
        Should.Throw<InvalidOperationException>(() =>
        {
            ControlAnswer.TryRead(Convert.FromHexString("830100404B4C00803E204E0004"), out ControlAnswer configure);
            _ = configure.Hello;
        }).Message.ShouldContain("no parameters of Hello");

    [Fact]
    public void Parameters_ThatNoSensorMayAccept_AreNotWritten() =>
        Should.Throw<ArgumentException>(() => ControlRequests.WriteConfigure(new byte[ControlRequest.MaxSize], 1, StreamSettings.Default with { RateHz = 0 })).Message.ShouldContain("Configure");
}

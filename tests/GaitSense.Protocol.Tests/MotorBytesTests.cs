using System.Buffers;
using FsCheck;
using FsCheck.Fluent;

namespace GaitSense.Protocol.Tests;

/// <summary>What makes a motor run, byte by byte, in both protocols that have one.</summary>
public sealed class MotorBytesTests
{
    private static readonly Gen<MotorCommand> Pulses =
        from strength in Gen.Choose(1, 255)
        from ms in Gen.Choose(1, 1000)
        from start in Gen.OneOf(Gen.Constant((uint?)null), Gen.Choose(int.MinValue, int.MaxValue).Select(s => (uint?)unchecked((uint)s)))
        select new MotorCommand { Strength = (byte)strength, Pulses = 1, OnMs = (ushort)ms, StartUs = start };

    [Fact]
    public void GaitSense_AnyPulse_IsTheTwelveBytesOfTheSpecification() => Prop.ForAll(Pulses.ToArbitrary(), command =>
    {
        byte[] bytes = new byte[MotorCommand.Size];
        command.TryWrite(bytes).ShouldBe(OperationStatus.Done);
        uint start = command.StartUs ?? 0;
        bytes.ShouldBe(
        [
            command.StartUs is null ? (byte)0 : (byte)1, command.Strength, 1, 0, (byte)command.OnMs, (byte)(command.OnMs >> 8), 0, 0,
            (byte)start, (byte)(start >> 8), (byte)(start >> 16), (byte)(start >> 24),
        ]);
        MotorCommand.TryRead(bytes, out MotorCommand read).ShouldBe(OperationStatus.Done);
        read.ShouldBe(command);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void MetaMotion_AnyPulse_IsTheMakersSixBytes() => Prop.ForAll(Pulses.ToArbitrary(), command =>
    {
        SensorDialogue dialogue = SensorProfiles.MetaMotion.Open(StreamSettings.Default);
        bool isSent = dialogue.TryVibrate(command, out SensorStep write);
        isSent.ShouldBe(command.StartUs is null, "it cannot be told when to start");
        if (!isSent) return;
        byte[] bytes = write.Value.ToArray();
        bytes.ShouldBe([0x08, 0x01, (byte)(command.Strength * 248 / 255), (byte)command.OnMs, (byte)(command.OnMs >> 8), 0x00]);
        bytes[2].ShouldBeLessThanOrEqualTo((byte)248);
        write.WithResponse.ShouldBeFalse();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void MetaMotion_ToStop_IsAPulseWithoutStrength()
    {
        SensorProfiles.MetaMotion.Open(StreamSettings.Default).TryVibrate(MotorCommand.Stop, out SensorStep write).ShouldBeTrue();
        Convert.ToHexString(write.Value.Span).ShouldBe("080100010000");
    }

    // 20 pulses, 1 to 1000 ms on, up to 1000 ms off, 5 s in all: both ends of each (SPEC.md, section 8).
    [Theory]
    [InlineData(1, 1, 0, OperationStatus.Done)]
    [InlineData(1, 1000, 1000, OperationStatus.Done)]
    [InlineData(20, 1, 0, OperationStatus.Done)]
    [InlineData(5, 600, 500, OperationStatus.Done)] // 5 on and 4 off between them: 5000 ms
    [InlineData(5, 600, 501, OperationStatus.InvalidData)]
    [InlineData(0, 1, 0, OperationStatus.InvalidData)]
    [InlineData(21, 1, 0, OperationStatus.InvalidData)]
    [InlineData(1, 0, 0, OperationStatus.InvalidData)]
    [InlineData(1, 1001, 0, OperationStatus.InvalidData)]
    [InlineData(1, 1, 1001, OperationStatus.InvalidData)]
    public void Pattern_AtTheEndsOfWhatAMotorMayDo_IsWrittenOrRefused(byte pulses, ushort onMs, ushort offMs, OperationStatus expected) =>
        new MotorCommand { Strength = 255, Pulses = pulses, OnMs = onMs, OffMs = offMs }.TryWrite(new byte[MotorCommand.Size]).ShouldBe(expected);

    [Fact]
    public void Stop_WithAStart_IsAtOnce()
    {
        byte[] bytes = new byte[MotorCommand.Size];
        new MotorCommand { Strength = 0, StartUs = 1_000_000 }.TryWrite(bytes).ShouldBe(OperationStatus.Done);
        bytes.ShouldAllBe(b => b == 0);
    }

    [Theory, InlineData(11, OperationStatus.DestinationTooSmall), InlineData(12, OperationStatus.Done), InlineData(14, OperationStatus.Done)]
    public void Command_IsWrittenWhereTwelveBytesHaveRoom(int room, OperationStatus expected) => MotorCommand.Stop.TryWrite(new byte[room]).ShouldBe(expected);

    [Fact]
    public void MetaMotion_ThatCannotDoThePattern_IsWrittenNothing()
    {
        SensorProfiles.MetaMotion.Open(StreamSettings.Default).TryVibrate(new() { Strength = 255, Pulses = 2, OnMs = 100 }, out SensorStep write).ShouldBeFalse();
        write.ShouldBe(default);
    }

    [Fact]
    public void Sensors_ThatTakeAStart_AreThoseWithAClockToTellItBy() =>
        SensorProfiles.All.Where(p => p.Limits.TimesMotor).ShouldAllBe(p => p.Limits.HasMotor && p.Limits.HasClockExchange);
}

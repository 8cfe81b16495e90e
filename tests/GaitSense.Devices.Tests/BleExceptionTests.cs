namespace GaitSense.Devices.Tests;

public sealed class BleExceptionTests
{
    public static TheoryData<BleFailure> Failures => [.. Enum.GetValues<BleFailure>()];

    [Theory, MemberData(nameof(Failures))]
    public void Message_OfEachFailure_IsOneLineWithWhereWhatAndAdvice(BleFailure failure)
    {
        string message = new BleException(failure, "hci0").Message;
        message.ShouldStartWith("hci0: ");
        message.ShouldContain("; ");
        message.ShouldNotContain("\n");
    }

    [Fact]
    public void Message_OfEachFailure_IsItsOwn() =>
        Enum.GetValues<BleFailure>().Select(f => new BleException(f, "x").Message).Distinct(StringComparer.Ordinal).Count()
            .ShouldBe(Enum.GetValues<BleFailure>().Length);

    [Fact]
    public void Message_WithControlCharactersFromTheAir_IsOneLine()
    {
        string message = new BleException(BleFailure.ConnectionLost, "Evil\u001b[31m\nName", "a\r\nb").Message;
        message.ShouldNotContain("\n");
        message.ShouldNotContain("\u001b");
    }

    [Theory]
    [InlineData(BleFailure.DeviceNotFound, true)]
    [InlineData(BleFailure.ConnectionLost, true)]
    [InlineData(BleFailure.ServiceAbsent, true)]
    [InlineData(BleFailure.NoAdapter, true)]
    [InlineData(BleFailure.PermissionDenied, false)]
    [InlineData(BleFailure.ServiceMissing, false)]
    public void IsTransient_ByFailure_SaysWhetherTryingAgainHelps(BleFailure failure, bool transient) =>
        new BleException(failure, "x").IsTransient.ShouldBe(transient);
}

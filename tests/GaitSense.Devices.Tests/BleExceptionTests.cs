using GaitSense.Core;

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

    // Escape sequences, line ends of all kinds, and writing that is turned round.
    [Theory, InlineData("Evil\u001b[31m\nName"), InlineData("a\r\nb"), InlineData("a\u2028b\u0085c"), InlineData("GaitSense \u202etfel\u202c"), InlineData("\u2066x\u2069\u200f")]
    public void Message_WithWhatDoesNotPrintFromTheAir_IsOneLineOfPlainText(string fromTheAir)
    {
        string message = new BleException(BleFailure.ConnectionLost, fromTheAir, fromTheAir).Message;
        message.EnumerateRunes().ShouldAllBe(r => OutsideText.Prints(r));
        message.ShouldContain("?");
    }

    [Fact]
    public void Message_WithANameOfTenKilobytes_StillEndsWithWhatToDo()
    {
        string ordinary = new BleException(BleFailure.ConnectionLost, "hci0").Message, message = new BleException(BleFailure.ConnectionLost, new string('n', 10_000), new string('d', 10_000)).Message;
        message.Length.ShouldBeLessThan(ordinary.Length + 450);
        message.ShouldEndWith(ordinary[ordinary.IndexOf(';', StringComparison.Ordinal)..]);
        // Whole pairs, wherever it is cut.
        for (int i = 0; i < 2; i++)
            new BleException(BleFailure.ConnectionLost, new string('n', i) + string.Concat(Enumerable.Repeat("👣", 200))).Message.ShouldNotContain("?");
    }

    [Fact]
    public void Message_WithANameInAnyLetters_KeepsThem() => new BleException(BleFailure.ConnectionLost, "Größe 左 👣").Message.ShouldStartWith("Größe 左 👣: ");

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

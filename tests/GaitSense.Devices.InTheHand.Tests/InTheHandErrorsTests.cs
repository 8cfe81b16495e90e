namespace GaitSense.Devices.InTheHand.Tests;

public sealed class InTheHandErrorsTests
{
    public static TheoryData<Exception, BleFailure> Known => new()
    {
        { new UnauthorizedAccessException(), BleFailure.PermissionDenied },
        { new PlatformNotSupportedException(), BleFailure.NotSupported },
        { new TimeoutException(), BleFailure.Timeout },
        { System(0x8007048F), BleFailure.AdapterOff },
        { System(0x80650005), BleFailure.PairingRequired },
        { new InvalidOperationException(), BleFailure.Failed },
    };

    private static InvalidOperationException System(uint code) => new("said the system") { HResult = unchecked((int)code) };

    [Theory, MemberData(nameof(Known))]
    public void Classify_ExceptionsOfTheSystems_SayWhatTheyMean(Exception exception, BleFailure expected) => InTheHandErrors.Classify(exception).ShouldBe(expected);

    [Fact]
    public async Task TranslateAsync_Failure_CarriesWhereAndCause()
    {
        Exception cause = System(0x8007048F);
        BleException e = await Should.ThrowAsync<BleException>(() => InTheHandErrors.TranslateAsync(Task.FromException(cause), "GaitL", TestContext.Current.CancellationToken));
        e.Failure.ShouldBe(BleFailure.AdapterOff);
        e.InnerException.ShouldBe(cause);
        e.Message.ShouldStartWith("GaitL: ");
    }

    [Fact]
    public async Task TranslateAsync_Cancelled_StaysCancelled() =>
        await Should.ThrowAsync<OperationCanceledException>(() => InTheHandErrors.TranslateAsync(Task.FromCanceled(new CancellationToken(canceled: true)), "x", TestContext.Current.CancellationToken));

    [Fact]
    public void ReferenceAssembly_OfTheLibrary_IsNotBesideThePrograms()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Windows and macOS have the library itself.");
        File.Exists(Path.Combine(AppContext.BaseDirectory, "InTheHand.BluetoothLE.dll")).ShouldBeFalse();
        typeof(IBleCentral).IsAssignableFrom(typeof(InTheHandCentral)).ShouldBeTrue();
    }
}

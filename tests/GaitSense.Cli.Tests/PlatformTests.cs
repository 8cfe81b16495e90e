using GaitSense.Cli.App;
using GaitSense.Devices;
using GaitSense.Devices.Linux;

namespace GaitSense.Cli.Tests;

public sealed class PlatformTests
{
    [Fact]
    public void OpenCentral_OnLinux_IsBlueZAndLoadsNothingElse()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Windows and macOS load the library.");
        Platform.OpenCentral("hci0").ShouldBeOfType<BlueZCentral>();
        AppDomain.CurrentDomain.GetAssemblies().ShouldNotContain(a => a.GetName().Name == "InTheHand.BluetoothLE");
    }

    [Fact]
    public async Task Walk_AtTheSpeedOfLife_RaisesItsThread()
    {
        List<(ThreadRank Rank, string? Thread)> raised = [];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await Cli.RunAsync(["walk", "--simulate", "healthy", "--duration", "10", "--plain"], t => t with { Time = TimeProvider.System, Raise = Note }, stop.Token);
        raised.ShouldBe([(ThreadRank.Walk, "walk")]);

        SoundPriority Note(ThreadRank rank)
        {
            raised.Add((rank, Thread.CurrentThread.Name));
            stop.Cancel();
            return SoundPriority.Normal;
        }
    }
}

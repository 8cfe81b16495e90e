using System.Net.Sockets;
using GaitSense.Core;
using GaitSense.Devices.Linux;
using GaitSense.Devices.Linux.Tests;

namespace GaitSense.Cli.Tests;

/// <summary>What a person reads when sensors are found and connected, over the real backend and a bluetoothd of the test's own.</summary>
public sealed class RadioConnectTests
{
    [Theory]
    [InlineData("le-connection-abort-by-local", "this computer's Bluetooth gave up the attempt")]
    [InlineData("le-connection-abort-by-remote", "the sensor ended the attempt")]
    public async Task FirstAttemptOfEachFootIsAborted_IsSaidWithWhoEndedItAndBothAreConnectedAgain(string text, string who)
    {
        await using RadioScene scene = await RadioScene.StartAsync(new() { Refuse = attempt => attempt == 1 ? ("org.bluez.Error.Failed", text) : null });
        await scene.WalkAsync();
        Cli.Outcome outcome = await scene.StopAsync();
        foreach ((string foot, string id) in new[] { ("left", RadioScene.LeftId), ("right", RadioScene.RightId) })
            outcome.Errors.ShouldContain(l => l.StartsWith($"{foot}: NOT CONNECTED (GaitSense ({id}): the connection could not be made ({who}", StringComparison.Ordinal) && l.EndsWith("); trying again", StringComparison.Ordinal), outcome.Error);
        outcome.ShouldEndWithLinks("0 reconnects", "0 reconnects");
    }

    [Fact]
    public async Task AnotherProgramConnectsForAMoment_IsWaitedForWithoutAWord()
    {
        await using RadioScene scene = await RadioScene.StartAsync(new() { Refuse = attempt => attempt < 5 ? Busy : null });
        await scene.WalkAsync();
        Cli.Outcome outcome = await scene.StopAsync();
        outcome.Error.ShouldNotContain("NOT CONNECTED");
        outcome.ShouldEndWithLinks("0 reconnects", "0 reconnects");
    }

    [Fact]
    public async Task TwoPairsInTheRoom_NoneIsTakenAndEachIsNamed()
    {
        await using RadioScene scene = await RadioScene.StartAsync();
        await scene.AddAsync(Foot.Left, "C0:00:00:00:00:03");
        await scene.AddAsync(Foot.Right, "C0:00:00:00:00:04");
        scene.Run("walk", "--ble", "--plain");
        (await scene.EndAsync()).ShouldFailInOneLine("4 foot sensors are in range", RadioScene.LeftId, RadioScene.RightId, "C0:00:00:00:00:03", "C0:00:00:00:00:04", "--left ID --right ID");
        File.Exists(scene.SensorsFile).ShouldBeFalse();
        Calls(scene, "Connect").ShouldBe(0);
    }

    [Fact]
    public async Task PairedSensorsWithoutMotorAndBatteryService_KeepTheirPairing()
    {
        await using RadioScene scene = await RadioScene.StartAsync(new() { HasMotor = false, Battery = 255 });
        await scene.WalkAsync();
        (await scene.StopAsync()).ShouldEndWithLinks("0 reconnects", "0 reconnects");
        Calls(scene, "RemoveDevice").ShouldBe(0);
        Calls(scene, "Disconnect").ShouldBe(2);
    }

    [Theory, InlineData(0), InlineData(255)]
    public async Task BatteryThatIsNotMeasured_IsNotSaidToBeEmpty(byte level)
    {
        await using RadioScene scene = await RadioScene.StartAsync(new() { Battery = level });
        await scene.WalkAsync();
        Cli.Outcome outcome = await scene.StopAsync();
        (outcome.Out + outcome.Error).ShouldNotContain("battery");
        outcome.ShouldEndWithLinks("0 reconnects", "0 reconnects");
    }

    [Theory, InlineData(23, true), InlineData(247, false)]
    public async Task SmallestMtuOrNoSockets_GiveTheSameWalk(int mtu, bool givesSockets)
    {
        await using RadioScene scene = await RadioScene.StartAsync(new() { Mtu = (ushort)mtu, GivesSockets = givesSockets });
        await scene.WalkAsync();
        Cli.Outcome outcome = await scene.StopAsync();
        outcome.Error.ShouldNotContain("LOST");
        outcome.ShouldEndWithLinks("0 malformed, 0 dropped, 0 reconnects", "0 malformed, 0 dropped, 0 reconnects");
    }

    [Theory]
    [InlineData(false, "cannot be reached")]
    [InlineData(true, "does not answer")]
    public async Task BusOnWhichNobodyListensOrThatNeverAnswers_IsOneLineWithWhatToStart(bool listens, string what)
    {
        using var folder = new RecordingsFolder();
        using var nobody = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        if (listens)
        {
            nobody.Bind(new UnixDomainSocketEndPoint(folder["bus"]));
            nobody.Listen();
        }

        foreach (string[] args in (string[][])[["scan"], ["walk", "--ble"]])
        {
            Cli.Outcome outcome = await Cli.RunAsync(args, t => t with { Bluetooth = adapter => new BlueZCentral(adapter, $"unix:path={folder["bus"]}"), SensorsFile = folder["sensors.json"] }, TestContext.Current.CancellationToken);
            outcome.ShouldFailInOneLine("Bluetooth service is not running", what, "systemctl start bluetooth");
        }
    }

    [Theory]
    [InlineData("off", "hci0: the Bluetooth adapter is switched off", "switch it on")]
    [InlineData("other", "hci7: no such Bluetooth adapter (there is hci0)", "choose another with --adapter")]
    [InlineData("service", "Bluetooth service is not running (bluetoothd is not on the system bus)", "systemctl start bluetooth")]
    public async Task AdapterOffOrMissingOrNoService_IsOneLineWithWhatToDo(string what, string says, string advice)
    {
        await using RadioScene scene = await RadioScene.StartAsync();
        if (string.Equals(what, "off", StringComparison.Ordinal)) scene.Bluetoothd.Change(FakeBlueZ.Adapter, "Powered", false);
        if (string.Equals(what, "service", StringComparison.Ordinal)) await scene.Bluetoothd.LoseNameAsync();
        scene.Run(["walk", "--ble", .. string.Equals(what, "other", StringComparison.Ordinal) ? (string[])["--adapter", "hci7"] : []]);
        (await scene.EndAsync()).ShouldFailInOneLine(says, advice);
    }

    private static (string Name, string Text)? Busy => ("org.bluez.Error.InProgress", "Operation already in progress");

    private static int Calls(RadioScene scene, string member)
    {
        lock (scene.Bluetoothd.Calls) return scene.Bluetoothd.Calls.Count(c => string.Equals(c, member, StringComparison.Ordinal));
    }
}

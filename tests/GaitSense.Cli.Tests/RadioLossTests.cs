using GaitSense.Core;
using GaitSense.Devices.Linux;
using GaitSense.Devices.Linux.Tests;

namespace GaitSense.Cli.Tests;

/// <summary>What a person reads when a sensor, the adapter or the Bluetooth service goes away in the middle of a walk and comes back, over the real backend and a bluetoothd of the test's own.</summary>
public sealed class RadioLossTests
{
    [Fact]
    public async Task SensorComesBackUnderAnotherAddress_IsFoundByItsFoot()
    {
        await using RadioScene scene = await RadioScene.StartAsync();
        await scene.WalkAsync(search: true);
        scene[Foot.Left].Vanish();
        await scene.ListenAsync("left: LOST (");
        const string Another = "C0:00:00:00:00:0A";
        await scene.AddAsync(Foot.Left, Another);
        await scene.ListenAsync($"left: the left sensor is heard at another address, {Another}; connecting to it");
        await scene.ListenAsync("left: live");
        (await scene.StopAsync()).ShouldEndWithLinks("1 reconnects", "0 reconnects");
    }

    [Fact]
    public async Task SensorFallsSilentWhileConnected_IsSaidAndConnectedAgain()
    {
        await using RadioScene scene = await RadioScene.StartAsync();
        await scene.WalkAsync();
        scene[Foot.Left].IsMuted = true;
        await scene.ListenAsync($"left: LOST ({RadioScene.LeftId}: the sensor is connected, but gives no samples (it is silent, for 2 s)");
        scene[Foot.Left].IsMuted = false;
        await scene.ListenAsync("left: live");
        (await scene.StopAsync()).ShouldEndWithLinks("1 reconnects", "0 reconnects");
    }

    [Fact]
    public async Task AdapterIsSwitchedOffAndOn_SaysWhatToSwitchOn()
    {
        await using RadioScene scene = await RadioScene.StartAsync();
        await scene.WalkAsync();
        scene.Bluetoothd.Change(FakeBlueZ.Adapter, "Powered", false);
        LoseBoth(scene);
        await scene.ListenAsync("LOST (hci0: the Bluetooth adapter is switched off; switch it on");
        await scene.ListenAsync("LOST (hci0: the Bluetooth adapter is switched off; switch it on");
        scene.Bluetoothd.Change(FakeBlueZ.Adapter, "Powered", true);
        await scene.ListenAsync(": live");
        await scene.ListenAsync(": live");
        (await scene.StopAsync()).ShouldEndWithLinks("1 reconnects", "1 reconnects");
    }

    [Fact]
    public async Task LinkIsLost_OneFootIsLostAndTheOtherGoesOn()
    {
        await using RadioScene scene = await RadioScene.StartAsync();
        await scene.WalkAsync();
        scene[Foot.Left].Lose();
        await scene.ListenAsync($"left: LOST (GaitSense ({RadioScene.LeftId}): the connection was lost; bring the sensor nearer");
        await scene.ListenAsync("left: live");
        Cli.Outcome outcome = await scene.StopAsync();
        outcome.Error.ShouldNotContain("right: LOST");
        outcome.Error.ShouldContain("Left sensor: the connection was lost and made again once.");
        outcome.Error.ShouldContain("Left sensor: its samples are there for ");
        outcome.ShouldEndWithLinks("1 reconnects", "0 reconnects");
    }

    [Fact]
    public async Task BluetoothServiceIsRestarted_IsSaidOnceAndBothComeBack()
    {
        await using RadioScene scene = await RadioScene.StartAsync();
        await scene.WalkAsync();
        LoseBoth(scene);
        await scene.Bluetoothd.LoseNameAsync();
        await scene.ListenAsync("the system's Bluetooth service is not running");
        await scene.ListenAsync("the system's Bluetooth service is not running");
        await scene.Bluetoothd.TakeNameAsync();
        await scene.ListenAsync(": live");
        await scene.ListenAsync(": live");
        Cli.Outcome outcome = await scene.StopAsync();
        outcome.Errors.Count(l => l.Contains("is not running", StringComparison.Ordinal)).ShouldBe(2, outcome.Error);
        outcome.ShouldEndWithLinks("1 reconnects", "1 reconnects");
    }

    [Fact]
    public async Task AdapterIsPulledAndComesBackUnderAnotherName_BothComeBack()
    {
        await using RadioScene scene = await RadioScene.StartAsync();
        await scene.WalkAsync();
        scene[Foot.Left].Vanish();
        scene[Foot.Right].Vanish();
        scene.Bluetoothd.Remove(FakeBlueZ.Adapter);
        await scene.ListenAsync("LOST (hci0: no such Bluetooth adapter (there is none); plug one in");
        await scene.ListenAsync("LOST (hci0: no such Bluetooth adapter (there is none); plug one in");
        scene.Bluetoothd.Add(BlueZNames.AdapterPath("hci1"), BlueZNames.Adapter, ("Powered", true), ("Address", "00:11:22:33:44:55"));
        await scene.AddAsync(Foot.Left, RadioScene.LeftId, adapter: "hci1");
        await scene.AddAsync(Foot.Right, RadioScene.RightId, adapter: "hci1");
        await scene.ListenAsync(": live");
        await scene.ListenAsync(": live");
        (await scene.StopAsync()).ShouldEndWithLinks("1 reconnects", "1 reconnects");
    }

    private static void LoseBoth(RadioScene scene)
    {
        scene[Foot.Left].Lose();
        scene[Foot.Right].Lose();
    }
}

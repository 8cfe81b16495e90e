namespace GaitSense.Lab.Tests;

/// <summary>Our BlueZ backend against the real bluetoothd and sensors on an emulated radio.</summary>
public sealed class BlueZCentralTests
{
    private const string Left = "name=GaitL,rate=200", Right = "name=GaitR,rate=200";

    [Fact]
    public async Task Stream_TwoSensorsAt200Hz_LoseNothingAndAllocateNothing()
    {
        Assert.SkipUnless(FullRun.IsWanted, "A long run: .ci/full has it (GAITSENSE_FULL=1); two feet at 200 Hz lose nothing in WalkTests.");
        LabRun run = (await BleLab.RunScenarioAsync([Left, Right], "stream", "6", "2")).ShouldHaveSucceeded();
        foreach (string sensor in new[] { "sensor1", "sensor2" })
        {
            run.Number(sensor + ".received").ShouldBeGreaterThan(1000);
            run.Number(sensor + ".lost").ShouldBe(0);
            run.Number(sensor + ".duplicated").ShouldBe(0);
            run.Number(sensor + ".disordered").ShouldBe(0);
        }

        // Any object a notification would be 24 bytes or more; what the runtime allocates for itself (more of it on a busy machine) is spread over all.
        run.Number("bytes_per_notification").ShouldBeLessThan(12);
        run.Number("mtu").ShouldBe(247);
    }

    [Theory]
    [InlineData("vanish", "ConnectionLost", "ready")]
    [InlineData("hangup", "ConnectionLost", "ready")]
    [InlineData("power", "AdapterOff", "AdapterOff")]
    [InlineData("daemon", "ServiceAbsent", "ServiceAbsent")]
    public async Task Link_Fault_IsNamedAndDataFlowAgain(string fault, string failure, string state)
    {
        Assert.SkipUnless(
            FullRun.IsWanted, "A long run: .ci/full has it (GAITSENSE_FULL=1); the same over a fake bluetoothd is in RadioLossTests, a sensor that vanishes and returns here in WalkTests (loss, bursts).");
        LabRun run = (await BleLab.RunScenarioAsync([Left], fault)).ShouldHaveSucceeded();
        run.Fact("failure").ShouldBe(failure);
        run.Fact("state").ShouldBe(state);
        run.Number("late_packets").ShouldBe(0);
        run.Fact("done").ShouldBe("yes");
    }

    [Fact]
    public async Task Link_LeftBehindByAKilledProgram_IsTakenOver()
    {
        LabRun run = (await BleLab.RunScenarioAsync([Left], "orphan")).ShouldHaveSucceeded();
        run.Fact("left_behind").ShouldBe("True");
        run.Fact("done").ShouldBe("yes");
    }

    [Fact]
    public async Task Link_ManyReconnects_LeaveNothingBehind()
    {
        string many = FullRun.IsWanted ? "50" : "20", last = $"after{many}";
        LabRun run = (await BleLab.RunScenarioAsync([Left], "reconnects", many)).ShouldHaveSucceeded();
        run.Number(last + ".sockets").ShouldBe(run.Number("after5.sockets"));
        run.Number(last + ".descriptors").ShouldBeLessThanOrEqualTo(run.Number("after5.descriptors") + 10); // the runtime's own; one per link would be 15 or 45
        run.Number(last + ".threads").ShouldBeLessThanOrEqualTo(run.Number("after5.threads") + 3); // the pool's come and go
        run.Number(last + ".managed_kb").ShouldBeLessThanOrEqualTo(run.Number("after5.managed_kb") + 200);
    }

    [Fact]
    public async Task Cost_OfAWrite_IsSmall()
    {
        Assert.SkipUnless(FullRun.IsWanted, "A long run: .ci/full has it (GAITSENSE_FULL=1).");
        LabRun run = (await BleLab.RunScenarioAsync([Left], "cost", "300")).ShouldHaveSucceeded();
        run.Number("write.bytes").ShouldBeLessThan(3000); // 2000 when this was written, 3500 over sd-bus
        run.Number("cost.lost").ShouldBe(0);
    }

    [Fact]
    public async Task Check_WithoutBluetoothd_SaysSo()
    {
        Assert.SkipUnless(FullRun.IsWanted, "A long run: .ci/full has it (GAITSENSE_FULL=1); the same over a fake bluetoothd is in RadioConnectTests.");
        LabRun run = (await BleLab.RunAsync(["--no-bluetoothd"], ["dotnet", BleLab.Program, "check", "hci0"])).ShouldHaveSucceeded();
        run.Fact("adapter").ShouldStartWith("hci0 ServiceAbsent");
        run.Fact("connect").ShouldStartWith("ServiceAbsent");
    }

    [Fact]
    public async Task Check_AdapterOffAndMissing_SaySo()
    {
        Assert.SkipUnless(FullRun.IsWanted, "A long run: .ci/full has it (GAITSENSE_FULL=1); the same over a fake bluetoothd is in RadioConnectTests.");
        (await BleLab.RunAsync(["--power", "none"], ["dotnet", BleLab.Program, "check", "hci1"])).ShouldHaveSucceeded().Fact("connect").ShouldStartWith("AdapterOff");
        (await BleLab.RunAsync([], ["dotnet", BleLab.Program, "check", "hci7"])).ShouldHaveSucceeded().Fact("connect").ShouldStartWith("NoAdapter");
    }
}

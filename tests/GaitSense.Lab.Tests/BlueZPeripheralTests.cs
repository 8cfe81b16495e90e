namespace GaitSense.Lab.Tests;

/// <summary>Our peripheral and our central, two processes on two emulated controllers, bluetoothd between them.</summary>
public sealed class BlueZPeripheralTests
{
    [Fact]
    public async Task Peripheral_OurCentral_ReadsWritesStreamsAndComesBackAfterAKill()
    {
        LabRun run = (await BleLab.RunScenarioAsync([], "duplex", "5")).ShouldHaveSucceeded();
        run.Fact("found").ShouldBe("GaitSoft 010203");
        run.Number("read").ShouldBe(60); // longer than one PDU of the first MTU
        run.Output.ShouldContain("sensor_written=with\n");
        run.Output.ShouldContain("sensor_written=without\n");
        run.Number("duplex.received").ShouldBeGreaterThan(500);
        run.Number("duplex.lost").ShouldBe(0);
        run.Fact("killed").ShouldBe("ConnectionLost");
        run.Fact("done").ShouldBe("yes");
    }
}

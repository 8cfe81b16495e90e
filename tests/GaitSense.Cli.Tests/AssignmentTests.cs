using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Devices;

namespace GaitSense.Cli.Tests;

/// <summary>Which sensor is on which foot. None of them can be connected to: the command says which it would take, and ends.</summary>
public sealed class AssignmentTests : IDisposable
{
    private const string A = "C0:00:00:00:00:0A", B = "C0:00:00:00:00:0B", C = "C0:00:00:00:00:0C";

    private readonly RecordingsFolder _folder = new();

    [Theory]
    [InlineData(Foot.Left, Foot.Right, null, A, B)]
    [InlineData(Foot.Right, Foot.Left, null, B, A)]
    [InlineData(Foot.Left, Foot.Right, """{ "C0:00:00:00:00:0A": "right", "C0:00:00:00:00:0B": "left" }""", B, A)]
    [InlineData(null, null, """{ "c0:00:00:00:00:0a": "right", "C0:00:00:00:00:0B": "left" }""", B, A)]
    [InlineData(Foot.Left, Foot.Left, """{ "C0:00:00:00:00:0B": "right" }""", A, B)]
    public async Task Walk_TwoSensors_AreTakenAsRememberedOrElseAsTheySay(Foot? a, Foot? b, string? remembered, string left, string right)
    {
        Cli.Outcome outcome = await WalkAsync(remembered, FakeCentral.Sensor(A, a), FakeCentral.Sensor(B, b));
        outcome.Error.ShouldContain($"left: connecting to {left}\n");
        outcome.Error.ShouldContain($"right: connecting to {right}\n");
        outcome.ShouldEndInOneLine("not in range", "gaitsense scan");
        // They were never reached: nothing is known that was not known before.
        File.Exists(_folder["sensors.json"]).ShouldBe(remembered is not null);
    }

    [Fact]
    public async Task Walk_ASensorOfNoFootBesideTwoThatSay_IsLeftAlone()
    {
        Cli.Outcome outcome = await WalkAsync(remembered: null, FakeCentral.Sensor(C), FakeCentral.Sensor(A, Foot.Left), FakeCentral.Sensor(B, Foot.Right));
        outcome.Error.ShouldContain($"left: connecting to {A}\n");
        outcome.Error.ShouldContain($"right: connecting to {B}\n");
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(Foot.Left, Foot.Left)]
    [InlineData(Foot.Right, null)]
    public async Task Walk_TwoSensorsThatCannotBeTold_NamesBothAndSaysHowToTell(Foot? a, Foot? b) =>
        (await WalkAsync(remembered: null, FakeCentral.Sensor(A, a), FakeCentral.Sensor(B, b))).ShouldFailInOneLine(A, B, "--left ID --right ID", "remembered");

    [Fact]
    public async Task Walk_TwoPairsInTheRoom_TakesAndRemembersNoneAndSaysHowToChoose()
    {
        Cli.Outcome outcome = await WalkAsync(remembered: null, FakeCentral.Sensor(A, Foot.Left), FakeCentral.Sensor(B, Foot.Right), FakeCentral.Sensor(C, Foot.Left), FakeCentral.Sensor("C0:00:00:00:00:0D", Foot.Right));
        outcome.ShouldFailInOneLine("4 foot sensors", A, B, C, "C0:00:00:00:00:0D", "says it is the left one", "--left ID --right ID");
        File.Exists(_folder["sensors.json"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Walk_TwoPairsOfWhichOneIsRemembered_TakesThatOne()
    {
        Cli.Outcome outcome = await WalkAsync(
            $$"""{ "{{C}}": "left", "{{B}}": "right" }""", FakeCentral.Sensor(A, Foot.Left), FakeCentral.Sensor(B, Foot.Right), FakeCentral.Sensor(C, Foot.Left), FakeCentral.Sensor("C0:00:00:00:00:0D", Foot.Right));
        outcome.Error.ShouldContain($"left: connecting to {C}\n");
        outcome.Error.ShouldContain($"right: connecting to {B}\n");
    }

    [Fact]
    public async Task Walk_TwoPairsAndAPersonAtTheKeyboard_AsksWhichIsWorn()
    {
        var keys = new Queue<char>("x21");
        BleAdvertisement[] heard = [FakeCentral.Sensor(A, Foot.Left, rssi: -50), FakeCentral.Sensor(B, Foot.Right, rssi: -51), FakeCentral.Sensor(C, Foot.Left, rssi: -70), FakeCentral.Sensor("C0:00:00:00:00:0D", Foot.Right, rssi: -71)];
        Cli.Outcome outcome = await Cli.RunAsync(["walk", "--ble"], t => With(heard)(t) with { CanAsk = true, ReadKey = () => keys.TryDequeue(out char key) ? key : null }, TestContext.Current.CancellationToken);
        outcome.Error.ShouldContain("Which of these is worn on the left foot?");
        outcome.Error.ShouldContain($"left: connecting to {C}\n");
        outcome.Error.ShouldContain($"right: connecting to {B}\n");
    }

    [Fact]
    public async Task Walk_OneSensorOnly_SaysHowToWalkWithIt() =>
        (await WalkAsync(remembered: null, FakeCentral.Sensor(A, Foot.Left))).ShouldFailInOneLine("only one foot sensor", A, $"--left {A}");

    [Fact]
    public async Task Walk_NoSensor_SaysWhatToDo() => (await WalkAsync(remembered: null)).ShouldFailInOneLine("no foot sensor is in range", "gaitsense scan");

    [Theory]
    [InlineData("{ \"C0:00:00:00:00:0A\": \"lef")]
    [InlineData("[]")]
    [InlineData("{ \"C0:00:00:00:00:0A\": \"middle\" }")]
    [InlineData("{ \"C0:00:00:00:00:0A\": { \"foot\": 3 } }")]
    public async Task Walk_RememberedFeetThatCannotBeRead_FailInOneLine(string remembered)
    {
        (await WalkAsync(remembered, FakeCentral.Sensor(A, Foot.Left), FakeCentral.Sensor(B, Foot.Right))).ShouldFailInOneLine("sensors.json", "delete it");
        (await Cli.RunAsync(["scan"], With([]), TestContext.Current.CancellationToken)).ShouldFailInOneLine("sensors.json", "delete it");
        (await File.ReadAllTextAsync(_folder["sensors.json"], TestContext.Current.CancellationToken)).ShouldBe(remembered);
    }

    public void Dispose() => _folder.Dispose();

    private Func<Terminal, Terminal> With(BleAdvertisement[] heard) => t => t with { Bluetooth = _ => new FakeCentral { Heard = heard }, SensorsFile = _folder["sensors.json"] };

    private async Task<Cli.Outcome> WalkAsync(string? remembered, params BleAdvertisement[] heard)
    {
        if (remembered is not null) await File.WriteAllTextAsync(_folder["sensors.json"], remembered, TestContext.Current.CancellationToken);
        return await Cli.RunAsync(["walk", "--ble"], With(heard), TestContext.Current.CancellationToken);
    }
}

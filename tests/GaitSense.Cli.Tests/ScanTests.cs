using System.Text.Json;
using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Devices;

namespace GaitSense.Cli.Tests;

public sealed class ScanTests : IDisposable
{
    private readonly RecordingsFolder _folder = new();

    private static readonly BleAdvertisement[] InRange =
    [
        FakeCentral.Sensor("C0:00:00:00:00:01", Foot.Left, -88, "GS left", battery: 12),
        new() { DeviceId = "D4:22:CD:00:00:02", Name = "Movella DOT", RssiDbm = -70 },
        FakeCentral.Sensor("C0:00:00:00:00:03", Foot.Right, -48, "GS right"),
        new() { DeviceId = "AA:BB:CC:00:00:04", Name = "Headphones", RssiDbm = -30 },
    ];

    [Fact]
    public async Task Scan_SensorsInRange_AreATableStrongestFirst()
    {
        Cli.Outcome outcome = await ScanAsync(InRange);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        string[] rows = [.. outcome.Out.Split('\n').Where(l => l.Contains(':', StringComparison.Ordinal))];
        rows.Length.ShouldBe(3, outcome.Out);
        ShouldSay(rows[0], "C0:00:00:00:00:03", "GS right", "right", "-48 dBm strong", "80 %", "GaitSense");
        ShouldSay(rows[1], "D4:22:CD:00:00:02", "Movella DOT", "-70 dBm good");
        ShouldSay(rows[2], "C0:00:00:00:00:01", "GS left", "left", "-88 dBm weak", "12 %", "GaitSense");
        outcome.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Scan_AsJson_SaysTheSame()
    {
        await File.WriteAllTextAsync(_folder["sensors.json"], """{ "c0:00:00:00:00:03": "left" }""", TestContext.Current.CancellationToken);
        Cli.Outcome outcome = await ScanAsync(InRange, "--json");
        using JsonDocument json = JsonDocument.Parse(outcome.Out);
        JsonElement[] all = [.. json.RootElement.EnumerateArray()];
        all.Select(s => s.GetProperty("name").GetString()).ShouldBe(["GS right", "Movella DOT", "GS left"]);
        all.Select(s => s.GetProperty("rssi_dbm").GetInt32()).ShouldBe([-48, -70, -88]);
        // What was said of a sensor before goes before what it says itself.
        all.Select(s => s.GetProperty("foot").GetString()).ShouldBe(["left", null, "left"]);
        all[2].GetProperty("battery_percent").GetInt32().ShouldBe(12);
        all[1].GetProperty("battery_percent").ValueKind.ShouldBe(JsonValueKind.Null);
        (await ScanAsync(InRange)).Out.ShouldContain("left (last time)");
    }

    [Fact]
    public async Task Scan_All_ShowsWhatIsNoSensorToo()
    {
        Cli.Outcome outcome = await ScanAsync(InRange, "--all");
        ShouldSay(outcome.Out.Split('\n').First(l => l.Contains(':', StringComparison.Ordinal)), "Headphones", "not a known sensor");
        outcome.Out.ShouldContain("GS left");
    }

    [Fact]
    public async Task Scan_NothingInRange_SaysWhatToDo()
    {
        Cli.Outcome outcome = await ScanAsync([InRange[3]]);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        outcome.Out.ShouldContain("No foot sensor was heard. Switch the sensors on");
        outcome.Out.ShouldContain("--all");
        using JsonDocument json = JsonDocument.Parse((await ScanAsync([], "--json")).Out);
        json.RootElement.GetArrayLength().ShouldBe(0);
    }

    [Theory, InlineData(), InlineData("--json")]
    public async Task Scan_ANameThatWouldMoveTheCursor_IsShownWithoutWhatDoes(params string[] options)
    {
        Cli.Outcome outcome = await ScanAsync([FakeCentral.Sensor("C0:00:00:00:00:01", name: "G\u001b[2JS\r\n\u0007\u009b\u202e\u2028[red]x")], options);
        outcome.Out.ShouldContain("G[2JS[red]x");
        outcome.Out.ShouldAllBe(c => c == '\n' || c == '─' || (c >= ' ' && c < 127));
    }

    [Fact]
    public async Task Scan_AnotherProtocolVersion_IsNamed()
    {
        BleAdvertisement later = InRange[0] with { ManufacturerData = new Dictionary<ushort, byte[]> { [0xFFFF] = "GS\x21\x01\x50\x00"u8.ToArray() } };
        (await ScanAsync([later])).Out.ShouldContain("protocol 2.1: not spoken here");
    }

    [Fact]
    public async Task Scan_HeardAgain_IsOneSensorWithItsLastStrength()
    {
        BleAdvertisement[] again = [InRange[2], InRange[2] with { RssiDbm = -77 }, InRange[2] with { RssiDbm = null }];
        string[] rows = [.. (await ScanAsync(again)).Out.Split('\n').Where(l => l.Contains("C0:", StringComparison.Ordinal))];
        rows.ShouldHaveSingleItem().ShouldContain("-77 dBm good");
    }

    public void Dispose() => _folder.Dispose();

    private static void ShouldSay(string text, params string[] parts)
    {
        foreach (string part in parts) text.ShouldContain(part);
    }

    private Task<Cli.Outcome> ScanAsync(BleAdvertisement[] heard, params string[] options) =>
        Cli.RunAsync(["scan", .. options], t => t with { Bluetooth = _ => new FakeCentral { Heard = heard }, SensorsFile = _folder["sensors.json"] }, TestContext.Current.CancellationToken);
}

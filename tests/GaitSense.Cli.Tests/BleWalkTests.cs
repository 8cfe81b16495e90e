using System.Text.Json;
using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Recording;

namespace GaitSense.Cli.Tests;

/// <summary>Walks over a simulated radio, with two feet that speak the project's protocol; the command line, drivers, clocks and core are the real ones.</summary>
public sealed class BleWalkTests : IDisposable
{
    private readonly RecordingsFolder _folder = new();

    private string SensorsFile => _folder["config", "sensors.json"];

    [Fact]
    public async Task Walk_TwoFeet_ShowsStridesAndItsRecordingGivesTheSameBytes()
    {
        Cli.Outcome outcome = await new FeetOnTheAir().RunAsync(["walk", "--ble", "--record", _folder["rec"], "--out", _folder["out"], "--duration", "17"], SensorsFile);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        foreach (string foot in new[] { "left", "right" })
        {
            outcome.Out.Split('\n').Count(l => l.Contains($"{foot,-5}  stride ", StringComparison.Ordinal)).ShouldBeGreaterThan(4, outcome.Out);
            outcome.Out.ShouldContain($"{foot} link: ");
        }

        outcome.Out.ShouldContain($"recording: {_folder["rec"]}");
        outcome.Out.ShouldContain("sensor to core: p50 ");
        outcome.Out.ShouldContain($"report: {_folder["out", "report.html"]}");
        _folder.Files("rec").ShouldBe(["manifest.json", "session.gait"]);

        Cli.Outcome analyze = await Cli.RunAsync("analyze", _folder["rec"], "--out", _folder["again"]);
        analyze.Code.ShouldBe(ExitCode.Done, analyze.Error);
        foreach (string file in new[] { "events.csv", "strides.csv" })
            (await ReadAsync("again", file)).ShouldBe(await ReadAsync("out", file), file);

        // The next walk needs no word about the feet.
        string remembered = await File.ReadAllTextAsync(SensorsFile, TestContext.Current.CancellationToken);
        using JsonDocument json = JsonDocument.Parse(remembered);
        json.RootElement.GetProperty(FeetOnTheAir.LeftId).GetString().ShouldBe("left");
        json.RootElement.GetProperty(FeetOnTheAir.RightId).GetString().ShouldBe("right");
    }

    [Fact]
    public async Task Walk_SimulatedOverARadio_LastsAsLongAsItWasSaidAndLosesNoLink()
    {
        Cli.Outcome outcome = await new FeetOnTheAir().RunAsync(["walk", "--simulate", "healthy", "--duration", "14", "--record", _folder["rec"], "--plain"], SensorsFile);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        outcome.Error.ShouldNotContain("LOST");
        string walked = outcome.Out.Split('\n').Single(l => l.StartsWith("healthy: ", StringComparison.Ordinal) && l.Contains(" walked", StringComparison.Ordinal));
        double.Parse(walked.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture).ShouldBe(14, 0.5);
        outcome.Out.ShouldContain(" 0 reconnects");

        // Nobody walked it, and the recording and what is made of it say so.
        (await Cli.RunAsync("doctor", _folder["rec"])).Out.ShouldContain("simulated by GaitSense: preset healthy, seed 1, over a simulated radio: nobody walked it");
        await Cli.RunAsync("people", "add", "P07", "--store", _folder["store.db"]);
        (await Cli.RunAsync("session", "import", "P07", _folder["rec"], "--store", _folder["store.db"])).Out.ShouldContain("simulated: it does not count");
        (await Cli.RunAsync("convert", _folder["rec"], "--to", "plain", "--out", _folder["plain"])).Code.ShouldBe(ExitCode.Done);
        RecordingOrigin.SaysSimulated(_folder["plain"]).ShouldBeTrue();
    }

    [Fact]
    public async Task Record_AFootThatIsLostForAWhileAndCtrlC_SaysSoAndSavesWhatCame()
    {
        var feet = new FeetOnTheAir((foot, o) => foot == Foot.Right ? o with { Away = (8, 10) } : o);
        Cli.Outcome outcome = await feet.RunAsync(["record", "--ble", "--out", _folder["rec"], "--left", FeetOnTheAir.LeftId, "--right", FeetOnTheAir.RightId], SensorsFile, stopAtS: 18);
        outcome.Code.ShouldBe(ExitCode.Interrupted, outcome.Error);
        int lost = Array.FindIndex(outcome.Errors, l => l.Contains("right: LOST (", StringComparison.Ordinal));
        lost.ShouldBeGreaterThan(0, outcome.Error);
        outcome.Errors[lost].ShouldContain("trying again");
        outcome.Errors.Skip(lost).ShouldContain(l => l.Contains("right: live", StringComparison.Ordinal));
        outcome.Error.ShouldContain("warning: Right sensor: the connection was lost and made again");
        outcome.Out.ShouldContain("  right  gap ");

        _folder.Files("rec").ShouldBe(["manifest.json", "session.gait"]);
        Cli.Outcome doctor = await Cli.RunAsync("doctor", _folder["rec"]);
        doctor.Code.ShouldBe(ExitCode.Done, doctor.Error);
        doctor.Out.ShouldContain("200 Hz");
        doctor.Out.ShouldContain("1 reconnects");
        doctor.Out.ShouldContain("identical to what was decided live");
        doctor.Out.ShouldContain("whole");
    }

    [Fact]
    public async Task Record_CtrlCWhileConnecting_LeavesNothing()
    {
        Cli.Outcome outcome = await new FeetOnTheAir().RunAsync(["record", "--ble", "--out", _folder["rec"]], SensorsFile, stopAtS: 1);
        outcome.Code.ShouldBe(ExitCode.Interrupted, outcome.Error);
        outcome.Errors[^1].ShouldBe("gaitsense: stopped.");
        Directory.Exists(_folder["rec"]).ShouldBeFalse();
        File.Exists(SensorsFile).ShouldBeFalse();
    }

    [Fact]
    public async Task Record_OneFoot_HasOneFoot()
    {
        Cli.Outcome outcome = await new FeetOnTheAir().RunAsync(["record", "--ble", "--out", _folder["rec"], "--left", FeetOnTheAir.LeftId, "--duration", "12"], SensorsFile);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        _folder.Files("rec").ShouldBe(["manifest.json", "session.gait"]);
        outcome.Out.ShouldContain("left   stride ");
        outcome.Out.ShouldContain("left link: ");
        outcome.Out.ShouldNotContain("right link");
        Cli.Outcome analyze = await Cli.RunAsync("analyze", _folder["rec"], "--out", _folder["again"]);
        analyze.Code.ShouldBe(ExitCode.Done, analyze.Error);
    }

    [Fact]
    public async Task Record_IntoAFolderWithARecording_ChangesNothing()
    {
        string recording = _folder.Recording();
        (string, string)[] before = [.. RecordingsFolder.Contents(recording)];
        foreach (string[] args in (string[][])[["record", "--ble", "--out", recording], ["record", "--ble", "--out", recording + "/"], ["walk", "--ble", "--record", recording]])
        {
            Cli.Outcome outcome = await Cli.RunAsync(args, t => t with { Bluetooth = _ => throw new InvalidOperationException("the radio was asked for") }, TestContext.Current.CancellationToken);
            outcome.Code.ShouldBe(ExitCode.WrongUsage, outcome.Error);
            outcome.Errors.ShouldHaveSingleItem().ShouldContain("holds a recording already");
        }

        RecordingsFolder.Contents(recording).ShouldBe(before);
    }

    public void Dispose() => _folder.Dispose();

    private Task<string> ReadAsync(params string[] parts) => File.ReadAllTextAsync(_folder[parts], TestContext.Current.CancellationToken);
}

using System.Text.Json;
using GaitSense.Cli.App;
using GaitSense.Cli.Commands;

namespace GaitSense.Cli.Tests;

public sealed class AnalyzeTests : IDisposable
{
    private static readonly string[] AllFiles =
        ["bouts.csv", "columns.json", "events.csv", "provisional_events.csv", "report.html", "steps.csv", "strides.csv", "summary.json", "trajectory.csv", "turns.csv"];

    private readonly RecordingsFolder _folder = new();

    [Fact]
    public async Task Analyze_OneRecording_WritesStraightIntoOutAndSaysWhereTheReportIs()
    {
        Cli.Outcome outcome = await Cli.RunAsync("analyze", _folder.Recording(), "--out", _folder["out"]);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        _folder.Files("out").ShouldBe(AllFiles);
        outcome.Out.ShouldContain($"report: {_folder["out", "report.html"]}");
        outcome.Out.ShouldContain("stride length, forward");
    }

    [Fact]
    public async Task Analyze_Several_AttemptsAllAndSumsUp()
    {
        (string good, string better) = (_folder.Recording("good"), _folder.Recording("better"));
        Cli.Outcome outcome = await Cli.RunAsync("analyze", good, _folder["gone"], better, "--out", _folder["out"], "--jobs", "2");
        outcome.ShouldFailInOneLine("gone", "not there");
        _folder.Files("out", "good").ShouldBe([.. AllFiles.Append("finished.json").Order(StringComparer.Ordinal)]);
        _folder.Files("out", "better").ShouldBe(_folder.Files("out", "good"));
        foreach (string text in new[] { "good", "better", "gone", "FAILED" }) outcome.Out.ShouldContain(text);
    }

    [Fact]
    public async Task Analyze_Json_IsOneDocumentOnStdout()
    {
        Cli.Outcome outcome = await Cli.RunAsync("analyze", _folder.Recording(), _folder["gone"], "--out", _folder["out"], "--json");
        outcome.Code.ShouldBe(ExitCode.Failed);
        using JsonDocument json = JsonDocument.Parse(outcome.Out);
        json.RootElement.GetArrayLength().ShouldBe(2);
        json.RootElement[0].GetProperty("status").GetString().ShouldBe("done");
        json.RootElement[0].GetProperty("summary").GetProperty("counts").GetProperty("left").GetProperty("valid").GetInt32().ShouldBeGreaterThan(3);
        json.RootElement[1].GetProperty("status").GetString().ShouldBe("failed");
        json.RootElement[1].GetProperty("error").GetString()!.ShouldContain("not there");
    }

    [Fact]
    public async Task Analyze_FullTrajectory_HasEverySample()
    {
        string recording = _folder.Recording();
        await Cli.RunAsync("analyze", recording, "--out", _folder["out"], "--trajectory", "full");
        int samples = (await File.ReadAllLinesAsync(Path.Combine(recording, "left.csv"), TestContext.Current.CancellationToken)).Length - 1;
        (await File.ReadAllLinesAsync(_folder["out", "trajectory.csv"], TestContext.Current.CancellationToken)).Count(l => l.StartsWith("left,", StringComparison.Ordinal)).ShouldBe(samples);
    }

    [Fact]
    public async Task Analyze_OneFoot_IsAResultWithAWarning()
    {
        string recording = _folder.Spoiled("session.json", t =>
        {
            using JsonDocument json = JsonDocument.Parse(t);
            JsonElement left = json.RootElement.GetProperty("sensors")[0];
            return $$"""{"format": "gaitsense-plain-recording", "version": 1, "clock": "shared", "sensors": [{{left.GetRawText()}}]}""";
        });
        Cli.Outcome outcome = await Cli.RunAsync("analyze", recording, "--out", _folder["out"]);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        outcome.Error.ShouldContain("warning: Only the left foot has samples");
        _folder.Files("out").ShouldBe(AllFiles);
    }

    // A recording without a sample has failed, and its pages say so; a short one has not.
    [Theory, InlineData(1, "No stride", ExitCode.Done), InlineData(0, "no samples", ExitCode.Failed)]
    public async Task Analyze_HardlyASample_IsAResultWithAWarning(int rows, string warning, int code)
    {
        string recording = _folder.Recording();
        foreach (string foot in new[] { "left.csv", "right.csv" })
            RecordingsFolder.Edit(Path.Combine(recording, foot), t => string.Join('\n', t.Split('\n').Take(1 + rows)) + "\n");
        Cli.Outcome outcome = await Cli.RunAsync("analyze", recording, "--out", _folder["out"]);
        outcome.Code.ShouldBe(code, outcome.Error);
        outcome.Error.ShouldContain(warning);
        _folder.Files("out").ShouldBe(AllFiles);
    }

    [Fact]
    public async Task Analyze_RowsWithoutNumbers_AreGapsNotErrors()
    {
        string recording = _folder.Spoiled("left.csv", t => RecordingsFolder.Rows(t, (row, i) => i is >= 500 and < 520 ? [row[0], "NaN", .. row[2..]] : row));
        Cli.Outcome outcome = await Cli.RunAsync("analyze", recording, "--out", _folder["out"]);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        (await File.ReadAllTextAsync(_folder["out", "strides.csv"], TestContext.Current.CancellationToken)).ShouldNotContain("NaN");
    }

    [Fact]
    public async Task Analyze_StoppedBeforeItBegins_Is130()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        Cli.Outcome outcome = await Cli.RunAsync(["analyze", _folder.Recording("a"), _folder.Recording("b"), "--out", _folder["out"]], new FakeClock(), stop.Token);
        outcome.Code.ShouldBe(ExitCode.Interrupted);
        outcome.Out.ShouldContain("not begun");
    }

    [Fact]
    public async Task Evaluate_SimulatedWalk_FindsItsTruth()
    {
        string recording = _folder.Recording();
        Cli.Outcome outcome = await Cli.RunAsync("evaluate", recording, "--out", _folder["out"], "--json", "--markdown", _folder["table.md"]);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        using JsonDocument json = JsonDocument.Parse(outcome.Out);
        JsonElement score = json.RootElement.GetProperty("all").GetProperty("score");
        score.GetProperty("initial_contact").GetProperty("f1").GetDouble().ShouldBeGreaterThan(0.9);
        File.Exists(_folder["out", EvaluateCommand.PageName]).ShouldBeTrue();
        (await File.ReadAllTextAsync(_folder["table.md"], TestContext.Current.CancellationToken)).ShouldContain("| walk ");
        (await Cli.RunAsync("evaluate", recording)).Out.ShouldContain("known after");
    }

    [Fact]
    public async Task Evaluate_OneOfTwoWithoutReference_ListsIt()
    {
        string judged = _folder.Recording("judged"), bare = _folder.Recording("bare");
        Directory.Delete(Path.Combine(bare, "reference"), recursive: true);
        Cli.Outcome outcome = await Cli.RunAsync("evaluate", judged, bare, "--out", _folder["out"], "--json", "--markdown", _folder["table.md"]);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        outcome.Errors.ShouldBeEmpty();
        using JsonDocument json = JsonDocument.Parse(outcome.Out);
        JsonElement listed = json.RootElement.GetProperty("without_reference").EnumerateArray().Single();
        listed.GetProperty("name").GetString().ShouldBe("bare");
        JsonElement foot = listed.GetProperty("feet")[0];
        foot.GetProperty("valid_strides").GetInt32().ShouldBeGreaterThan(2);
        foot.GetProperty("path_length_m").GetDouble().ShouldBeGreaterThan(foot.GetProperty("mean_stride_length_m").GetDouble());
        json.RootElement.GetProperty("recordings").GetArrayLength().ShouldBe(1);
        json.RootElement.GetProperty("all").GetProperty("provisional").GetProperty("initial_contact").GetProperty("matched").GetInt32().ShouldBeGreaterThan(2);
        string table = await File.ReadAllTextAsync(_folder["table.md"], TestContext.Current.CancellationToken);
        table.ShouldContain("## Recordings without a reference");
        table.ShouldContain("## Early guesses of events");
        (await File.ReadAllTextAsync(_folder["out", EvaluateCommand.PageName], TestContext.Current.CancellationToken)).ShouldContain("Recordings without a reference");
        (await Cli.RunAsync("evaluate", judged, bare)).Out.ShouldContain("bare");
    }

    [Fact]
    public async Task Simulate_SameSeed_WritesTheSameBytes()
    {
        foreach (string name in new[] { "a", "b" })
            (await Cli.RunAsync("simulate", "ms-mild", "--out", _folder[name], "--seed", "4", "--duration", "12")).Code.ShouldBe(ExitCode.Done);
        RecordingsFolder.Contents(_folder["a"]).ShouldBe(RecordingsFolder.Contents(_folder["b"]));
        (await Cli.RunAsync("simulate", "--list")).Out.ShouldContain("ms-foot-drop");
    }

    [Fact]
    public async Task Simulate_SensorOptions_ChangeTheRecordingAndAreWrittenDown()
    {
        Cli.Outcome outcome = await Cli.RunAsync(
            "simulate", "healthy", "--out", _folder["hard"], "--duration", "12", "--rate", "50", "--loss", "10", "--packet", "4", "--gyro-range", "300", "--unknown-mounting");
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        string session = await File.ReadAllTextAsync(Path.Combine(_folder["hard"], "session.json"), TestContext.Current.CancellationToken);
        session.ShouldContain("preset healthy, seed 1 --rate 50 --gyro-range 300 --loss 10 --packet 4 --unknown-mounting");
        session.ShouldContain("\"rate_hz\": 50");
        session.ShouldContain("\"mounting\": null");
        (await Cli.RunAsync("simulate", "healthy", "--out", _folder["x"], "--packet", "4")).Code.ShouldBe(ExitCode.WrongUsage);
        (await Cli.RunAsync("simulate", "healthy", "--out", _folder["x"], "--loss", "99")).Code.ShouldBe(ExitCode.WrongUsage);
        (await Cli.RunAsync("simulate", "healthy", "--out", _folder["x"], "--slip-at", "9")).Code.ShouldBe(ExitCode.WrongUsage);
    }

    [Fact]
    public async Task Doctor_GoodRecording_SaysWhatIsInIt()
    {
        Cli.Outcome outcome = await Cli.RunAsync("doctor", _folder.Recording());
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        foreach (string text in new[] { "100.0 Hz", "at rest", "left", "right", "shared" }) outcome.Out.ShouldContain(text);
        (await Cli.RunAsync("doctor")).Out.ShouldContain("runtime");
    }

    public void Dispose() => _folder.Dispose();
}

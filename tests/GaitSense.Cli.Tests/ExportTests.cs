using System.Text.Json;
using GaitSense.Cli.App;

namespace GaitSense.Cli.Tests;

/// <summary>What <c>convert</c> makes of recordings: BIDS data sets, tables of strides, copies.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly RecordingsFolder _folder = new();

    [Theory, InlineData("healthy"), InlineData("ms-mild"), InlineData("radio-dropouts")]
    public async Task Convert_SimulatedToBidsAndBack_IsTheSameText(string preset)
    {
        string walk = _folder["simulated"];
        (await Cli.RunAsync("simulate", preset, "--out", walk, "--seed", "5", "--duration", "20")).Code.ShouldBe(ExitCode.Done);
        Cli.Outcome bids = await Cli.RunAsync("convert", walk, "--to", "bids", "--participant", "07", "--out", _folder["bids"]);
        bids.Code.ShouldBe(ExitCode.Done, bids.Error);
        bids.Out.ShouldContain("BIDS data set: ");
        File.Exists(_folder["bids", "sub-07", "motion", "sub-07_task-walk_tracksys-leftfoot_events.tsv"]).ShouldBeTrue("the truth of the simulation");
        Cli.Outcome back = await Cli.RunAsync("convert", _folder["bids"], "--out", _folder["back"]);
        back.Code.ShouldBe(ExitCode.Done, back.Error);
        (await Cli.RunAsync("convert", walk, "--to", "plain", "--out", _folder["copy"])).Code.ShouldBe(ExitCode.Done);
        foreach (string foot in new[] { "left.csv", "right.csv" })
            (await File.ReadAllTextAsync(_folder["back", foot], TestContext.Current.CancellationToken)).ShouldBe(await File.ReadAllTextAsync(_folder["copy", foot], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Analyze_BidsDataSet_GivesTheNumbersOfTheRecording()
    {
        string walk = _folder.Recording();
        (await Cli.RunAsync("convert", walk, "--to", "bids", "--out", _folder["bids"])).Code.ShouldBe(ExitCode.Done);
        (await Cli.RunAsync("analyze", walk, "--out", _folder["a"])).Code.ShouldBe(ExitCode.Done);
        Cli.Outcome outcome = await Cli.RunAsync("analyze", _folder["bids"], "--out", _folder["b"]);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        foreach (string file in new[] { "strides.csv", "events.csv", "steps.csv", "trajectory.csv" })
            (await File.ReadAllTextAsync(_folder["b", file], TestContext.Current.CancellationToken)).ShouldBe(await File.ReadAllTextAsync(_folder["a", file], TestContext.Current.CancellationToken), file);
    }

    [Fact]
    public async Task Convert_ToStrides_GivesTheTableOfAnalyze()
    {
        string walk = _folder.Recording();
        (await Cli.RunAsync("analyze", walk, "--out", _folder["a"])).Code.ShouldBe(ExitCode.Done);
        (await Cli.RunAsync("convert", walk, "--to", "strides-csv", "--out", _folder["tables"])).Code.ShouldBe(ExitCode.Done);
        (await Cli.RunAsync("convert", walk, "--to", "strides-json", "--out", _folder["tables"])).Code.ShouldBe(ExitCode.Done);
        string[] rows = await File.ReadAllLinesAsync(_folder["a", "strides.csv"], TestContext.Current.CancellationToken);
        (await File.ReadAllLinesAsync(_folder["tables", "strides.csv"], TestContext.Current.CancellationToken)).ShouldBe(rows);
        using JsonDocument json = JsonDocument.Parse(await File.ReadAllBytesAsync(_folder["tables", "strides.json"], TestContext.Current.CancellationToken));
        json.RootElement.GetArrayLength().ShouldBe(rows.Length - 1);
        json.RootElement[0].GetProperty("foot").GetString().ShouldBe(rows[1].Split(',')[0]);
        _folder.Files("tables").ShouldBe(["strides.csv", "strides.json"]);
        (await Cli.RunAsync("convert", walk, "--to", "strides-csv", "--out", _folder["tables"])).ShouldFailInOneLine("strides.csv", "not overwritten");
    }

    [Fact]
    public async Task Convert_BidsWithEventsOfTheAnalysis_SaysWhereTheyComeFrom()
    {
        string walk = _folder.Recording();
        Cli.Outcome outcome = await Cli.RunAsync("convert", walk, "--to", "bids", "--events", "analysis", "--out", _folder["bids"]);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        string[] events = await File.ReadAllLinesAsync(_folder["bids", "sub-01", "motion", "sub-01_task-walk_tracksys-rightfoot_events.tsv"], TestContext.Current.CancellationToken);
        events.Length.ShouldBeGreaterThan(20);
        events.ShouldContain(e => e.Contains("\tterminal_contact\tforward\t", StringComparison.Ordinal));
        (await File.ReadAllTextAsync(_folder["bids", "sub-01", "motion", "sub-01_task-walk_tracksys-rightfoot_events.json"], TestContext.Current.CancellationToken)).ShouldContain("not observed");
    }

    [Fact]
    public async Task Convert_OverAnOlderRecording_ChangesNothing()
    {
        string walk = _folder.Recording(), other = _folder.Recording("other");
        string before = string.Join('|', RecordingsFolder.Contents(other));
        (await Cli.RunAsync("convert", walk, "--out", other)).ShouldFailInOneLine("session.json", "not overwritten");
        (await Cli.RunAsync("convert", Path.Combine(walk, "left.csv"), "--out", other)).ShouldFailInOneLine("session.json", "not overwritten");
        string.Join('|', RecordingsFolder.Contents(other)).ShouldBe(before);
    }

    [Fact]
    public async Task Convert_Stopped_LeavesNothingAndSaysSo()
    {
        string walk = _folder.Recording();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        foreach (string to in new[] { "bids", "plain", "strides-csv" })
        {
            Cli.Outcome outcome = await Cli.RunAsync(["convert", walk, "--to", to, "--out", _folder["x"]], TimeProvider.System, stop.Token);
            outcome.Code.ShouldBe(ExitCode.Interrupted, to);
            Directory.Exists(_folder["x"]).ShouldBeFalse(to);
        }
    }

    [Theory, InlineData("--participant", "Jane Doe"), InlineData("--task", "a_b"), InlineData("--to", "matlab"), InlineData("--events", "none")]
    public async Task Convert_OptionThatIsNone_IsWrongUsage(string option, string value) =>
        (await Cli.RunAsync("convert", _folder.Recording(), "--out", _folder["x"], option, value)).Code.ShouldBe(ExitCode.WrongUsage);

    public void Dispose() => _folder.Dispose();
}

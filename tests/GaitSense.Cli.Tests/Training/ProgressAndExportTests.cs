using System.Text.Json.Nodes;
using System.Xml.Linq;
using GaitSense.Cli.App;

namespace GaitSense.Cli.Tests;

public sealed class ProgressAndExportTests : IAsyncLifetime
{
    private readonly TestFolder _folder = new();

    public async ValueTask InitializeAsync()
    {
        await RunAsync("people", "add", "P07", "--zone", "Etc/UTC", "--aid", "none", "--orthosis", "none");
        await Cli.RunAsync("simulate", "healthy", "--out", _folder["walk"], "--duration", "60");
        // As if somebody had walked it: what says that it is simulated does not count.
        string about = _folder["walk/session.json"];
        await File.WriteAllTextAsync(about, (await File.ReadAllTextAsync(about)).Replace("simulated by GaitSense", "a corridor", StringComparison.Ordinal));
        (await RunAsync("session", "import", "P07", _folder["walk"])).Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public async Task Progress_OfAPerson_ShowsMeasuresAndSaysThatVerdictsAreOff()
    {
        Cli.Outcome outcome = await RunAsync("progress", "P07", "--out", _folder["progress"]);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        outcome.Out.ShouldContain("Verdicts are off");
        XDocument.Parse((await File.ReadAllTextAsync(_folder["progress/progress.html"], TestContext.Current.CancellationToken)).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)).Root.ShouldNotBeNull();
        XDocument.Parse(await File.ReadAllTextAsync(_folder["progress/progress.svg"], TestContext.Current.CancellationToken)).Root!.Name.LocalName.ShouldBe("svg");
        JsonNode.Parse((await RunAsync("progress", "P07", "--json")).Out)!["person"]!.GetValue<string>().ShouldBe("P07");
        (await RunAsync("progress", "P07", "--out", _folder["progress"])).ShouldEndInOneLine("is there already");
    }

    [Fact]
    public async Task Progress_AfterTheStatement_NamesItAndWithOneVisitHasNotEnoughData()
    {
        await RunAsync("plan", "regime", "approved_study", "--reference", "vote 123/26");
        string text = (await RunAsync("progress", "P07")).Out;
        text.ShouldContain("vote 123/26");
        text.ShouldContain("not enough data");
        text.ShouldContain("not for treatment decisions");
    }

    [Fact]
    public async Task Export_ForCare_WritesTablesAndABundleWithAManifest()
    {
        Cli.Outcome outcome = await RunAsync("export", "P07", "--csv", "--fhir", "--out", _folder["out"], "--yes");
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        outcome.Error.ShouldContain("1 session");
        File.Exists(_folder["out/measures.csv"]).ShouldBeTrue();
        JsonNode.Parse(await File.ReadAllTextAsync(_folder["out/fhir-P07.json"], TestContext.Current.CancellationToken))!["resourceType"]!.GetValue<string>().ShouldBe("Bundle");
        (await File.ReadAllTextAsync(_folder["out/manifest.json"], TestContext.Current.CancellationToken)).ShouldContain("measures.csv");
    }

    [Fact]
    public async Task Export_OfSimulatedSessions_SaysThatTheyStay_AndWhatNobodyWasAskedIsEmpty()
    {
        (await RunAsync("test", "t25fw", "--simulate", "--speed", "max", "--person", "P07", "--answers", "news=no,warm=no")).Code.ShouldBe(ExitCode.Done);
        Cli.Outcome outcome = await RunAsync("export", "P07", "--out", _folder["out"], "--yes");
        outcome.Error.ShouldContain("P07: 1 simulated session stays, nobody walked it.");
        string[] sessions = await File.ReadAllLinesAsync(_folder["out/sessions.csv"], TestContext.Current.CancellationToken);
        sessions.Length.ShouldBe(2);
        Dictionary<string, string> row = sessions[0].Split(',').Zip(sessions[1].Split(',')).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal);
        (row["task"], row["timed_tests"], row["company"]).ShouldBe(("comfortable_walk", "", ""));
        JsonNode.Parse((await RunAsync("session", "P07", "--json")).Out)!.AsArray().Select(s => $"{s!["kind"]} {s["company"]}").Order(StringComparer.Ordinal).ShouldBe(["comfortable_walk ", "t25fw@1 "]);
        (await RunAsync("people", "show", "P07")).Out.ShouldContain("not said");
    }

    [Fact]
    public async Task Export_ForResearch_NeedsAConsentThatStands()
    {
        (await RunAsync("export", "--research", "--out", _folder["out"], "--yes")).ShouldFailInOneLine("P07: no consent");
        Directory.Exists(_folder["out"]).ShouldBeFalse();
        await RunAsync("people", "consent", "P07", "export");
        (await RunAsync("export", "--research", "--out", _folder["out"], "--yes")).Code.ShouldBe(ExitCode.Done);
        (await File.ReadAllTextAsync(_folder["out/sessions.csv"], TestContext.Current.CancellationToken)).ShouldNotContain("2000-");
        (await RunAsync("export", "--study", "other", "--out", _folder["out2"], "--yes")).ShouldFailInOneLine("no consent");
    }

    [Fact]
    public async Task Export_ThatNobodyWasAskedAbout_LeavesNothing()
    {
        (await RunAsync("export", "P07", "--out", _folder["out"])).Code.ShouldBe(ExitCode.WrongUsage);
        Cli.Outcome no = await Cli.RunAsync(["export", "P07", "--out", _folder["out"], "--store", _folder["store.db"]], t => t with { CanAsk = true, ReadKey = () => 'n' }, TestContext.Current.CancellationToken);
        no.Code.ShouldBe(ExitCode.Done, no.Error);
        no.Out.ShouldContain("nothing has left");
        Directory.Exists(_folder["out"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Bids_OfAnImportedRecording_HoldsItsMotion()
    {
        Cli.Outcome outcome = await RunAsync("export", "P07", "--bids", "--out", _folder["out"], "--yes");
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        Directory.EnumerateFiles(_folder["out"], "*_motion.tsv*", SearchOption.AllDirectories).ShouldNotBeEmpty();
        Directory.Exists(_folder["store.files/leaving"]).ShouldBeTrue();
        Directory.EnumerateFileSystemEntries(_folder["store.files/leaving"]).ShouldBeEmpty(); // what was taken out for it is gone again
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<Cli.Outcome> RunAsync(params string[] args) => Cli.RunAsync([.. args, "--store", _folder["store.db"]]);
}

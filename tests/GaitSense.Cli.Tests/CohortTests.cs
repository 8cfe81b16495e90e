using System.Diagnostics;
using System.Text.Json;
using GaitSense.Cli.App;
using GaitSense.Cli.Commands;
using GaitSense.Sessions;

namespace GaitSense.Cli.Tests;

public sealed class CohortTests : IDisposable
{
    private static readonly string[] CohortFiles = [CohortFolder.TableName, CohortFolder.PageName];

    private readonly RecordingsFolder _folder = new();

    [Fact]
    public async Task Analyze_FolderOfRecordings_MirrorsItAndSumsUp()
    {
        Recordings("walks/site-a/p1", "walks/site-a/p2", "walks/b");
        Cli.Outcome outcome = await Cli.RunAsync("analyze", _folder["walks"], "--out", _folder["out"], "--workers", "2");
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        File.Exists(_folder["out", "site-a", "p2", "summary.json"]).ShouldBeTrue();
        string[] rows = await File.ReadAllLinesAsync(_folder["out", "cohort.csv"], TestContext.Current.CancellationToken);
        rows.Skip(1).Select(r => r.Split(',')[0]).ShouldBe(["b", "site-a/p1", "site-a/p2"]);
        outcome.Out.ShouldContain("3 recordings: 3 analysed, 0 failed");
        (await File.ReadAllTextAsync(_folder["out", "cohort.html"], TestContext.Current.CancellationToken)).ShouldContain("href=\"site-a/p1/report.html\"");
    }

    [Fact]
    public async Task Analyze_Again_SkipsWhatIsFinishedAndGivesTheSameBytes()
    {
        Recordings("walks/a", "walks/b");
        (await Analyze("out")).Code.ShouldBe(ExitCode.Done);
        byte[] table = Bytes("out", "cohort.csv"), page = Bytes("out", "cohort.html");
        DateTime written = File.GetLastWriteTimeUtc(_folder["out", "a", "strides.csv"]);
        Cli.Outcome again = await Analyze("out");
        again.Out.ShouldContain("2 recordings: 2 analysed (2 of them earlier)");
        Bytes("out", "cohort.csv").ShouldBe(table);
        Bytes("out", "cohort.html").ShouldBe(page);
        File.GetLastWriteTimeUtc(_folder["out", "a", "strides.csv"]).ShouldBe(written);
        (await Cli.RunAsync("analyze", _folder["walks"], "--out", _folder["out"], "--again")).Out.ShouldContain("2 recordings: 2 analysed, 0 failed");
        Bytes("out", "cohort.csv").ShouldBe(table);
    }

    [Fact]
    public async Task Analyze_ChangedInput_IsAnalysedAnew()
    {
        Recordings("walks/a", "walks/b");
        await Analyze("out");
        RecordingsFolder.Edit(_folder["walks", "a", "left.csv"], t => t[..(t.LastIndexOf('\n', t.Length - 2) + 1)]);
        (await Analyze("out")).Out.ShouldContain("2 analysed (1 of them earlier)");
    }

    [Theory, InlineData("--calibration-walk", "2"), InlineData("--trajectory", "full")]
    public async Task Analyze_OtherOptions_AreAnalysedAnew(string option, string value)
    {
        Recordings("walks/a", "walks/b");
        await Analyze("out");
        (await Cli.RunAsync("analyze", _folder["walks"], "--out", _folder["out"], option, value)).Out.ShouldContain("2 recordings: 2 analysed, 0 failed");
    }

    [Theory, InlineData("finished.json"), InlineData("strides.csv"), InlineData("report.html")]
    public async Task Analyze_HalfAResult_IsNotFinished_AndNotTakenForOurs(string file)
    {
        Recordings("walks/a", "walks/b");
        await Analyze("out");
        byte[] whole = Bytes("out", "a", file);
        await File.WriteAllBytesAsync(_folder["out", "a", file], whole[..(whole.Length / 2)], TestContext.Current.CancellationToken);
        Cli.Outcome refused = await Analyze("out");
        refused.ShouldFailInOneLine(file, "--force");
        refused.Out.ShouldContain("1 analysed (1 of them earlier), 1 failed");
        Bytes("out", "a", file).Length.ShouldBe(whole.Length / 2);
        (await Cli.RunAsync("analyze", _folder["walks"], "--out", _folder["out"], "--force")).Out.ShouldContain("2 analysed (1 of them earlier)");
        Bytes("out", "a", file).ShouldBe(whole);
    }

    [Fact]
    public async Task Analyze_Shards_MergeToTheSameBytesAsOneMachine()
    {
        Recordings("walks/a", "walks/b", "walks/c", "walks/deep/d");
        File.WriteAllText(_folder["walks", "c", "left.csv"], "time_s\n");
        (await Analyze("one")).Code.ShouldBe(ExitCode.Failed);
        for (int i = 1; i <= 3; i++)
        {
            Cli.Outcome part = await Cli.RunAsync("analyze", _folder["walks"], "--out", _folder["parts"], "--shard", $"{i}/3");
            part.Code.ShouldBe(i == 3 ? ExitCode.Failed : ExitCode.Done, part.Error);
            File.Exists(_folder["parts", "cohort.csv"]).ShouldBeFalse();
        }

        Cli.Outcome merged = await Cli.RunAsync("merge", _folder["parts"]);
        merged.Code.ShouldBe(ExitCode.Failed);
        merged.Error.ShouldContain("c/left.csv");
        foreach (string file in CohortFiles) Bytes("parts", file).ShouldBe(Bytes("one", file), file);

        // From folders of their own, results are gathered too.
        for (int i = 1; i <= 2; i++) await Cli.RunAsync("analyze", _folder["walks"], "--out", _folder[$"part{i}"], "--shard", $"{i}/2");
        await Cli.RunAsync("merge", _folder["part2"], _folder["part1"], "--out", _folder["whole"]);
        foreach (string file in CohortFiles) Bytes("whole", file).ShouldBe(Bytes("one", file), file);
        RecordingsFolder.Contents(_folder["whole", "deep", "d"]).ShouldBe(RecordingsFolder.Contents(_folder["one", "deep", "d"]));
    }

    [Fact]
    public async Task Merge_WhatIsNotWhole_SaysWhatToDo()
    {
        Recordings("walks/a", "walks/b");
        await Cli.RunAsync("analyze", _folder["walks"], "--out", _folder["parts"], "--shard", "1/2");
        (await Cli.RunAsync("merge", _folder["parts"])).ShouldFailInOneLine("shard 2/2 is missing");
        (await Cli.RunAsync("merge", _folder["walks"])).ShouldFailInOneLine("holds no shard");
        (await Cli.RunAsync("merge", _folder["gone"])).ShouldFailInOneLine("not there");

        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        (await Cli.RunAsync(["analyze", _folder["walks"], "--out", _folder["parts"], "--shard", "2/2"], new FakeClock(), stop.Token)).Code.ShouldBe(ExitCode.Interrupted);
        (await Cli.RunAsync("merge", _folder["parts"])).ShouldFailInOneLine("was stopped", "--shard 2/2");

        await Cli.RunAsync("analyze", _folder["walks"], "--out", _folder["parts"], "--shard", "2/2");
        (await Cli.RunAsync("merge", _folder["parts"])).Code.ShouldBe(ExitCode.Done);
        await File.AppendAllTextAsync(_folder["parts", "a", "summary.json"], " ", TestContext.Current.CancellationToken);
        (await Cli.RunAsync("merge", _folder["parts"])).ShouldFailInOneLine("run its shard again");
        await Cli.RunAsync("analyze", _folder["walks"], "--out", _folder["parts"], "--shard", "1/3");
        (await Cli.RunAsync("merge", _folder["parts"])).ShouldFailInOneLine("another cohort");
    }

    [Fact]
    public async Task Merge_ShardOfOtherRecordings_IsRefused()
    {
        Recordings("walks/a", "walks/b");
        await Cli.RunAsync("analyze", _folder["walks"], "--out", _folder["parts"], "--shard", "1/2");
        Recordings("walks/c");
        await Cli.RunAsync("analyze", _folder["walks"], "--out", _folder["parts"], "--shard", "2/2");
        (await Cli.RunAsync("merge", _folder["parts"])).ShouldFailInOneLine("saw other recordings");
    }

    [Theory, InlineData("0/2"), InlineData("3/2"), InlineData("1/0"), InlineData("x"), InlineData("1"), InlineData("1/20000"), InlineData("-1/2")]
    public async Task Analyze_ShardThatIsNone_IsWrongUsage(string shard) =>
        (await Cli.RunAsync("analyze", _folder["walks"], "--shard=" + shard)).Code.ShouldBe(ExitCode.WrongUsage);

    [Fact]
    public async Task Analyze_Stopped_SaysWhatIsOpenAndTheNextRunGoesOn()
    {
        Recordings("walks/a", "walks/b");
        await Cli.RunAsync("analyze", _folder["walks", "a"], _folder["walks", "a"] + "/", "--out", _folder["x"]); // one name twice: nothing is written
        Directory.Exists(_folder["x"]).ShouldBeFalse();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        Cli.Outcome stopped = await Cli.RunAsync(["analyze", _folder["walks"], "--out", _folder["out"]], new FakeClock(), stop.Token);
        stopped.Code.ShouldBe(ExitCode.Interrupted);
        stopped.Out.ShouldContain("2 not finished");
        (await File.ReadAllTextAsync(_folder["out", "cohort.csv"], TestContext.Current.CancellationToken)).ShouldContain("\na,not_begun,");
        (await Analyze("out")).Out.ShouldContain("2 recordings: 2 analysed, 0 failed");
    }

    [Fact]
    public async Task Analyze_KilledInTheMiddle_GoesOnToTheSameBytes()
    {
        Recordings([.. Enumerable.Range(1, 8).Select(i => $"walks/w{i}")]);
        ProcessStartInfo start = new("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[] { Path.Combine(AppContext.BaseDirectory, "gaitsense.dll"), "analyze", _folder["walks"], "--out", _folder["killed"], "--workers", "1" })
            start.ArgumentList.Add(argument);
        using (Process process = Process.Start(start)!)
        {
            while (!process.WaitForExit(1) && Finished() == 0) { }
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        int before = Finished();
        before.ShouldBeInRange(1, 8);
        File.Exists(_folder["killed", "cohort.csv"]).ShouldBe(before == 8);
        string resumed = (await Analyze("killed")).Out;
        resumed.ShouldContain($"8 recordings: 8 analysed ({before} of them earlier), 0 failed");
        await Analyze("whole");
        foreach (string file in CohortFiles) Bytes("killed", file).ShouldBe(Bytes("whole", file), file);
        for (int i = 1; i <= 8; i++) RecordingsFolder.Contents(_folder["killed", $"w{i}"]).ShouldBe(RecordingsFolder.Contents(_folder["whole", $"w{i}"]));

        int Finished() => Directory.Exists(_folder["killed"]) ? Directory.GetFiles(_folder["killed"], FinishedStamp.FileName, SearchOption.AllDirectories).Length : 0;
    }

    [Fact]
    public async Task Analyze_ManyRecordings_ListsOnlyThoseThatFailed()
    {
        Recordings([.. Enumerable.Range(10, 41).Select(i => $"walks/w{i}")]);
        File.Delete(_folder["walks", "w33", "left.csv"]);
        Cli.Outcome outcome = await Analyze("out");
        outcome.ShouldFailInOneLine("w33");
        outcome.Out.ShouldContain("41 recordings: 40 analysed, 1 failed");
        outcome.Out.ShouldNotContain("w34");
    }

    [Fact]
    public async Task Analyze_ResultInAResult_IsWrongUsage()
    {
        Recordings("x/a", "y/a/b");
        Cli.Outcome outcome = await Cli.RunAsync("analyze", _folder["x", "a"], _folder["y"], "--out", _folder["out"]);
        outcome.Code.ShouldBe(ExitCode.WrongUsage);
        outcome.Error.ShouldContain("would go into those of the recording a");
    }

    [Fact]
    public async Task Compare_TwoRecordings_WritesTableJsonAndPage()
    {
        Recordings("a", "b");
        Cli.Outcome table = await Cli.RunAsync("compare", _folder["a"], _folder["b"], "--out", _folder["out"]);
        table.Code.ShouldBe(ExitCode.Done, table.Error);
        table.Out.ShouldContain("Stride length, m");
        table.Out.ShouldContain("within");
        _folder.Files("out").ShouldBe([CompareCommand.PageName]);

        await Cli.RunAsync("analyze", _folder["a"], _folder["b"], "--out", _folder["results"]);
        Cli.Outcome json = await Cli.RunAsync("compare", _folder["results", "a"], _folder["b"], "--json");
        using JsonDocument document = JsonDocument.Parse(json.Out);
        document.RootElement.GetProperty("groups")[0].GetProperty("means")[0].GetProperty("difference").GetDouble().ShouldBe(0, 1e-6);
        document.RootElement.GetProperty("first").GetString().ShouldBe("a");
    }

    [Fact]
    public async Task Compare_SameWalk_MatchesAllOfIt()
    {
        Recordings("a", "b");
        await Cli.RunAsync("analyze", _folder["a"], "--out", _folder["ours"]);
        Cli.Outcome outcome = await Cli.RunAsync("compare", _folder["ours"], _folder["b"], "--same-walk", "--offset", "auto", "--json", "--out", _folder["out"]);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Out);
        document.RootElement.GetProperty("strides_only_first").GetInt32().ShouldBe(0);
        document.RootElement.GetProperty("strides_matched").GetInt32().ShouldBeGreaterThan(10);
        document.RootElement.GetProperty("offset_s").GetDouble().ShouldBe(0, 1e-9);
        (await Cli.RunAsync("compare", _folder["ours"], _folder["b"], "--same-walk")).Out.ShouldContain("limits of agreement");
    }

    [Fact]
    public async Task Compare_WrongOrMissing_SaysSo()
    {
        Recordings("a");
        (await Cli.RunAsync("compare", _folder["a"], _folder["gone"])).ShouldFailInOneLine("gone", "not there");
        (await Cli.RunAsync("compare", _folder["a"])).Code.ShouldBe(ExitCode.WrongUsage);
        (await Cli.RunAsync("compare", _folder["a"], _folder["a"], "--offset", "1")).Code.ShouldBe(ExitCode.WrongUsage);
        (await Cli.RunAsync("compare", _folder["a"], _folder["a"], "--same-walk", "--offset", "soon")).Code.ShouldBe(ExitCode.WrongUsage);
        await Cli.RunAsync("analyze", _folder["a"], "--out", _folder["ours"]);
        File.Delete(_folder["ours", "summary.json"]);
        (await Cli.RunAsync("compare", _folder["ours"], _folder["a"])).ShouldFailInOneLine("summary.json", "gaitsense analyze");
    }

    public void Dispose() => _folder.Dispose();

    private void Recordings(params IReadOnlyList<string> names)
    {
        foreach (string name in names) _folder.Recording(name);
    }

    private Task<Cli.Outcome> Analyze(string outDirectory) => Cli.RunAsync("analyze", _folder["walks"], "--out", _folder[outDirectory], "--workers", "2");

    private byte[] Bytes(params string[] parts) => File.ReadAllBytes(_folder[parts]);
}

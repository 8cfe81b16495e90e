using GaitSense.Cli.App;

namespace GaitSense.Cli.Tests;

/// <summary>What a command writes never takes the place of what is not its own: over each command that writes.</summary>
public sealed class OutputTests : IDisposable
{
    private const string Theirs = "a year of somebody's work\n";
    private readonly RecordingsFolder _folder = new();

    /// <summary>Each command that writes: how it is called (RECORDING, OTHER, PLAN, OUT stand for places), a file that it writes there, and whether it may write the same again.</summary>
    public static TheoryData<string, string, bool> Commands => new()
    {
        { "simulate healthy --duration 10 --out OUT", "session.json", true },
        { "simulate healthy --duration 10 --out OUT", "left.csv.gz", true },
        { "simulate healthy --duration 10 --out OUT", "reference/events.csv", true },
        { "analyze RECORDING --out OUT", "summary.json", true },
        { "analyze RECORDING --out OUT", "events.csv", true },
        { "analyze RECORDING --out OUT", "columns.json", true },
        { "analyze RECORDING --out OUT --signal", "signal.html", true },
        { "analyze RECORDING --out OUT --tables parquet", "strides.parquet", true },
        { "analyze RECORDING OTHER --out OUT", "cohort.csv", true },
        { "analyze RECORDING OTHER --out OUT", "cohort.html", true },
        { "analyze RECORDING OTHER --out OUT --again", "walk/summary.json", true },
        { "analyze RECORDING OTHER --out OUT --shard 1/2", "cohort-shard-1-of-2.json", true },
        { "merge SHARDS --out OUT", "cohort_people.csv", true },
        { "merge SHARDS --out OUT", "walk/report.html", true },
        { "replay RECORDING --speed max --out OUT", "report.html", true },
        { "replay RECORDING --speed max --cues PLAN --wav OUT/heard.wav", "heard.wav", true },
        { "walk --simulate healthy --duration 10 --speed max --out OUT", "trajectory.csv", true },
        { "walk --simulate healthy --duration 10 --speed max --cues PLAN --wav OUT/heard.wav", "heard.wav", true },
        { "walk --simulate healthy --duration 10 --speed max --cues PLAN --wav none.wav --out OUT", "cues.csv", true },
        { "walk --replay RECORDING --speed max --out OUT", "turns.csv", true },
        { "walk --simulate healthy --duration 10 --plain --record OUT", "manifest.json", false },
        { "compare RECORDING OTHER --out OUT", "compare.html", true },
        { "evaluate RECORDING --out OUT", "evaluation.html", true },
        { "evaluate RECORDING --out OUT", "strides.csv", true },
        { "evaluate RECORDING --markdown OUT/table.md", "table.md", true },
        { "convert RECORDING --out OUT", "session.json", false },
        { "convert RECORDING --to bids --out OUT", "dataset_description.json", false },
        { "convert RECORDING --to strides-csv --out OUT", "strides.csv", false },
        { "convert RECORDING --to strides-json --out OUT", "strides.json", false },
        { "cues --new OUT/plan.json", "plan.json", false },
        { "doctor SESSION --repair OUT", "manifest.json", false },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task AFileThatIsSomebodyElses_IsRefusedInOneLine_AndNothingIsChanged(string command, string file, bool again)
    {
        Skip(command);
        string[] args = await ArgumentsAsync(command);
        Plant("out", file);
        Dictionary<string, string> before = All();
        Cli.Outcome outcome = await Cli.RunAsync(args);
        outcome.Code.ShouldBeOneOf(ExitCode.Failed, ExitCode.WrongUsage);
        string line = outcome.Errors.Where(l => l.StartsWith("gaitsense: ", StringComparison.Ordinal)).ShouldHaveSingleItem();
        line.ShouldContain(file.Split('/')[0]);
        if (again) line.ShouldContain("--force");
        // Of several recordings the others are analysed; parquet is made when its tables are there.
        string[] mayBeNew = command.Contains("parquet", StringComparison.Ordinal) || file.StartsWith("walk/", StringComparison.Ordinal) ? [.. All().Keys.Except(before.Keys, StringComparer.Ordinal)] : [];
        All().Where(f => !mayBeNew.Contains(f.Key, StringComparer.Ordinal)).ShouldBe(before, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task ALinkUnderAFilesName_IsNotFollowed_NotEvenByForce(string command, string file, bool again)
    {
        Skip(command);
        string[] args = await ArgumentsAsync(command);
        Directory.CreateDirectory(_folder["elsewhere"]);
        File.WriteAllText(_folder["elsewhere", "precious.txt"], Theirs);
        string link = _folder[["out", .. file.Split('/')]];
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        File.CreateSymbolicLink(link, _folder["elsewhere", "precious.txt"]);
        Cli.Outcome outcome = await Cli.RunAsync(again ? [.. args, "--force"] : args);
        outcome.Code.ShouldBeOneOf(ExitCode.Failed, ExitCode.WrongUsage);
        File.ReadAllText(_folder["elsewhere", "precious.txt"]).ShouldBe(Theirs);
        new FileInfo(link).LinkTarget.ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task TheSameAgain_OverItsOwnFiles_Works_UntilSomebodyChangesOne_AndForceWritesOverIt(string command, string file, bool again)
    {
        Skip(command);
        if (!again) return;
        string[] args = await ArgumentsAsync(command);
        Directory.CreateDirectory(_folder["out"]);
        (await Cli.RunAsync(args)).Code.ShouldBe(ExitCode.Done);
        File.Exists(_folder[["out", .. file.Split('/')]]).ShouldBeTrue(file);
        Cli.Outcome second = await Cli.RunAsync(args);
        second.Code.ShouldBe(ExitCode.Done, second.Error);
        await File.AppendAllTextAsync(_folder[["out", .. file.Split('/')]], Theirs, TestContext.Current.CancellationToken);
        Dictionary<string, string> before = All();
        Cli.Outcome third = await Cli.RunAsync(args);
        third.Code.ShouldBe(ExitCode.Failed);
        third.Errors.Where(l => l.StartsWith("gaitsense: ", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain($"{Path.GetFileName(file)}: was changed since gaitsense made it");
        // Of several recordings the others are analysed, and the table says which was not.
        Dictionary<string, string> after = All();
        if (file.StartsWith("walk/", StringComparison.Ordinal)) after[$"out/{file}"].ShouldBe(before[$"out/{file}"]);
        else after.ShouldBe(before, ignoreOrder: true);
        Cli.Outcome forced = await Cli.RunAsync([.. args, "--force"]);
        forced.Code.ShouldBe(ExitCode.Done, forced.Error);
        File.ReadAllText(_folder[["out", .. file.Split('/')]]).ShouldNotContain(Theirs);
    }

    [Theory]
    [InlineData("simulate healthy --seed 2 --duration 10 --out OUT")]
    [InlineData("analyze OTHER --out OUT")]
    [InlineData("replay OTHER --speed max --out OUT")]
    [InlineData("walk --simulate healthy --duration 10 --speed max --out OUT")]
    public async Task ResultsOfAnotherInput_AreKept(string second)
    {
        await ArgumentsAsync(second);
        string[] first = second.StartsWith("simulate", StringComparison.Ordinal) ? await ArgumentsAsync("simulate healthy --seed 1 --duration 10 --out OUT") : await ArgumentsAsync("analyze RECORDING --out OUT");
        (await Cli.RunAsync(first)).Code.ShouldBe(ExitCode.Done);
        Dictionary<string, string> before = All();
        (await Cli.RunAsync(await ArgumentsAsync(second))).ShouldFailInOneLine("out", "--force");
        All().ShouldBe(before, ignoreOrder: true);
    }

    [Fact]
    public async Task ARecordingThatWasMovedOrMended_IsTheSameInput()
    {
        string[] args = await ArgumentsAsync("analyze RECORDING --out OUT");
        (await Cli.RunAsync(args)).Code.ShouldBe(ExitCode.Done);
        RecordingsFolder.Edit(_folder["walk", "session.json"], t => t.Replace("\"version\"", "\"visit\": \"2\", \"version\"", StringComparison.Ordinal));
        (await Cli.RunAsync(args)).Code.ShouldBe(ExitCode.Done);
        Directory.Move(_folder["walk"], _folder["moved"]);
        (await Cli.RunAsync("analyze", _folder["moved"], "--out", _folder["out"])).Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public async Task ACohortThatGrew_IsGoneOnWith_AndAnotherOneIsNot()
    {
        await ArgumentsAsync("RECORDING OTHER");
        (await Cli.RunAsync("analyze", _folder["walk"], _folder["other"], "--out", _folder["out"])).Code.ShouldBe(ExitCode.Done);
        (await Cli.RunAsync("analyze", _folder["walk"], _folder["other"], _folder.Recording("third"), "--out", _folder["out"])).Code.ShouldBe(ExitCode.Done);
        (await Cli.RunAsync("analyze", _folder["walk"], _folder["third"], "--out", _folder["out"])).ShouldFailInOneLine("cohort.csv", "--force");
    }

    [Theory]
    [InlineData("analyze RECORDING --out RECORDING/reference")]
    [InlineData("analyze RECORDING --out RECORDING/new --force")]
    [InlineData("analyze LINK --out RECORDING/new")]
    [InlineData("analyze RECORDING --out LINK")]
    [InlineData("analyze RECORDING --out LINK/deep/er --force")]
    [InlineData("analyze RECORDING OTHER --out RECORDING/all --force")]
    [InlineData("analyze RECORDING/session.json --out RECORDING/x")]
    [InlineData("replay RECORDING --speed max --out LINK --force")]
    [InlineData("replay RECORDING --speed max --cues PLAN --wav RECORDING/heard.wav --force")]
    [InlineData("walk --replay RECORDING --speed max --out RECORDING/x")]
    [InlineData("evaluate RECORDING --out RECORDING/x")]
    [InlineData("evaluate RECORDING --markdown LINK/table.md --force")]
    [InlineData("compare RECORDING OTHER --out RECORDING/x")]
    [InlineData("convert RECORDING --out RECORDING/x")]
    [InlineData("convert RECORDING --to bids --out LINK/x")]
    public async Task AnInput_IsNeverWrittenInto_ByWhateverPath(string command)
    {
        string[] args = await ArgumentsAsync(command);
        Directory.CreateSymbolicLink(_folder["link"], _folder["walk"]);
        Dictionary<string, string> before = All();
        Cli.Outcome outcome = await Cli.RunAsync([.. args.Select(a => a.Replace("LINK", _folder["link"], StringComparison.Ordinal))]);
        outcome.Code.ShouldBeOneOf(ExitCode.Failed, ExitCode.WrongUsage);
        outcome.Errors.Where(l => l.StartsWith("gaitsense: ", StringComparison.Ordinal)).Count().ShouldBe(1, outcome.Error);
        All().ShouldBe(before, ignoreOrder: true);
    }

    [Fact]
    public async Task Simulate_Stopped_IsOverAtOnce_AndLeavesNothing()
    {
        using CancellationTokenSource stop = new(TimeSpan.FromMilliseconds(50));
        (await Cli.RunAsync(["simulate", "healthy", "--duration", "1800", "--out", _folder["out"]], new FakeClock(), stop.Token)).Code.ShouldBe(ExitCode.Interrupted);
        Directory.Exists(_folder["out"]).ShouldBeFalse();
    }

    [Fact]
    public async Task AFolderInsideOut_ThatIsALink_IsNotFollowed()
    {
        await ArgumentsAsync("RECORDING OTHER");
        Directory.CreateDirectory(_folder["elsewhere"]);
        Directory.CreateDirectory(_folder["out"]);
        Directory.CreateSymbolicLink(_folder["out", "walk"], _folder["elsewhere"]);
        Cli.Outcome outcome = await Cli.RunAsync("analyze", _folder["walk"], _folder["other"], "--out", _folder["out"], "--force");
        outcome.Code.ShouldBe(ExitCode.Failed);
        outcome.Errors.ShouldHaveSingleItem().ShouldContain("is a link");
        Directory.GetFileSystemEntries(_folder["elsewhere"]).ShouldBeEmpty();
        File.Exists(_folder["out", "other", "summary.json"]).ShouldBeTrue("one that is refused stops no other");
    }

    public void Dispose() => _folder.Dispose();

    private static void Skip(string command) => Assert.SkipWhen(OperatingSystem.IsWindows(), $"{command}: links need rights on Windows");

    private void Plant(params string[] parts)
    {
        string path = _folder[[parts[0], .. parts[1].Split('/')]];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Theirs);
    }

    // What is in it does not matter: it is refused before anything is read.
    private void Session()
    {
        Directory.CreateDirectory(_folder["session"]);
        File.WriteAllText(_folder["session", "session.gait"], "a session");
    }

    private Dictionary<string, string> All() => Directory.GetFiles(_folder[""], "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
        .ToDictionary(f => Path.GetRelativePath(_folder[""], f), f => Convert.ToHexString(File.ReadAllBytes(f)), StringComparer.Ordinal);

    // The places of a command line, made where they are not there yet.
    private async Task<string[]> ArgumentsAsync(string command)
    {
        if (command.Contains("RECORDING", StringComparison.Ordinal) && !Directory.Exists(_folder["walk"])) _folder.Recording();
        if (command.Contains("OTHER", StringComparison.Ordinal) && !Directory.Exists(_folder["other"])) RecordingsFolder.Edit(Path.Combine(_folder.Recording("other"), "left.csv"), t => t[..t.TrimEnd().LastIndexOf('\n')] + "\n");
        if (command.Contains("PLAN", StringComparison.Ordinal)) (await Cli.RunAsync("cues", "--new", _folder["plan.json"])).Code.ShouldBe(ExitCode.Done);
        if (command.Contains("SHARDS", StringComparison.Ordinal)) (await Cli.RunAsync("analyze", _folder.Recording(), "--shard", "1/1", "--out", _folder["shards"])).Code.ShouldBe(ExitCode.Done);
        if (command.Contains("SESSION", StringComparison.Ordinal)) Session();
        return [.. command.Split(' ').Select(a => a
            .Replace("RECORDING", _folder["walk"], StringComparison.Ordinal).Replace("OTHER", _folder["other"], StringComparison.Ordinal).Replace("PLAN", _folder["plan.json"], StringComparison.Ordinal)
            .Replace("SHARDS", _folder["shards"], StringComparison.Ordinal).Replace("SESSION", _folder["session"], StringComparison.Ordinal).Replace("OUT", _folder["out"], StringComparison.Ordinal)
            .Replace("none.wav", _folder["none.wav"], StringComparison.Ordinal))];
    }
}

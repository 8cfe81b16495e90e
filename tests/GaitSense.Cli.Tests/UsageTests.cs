using GaitSense.Cli.App;
using GaitSense.Devices;

namespace GaitSense.Cli.Tests;

public sealed class UsageTests : IDisposable
{
    private readonly RecordingsFolder _folder = new();

    // Whoever reads it knows no parser and no types.
    [Theory]
    [InlineData("--workers is many; it should be a whole number", "analyze", "x", "--workers", "many")]
    [InlineData("--rate is ten; it should be a number", "convert", "x.csv", "--out", "y", "--rate", "ten")]
    [InlineData("--out needs a value: --out DIR", "analyze", "x", "--out")]
    [InlineData("2 is not known here; it should be 1 or max", "replay", "x", "--speed", "2")]
    [InlineData("bahs is not known here; it should be bash, zsh, fish or pwsh; did you mean bash?", "completion", "bahs")]
    [InlineData("B is missing: compare needs A and B", "compare", "x")]
    [InlineData("y is too much: replay takes RECORDING only", "replay", "x", "y")]
    [InlineData("--leg-length is 0,86; it should be a number, like 2.5.", "people", "add", "P07", "--leg-length", "0,86")]
    [InlineData("--leg-length is 1.9; it should be 0.5 to 1.3 m.", "people", "add", "P07", "--leg-length", "1.9")]
    public async Task WrongUsage_IsSaidInOneLineAndInWordsOfThisProgram(string says, params string[] args)
    {
        Cli.Outcome outcome = await Cli.RunAsync(args);
        outcome.Code.ShouldBe(ExitCode.WrongUsage);
        string[] lines = outcome.Error.TrimEnd().Split('\n');
        lines.Length.ShouldBe(2, outcome.Error);
        lines[0].ShouldContain(says);
        lines[1].ShouldStartWith("Try: ");
    }

    [Theory]
    [InlineData("fly")]
    [InlineData("help", "fly")]
    [InlineData("analyze")]
    [InlineData("analyze", "x", "--trajectory", "some")]
    [InlineData("analyze", "x", "--jobs", "0")]
    [InlineData("analyze", "x", "--jobs", "many")]
    [InlineData("analyze", "x", "--out", "")]
    [InlineData("analyze", "")]
    [InlineData("analyze", "x", "--nonsense")]
    [InlineData("doctor", "--nonsense")]
    [InlineData("simulate", "--nonsense", "--out", "x")]
    [InlineData("replay", "x", "--speed", "2")]
    [InlineData("replay", "x", "y")]
    [InlineData("walk")]
    [InlineData("walk", "--simulate", "healthy", "--replay", "x")]
    [InlineData("walk", "--simulate", "nobody")]
    [InlineData("simulate")]
    [InlineData("simulate", "healthy")]
    [InlineData("simulate", "nobody", "--out", "x")]
    [InlineData("simulate", "healthy", "--out", "x", "--duration", "3")]
    [InlineData("simulate", "healthy", "--out", "x", "--duration", "NaN")]
    [InlineData("simulate", "healthy", "--out", "x", "--seed", "-1")]
    [InlineData("evaluate")]
    [InlineData("convert")]
    [InlineData("convert", "x.csv")]
    [InlineData("convert", "--out", "x")]
    [InlineData("convert", "", "--out", "x")]
    [InlineData("convert", "x.csv", "--out", "x", "--from", "papyrus")]
    [InlineData("convert", "x.csv", "--out", "x", "--rate", "0")]
    [InlineData("convert", "x.csv", "--out", "x", "--clock", "sun")]
    [InlineData("doctor", "x", "y")]
    [InlineData("walk", "--ble", "--simulate", "healthy")]
    [InlineData("walk", "--simulate", "healthy", "--record", "x", "--speed", "max")]
    [InlineData("walk", "--replay", "x", "--record", "y")]
    [InlineData("walk", "--ble", "--record", "x", "--leg-length", "9")]
    [InlineData("walk", "--simulate", "healthy", "--wav", "x.wav")]
    [InlineData("walk", "--simulate", "healthy", "--sound-latency", "2000")]
    [InlineData("cues", "x", "--new", "y")]
    [InlineData("replay", "x", "--loss", "60%")]
    [InlineData("replay", "x", "--jitter", "much")]
    [InlineData("doctor", "--repair", "x")]
    [InlineData("walk", "--ble", "--left", "C0:00:00:00:00:0A", "--right", "c0:00:00:00:00:0a")]
    [InlineData("walk", "--ble", "--duration", "0")]
    [InlineData("walk", "--ble", "--duration", "NaN")]
    [InlineData("walk", "--ble", "--rate", "10")]
    [InlineData("walk", "--ble", "--out", "")]
    [InlineData("walk", "--ble", "--record", "x", "--out", "./x/")]
    [InlineData("record")]
    [InlineData("record", "--out", "x")]
    [InlineData("record", "--ble")]
    [InlineData("record", "--ble", "--out", "")]
    [InlineData("record", "--ble", "--out", "x", "--left", "A", "--right", "A")]
    [InlineData("record", "--ble", "--out", "x", "--duration", "0")]
    [InlineData("scan", "--duration", "0")]
    [InlineData("scan", "--nonsense")]
    [InlineData("sensor")]
    [InlineData("sensor", "--foot", "left")]
    [InlineData("sensor", "--foot", "left", "--simulate", "healthy", "--recording", "x")]
    [InlineData("sensor", "--foot", "left", "--simulate", "nobody")]
    [InlineData("sensor", "--foot", "left", "--simulate", "healthy", "--loss", "60")]
    [InlineData("sensor", "--simulate", "healthy")]
    [InlineData("serve", "--port", "70000")]
    [InlineData("serve", "--port", "-1")]
    [InlineData("serve", "--pages", "")]
    [InlineData("sensor", "--simulate", "healthy", "--adapter", "hci1")]
    [InlineData("sensor", "--simulate", "healthy", "--adapter", "hci1", "--adapter", "hci1")]
    public async Task WrongUsage_IsExitCodeTwoWithAWord(params string[] args)
    {
        Cli.Outcome outcome = await Cli.RunAsync(args);
        outcome.Code.ShouldBe(ExitCode.WrongUsage, outcome.Error);
        outcome.Error.ShouldStartWith("gaitsense: ");
        outcome.Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task Analyze_TwoRecordingsOfOneName_IsWrongUsageAndWritesNothing()
    {
        (string a, string b) = (_folder.Recording("a/walk"), _folder.Recording("b/walk"));
        Cli.Outcome outcome = await Cli.RunAsync("analyze", a, b, "--out", _folder["out"]);
        outcome.Code.ShouldBe(ExitCode.WrongUsage);
        outcome.Error.ShouldContain("called");
        Directory.Exists(_folder["out"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Analyze_OutThatIsTheRecording_IsWrongUsage()
    {
        string recording = _folder.Recording();
        (await Cli.RunAsync("analyze", recording, "--out", recording + "/")).Code.ShouldBe(ExitCode.WrongUsage);
        (await Cli.RunAsync("replay", recording, "--out", recording)).Code.ShouldBe(ExitCode.WrongUsage);
    }

    [Theory]
    [InlineData("analyze")]
    [InlineData("replay")]
    [InlineData("walk")]
    [InlineData("evaluate")]
    [InlineData("simulate")]
    [InlineData("doctor")]
    [InlineData("scan")]
    [InlineData("record")]
    [InlineData("sensor")]
    [InlineData("serve")]
    [InlineData("test")]
    public async Task Help_OfEachCommand_TeachesWithExamples(string command)
    {
        Cli.Outcome outcome = await Cli.RunAsync(command, "--help");
        outcome.Code.ShouldBe(ExitCode.Done);
        outcome.Out.ShouldContain("Usage:");
        outcome.Out.ShouldContain("Examples:");
        outcome.Out.ShouldContain($"gaitsense {command}");
        outcome.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Help_OfTheProgram_ListsCommandsAndExitCodes()
    {
        Cli.Outcome outcome = await Cli.RunAsync("--help");
        outcome.Code.ShouldBe(ExitCode.Done);
        foreach (string text in new[] { "analyze", "replay", "walk", "evaluate", "simulate", "doctor", "scan", "record", "sensor", "130", "no medical device" }) outcome.Out.ShouldContain(text);
    }

    [Fact]
    public async Task NoWordAtAll_AsksForHelp()
    {
        Cli.Outcome bare = await Cli.RunAsync(), help = await Cli.RunAsync("--help");
        bare.Code.ShouldBe(ExitCode.Done);
        bare.ShouldBe(help);
        (await Cli.RunAsync("help")).ShouldBe(help);
        (await Cli.RunAsync("help", "analyze")).ShouldBe(await Cli.RunAsync("analyze", "--help"));
    }

    [Theory]
    [InlineData("unknown command anaylze; did you mean analyze?", "anaylze", "x")]
    [InlineData("unknown command docter; did you mean doctor?", "docter")]
    [InlineData("unknown command anlyze; did you mean analyze?", "help", "anlyze")]
    [InlineData("unknown command t25fw; it is a TEST of gaitsense test, try: gaitsense test --help", "help", "t25fw")]
    [InlineData("unknown command ms-mild; it is a PRESET of gaitsense simulate, try: gaitsense simulate --help", "ms-mild")]
    [InlineData("unknown command fly.", "fly")]
    [InlineData("there is no option --wrkers; did you mean --workers?", "analyze", "x", "--wrkers=3")]
    [InlineData("there is no option --durtion; did you mean --duration?", "scan", "--durtion", "3")]
    [InlineData("there is no option --quite; did you mean --quiet?", "doctor", "--quite")]
    [InlineData("there is no option --nonsense.", "analyze", "x", "--nonsense")]
    [InlineData("there is no walk called heathy; did you mean healthy?", "walk", "--simulate", "heathy")]
    public async Task AWordThatNobodyKnows_IsNamedWithWhatWasMeant(string message, params string[] args)
    {
        Cli.Outcome outcome = await Cli.RunAsync(args);
        outcome.Code.ShouldBe(ExitCode.WrongUsage);
        outcome.Error.ShouldStartWith("gaitsense: " + message);
    }

    [Fact]
    public async Task Quiet_LeavesResultsAndErrors()
    {
        string recording = _folder.Spoiled("session.json", text => text.Replace("\"shared\"", "\"separate\"", StringComparison.Ordinal));
        Cli.Outcome loud = await Cli.RunAsync("analyze", recording, "--out", _folder["loud"]), quiet = await Cli.RunAsync("analyze", recording, "--out", _folder["loud"], "--quiet");
        loud.Error.ShouldContain("warning: ");
        quiet.Error.ShouldBeEmpty();
        quiet.Out.ShouldBe(loud.Out);
        (await Cli.RunAsync("--quiet", "analyze", _folder["nothing"])).Error.ShouldStartWith("gaitsense: ");
    }

    [Fact]
    public async Task Doctor_OfThisMachine_FitsOnASmallScreen()
    {
        FakeCentral many = new() { Adapters = [.. Enumerable.Range(0, 30).Select(i => new BleAdapterState($"hci{i}", "00:00:00:00:00:00", new BleException(BleFailure.NoAdapter, $"hci{i}", new string('x', 30) + string.Concat(Enumerable.Repeat(" why", 80)))))] };
        Cli.Outcome screen = await Cli.RunAsync(["doctor"], t => t with { Bluetooth = _ => many }, CancellationToken.None);
        Cli.Outcome all = await Cli.RunAsync(["doctor", "--all"], t => t with { Bluetooth = _ => many }, CancellationToken.None);

        string[] lines = screen.Out.TrimEnd('\n').Split('\n');
        lines.Length.ShouldBeInRange(10, 24);
        lines.ShouldAllBe(l => l.Length <= 80);
        screen.Out.ShouldContain("gaitsense doctor --all");
        all.Out.ShouldContain("hci29");
    }

    public void Dispose() => _folder.Dispose();
}

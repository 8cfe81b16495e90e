using System.Diagnostics;
using GaitSense.Cli.App;

namespace GaitSense.Cli.Tests;

/// <summary>What lies among recordings and is none, or cannot be read, stops no other; a path that is empty is wrong usage.</summary>
public sealed class OddInputTests : IDisposable
{
    private readonly RecordingsFolder _folder = new();

    [Theory]
    [InlineData("analyze TREE --out OUT")]
    [InlineData("evaluate TREE --out OUT")]
    public async Task ATreeWithAPipeAFolderWithoutPermissionAndAnOddName_HasItsOtherRecordingsDone(string command)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pipes and bytes in names are made by Linux here");
        _folder.Recording("tree/good");
        Directory.Move(_folder.Recording("piped"), _folder["tree", "piped"]);
        File.Delete(_folder["tree", "piped", "left.csv"]);
        await ShellAsync($"cd '{_folder["tree"]}' && mkfifo a-pipe.csv piped/left.csv && mkdir closed deep deep/deeper && mkfifo deep/deeper/session.json && mkdir \"$(printf 'odd\\377name')\" && cp -r good/. \"$(printf 'odd\\377name')/\" && chmod 0 closed");
        Cli.Outcome outcome = await Cli.RunAsync([.. command.Split(' ').Select(a => a.Replace("TREE", _folder["tree"], StringComparison.Ordinal).Replace("OUT", _folder["out"], StringComparison.Ordinal))]);
        // .NET cannot take such a name away.
        await ShellAsync($"chmod 700 '{_folder["tree", "closed"]}' && rm -r '{_folder["tree"]}'");
        outcome.Code.ShouldBe(ExitCode.Failed);
        File.Exists(_folder["out", "good", "summary.json"]).ShouldBeTrue(outcome.Error);
        outcome.Error.ShouldContain("piped");
        outcome.Error.ShouldContain("odd");
        outcome.Error.ShouldNotContain("fault of the program");
    }

    [Theory]
    [InlineData("doctor", "")]
    [InlineData("replay", "")]
    [InlineData("cues", "")]
    [InlineData("cues", "--new", "")]
    [InlineData("walk", "--replay", "")]
    [InlineData("walk", "--simulate", "healthy", "--cues", "")]
    [InlineData("walk", "--simulate", "healthy", "--cues", "PLAN", "--wav", "")]
    [InlineData("evaluate", "x", "--markdown", "")]
    [InlineData("sensor", "--adapter", "hci1", "--foot", "left", "--recording", "")]
    public async Task AnEmptyPath_IsWrongUsage(params string[] args)
    {
        Cli.Outcome outcome = await Cli.RunAsync(args);
        outcome.Code.ShouldBe(ExitCode.WrongUsage);
        outcome.Error.ShouldContain("is empty");
        outcome.Error.ShouldNotContain("fault of the program");
    }

    [Theory]
    [InlineData("1e9")]
    [InlineData("0")]
    [InlineData("-100")]
    public async Task ARateThatNoSensorHas_IsRefused(string rate)
    {
        string walk = _folder.Spoiled("session.json", t => System.Text.RegularExpressions.Regex.Replace(t, "\"rate_hz\": *[0-9.]+", $"\"rate_hz\": {rate}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        (await Cli.RunAsync("analyze", walk, "--out", _folder["out"])).ShouldFailInOneLine("rate_hz");
    }

    public void Dispose() => _folder.Dispose();

    private static async Task ShellAsync(string script)
    {
        using Process shell = Process.Start(new ProcessStartInfo("sh", ["-c", script]) { UseShellExecute = false })!;
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        shell.ExitCode.ShouldBe(0, script);
    }
}

using System.Diagnostics;
using GaitSense.Cli.App;

namespace GaitSense.Cli.Tests;

public sealed class ReplayTests : IDisposable
{
    private readonly RecordingsFolder _folder = new();

    [Fact]
    public async Task Replay_AtAnySpeed_WritesTheBytesOfAnalyze()
    {
        string recording = _folder.Recording();
        (await Cli.RunAsync("analyze", recording, "--out", _folder["analyze"])).Code.ShouldBe(ExitCode.Done);
        (await Cli.RunAsync("replay", recording, "--out", _folder["real"])).Code.ShouldBe(ExitCode.Done);
        (await Cli.RunAsync("replay", recording, "--speed", "max", "--out", _folder["max"])).Code.ShouldBe(ExitCode.Done);
        (await Cli.RunAsync("walk", "--replay", recording, "--out", _folder["session"])).Code.ShouldBe(ExitCode.Done);
        (string, string)[] expected = [.. RecordingsFolder.Contents(_folder["analyze"])];
        expected.Length.ShouldBe(11, "and the note of what they were made of");
        foreach (string other in new[] { "real", "max", "session" }) RecordingsFolder.Contents(_folder[other]).ShouldBe(expected, other);
    }

    [Fact]
    public async Task Replay_InAnotherProcess_WritesTheSameBytes()
    {
        string recording = _folder.Recording();
        await Cli.RunAsync("analyze", recording, "--out", _folder["here"]);
        using Process process = Start("replay", recording, "--speed", "max", "--out", _folder["there"]);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(ExitCode.Done);
        output.ShouldContain("report: ");
        output.ShouldNotContain("\u001b");
        RecordingsFolder.Contents(_folder["there"]).ShouldBe(RecordingsFolder.Contents(_folder["here"]));
    }

    [Fact]
    public async Task Replay_NotOnATerminal_WritesALineForEachStride()
    {
        Cli.Outcome outcome = await Cli.RunAsync("replay", _folder.Recording(), "--speed", "max", "--out", _folder["out"]);
        int strides = (await File.ReadAllLinesAsync(_folder["out", "strides.csv"], TestContext.Current.CancellationToken)).Length - 1;
        string[] lines = outcome.Out.Split('\n');
        lines.Count(l => l.Contains(" stride  ", StringComparison.Ordinal) || l.Contains(" rejected  ", StringComparison.Ordinal)).ShouldBe(strides);
        lines.ShouldContain(l => l.Contains("left ", StringComparison.Ordinal) && l.Contains("forward", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Replay_Stopped_SavesWhatWasWalkedAndIs130()
    {
        using var stop = new CancellationTokenSource();
        Cli.Outcome outcome = await Cli.RunAsync(["replay", _folder.Recording(), "--out", _folder["out"]], new FakeClock(TimeSpan.FromSeconds(9), stop.Cancel), stop.Token);
        outcome.Code.ShouldBe(ExitCode.Interrupted, outcome.Error);
        File.Exists(_folder["out", "report.html"]).ShouldBeTrue();
        File.Exists(_folder["out", "incomplete.txt"]).ShouldBeTrue();
        outcome.Error.ShouldContain("stopped before its end");
        (await File.ReadAllLinesAsync(_folder["out", "strides.csv"], TestContext.Current.CancellationToken)).Length.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task Replay_CtrlCInAProcess_SavesWhatWasWalkedAndIs130()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGINT to send.");
        using Process process = Start("replay", _folder.Recording(), "--out", _folder["out"]);
        (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull();
        (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull(); // the first stride
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(ExitCode.Interrupted);
        File.Exists(_folder["out", "summary.json"]).ShouldBeTrue();
    }

    [Fact]
    public async Task Walk_Simulated_IsWatchedAndSaved()
    {
        Cli.Outcome outcome = await Cli.RunAsync("walk", "--simulate", "healthy", "--duration", "12", "--speed", "max", "--out", _folder["out"]);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        outcome.Out.ShouldContain("forward");
        File.Exists(_folder["out", "report.html"]).ShouldBeTrue();
    }

    public void Dispose() => _folder.Dispose();

    private static Process Start(params string[] args) => Process.Start(new ProcessStartInfo("dotnet", [typeof(CommandLineApp).Assembly.Location, .. args])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = false,
        RedirectStandardInput = true,
        UseShellExecute = false,
    })!;
}

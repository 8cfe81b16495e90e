using System.Diagnostics;
using GaitSense.Cli.App;

namespace GaitSense.Cli.Tests;

/// <summary>The completion scripts; bash's is run by bash, as its tab key does.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly RecordingsFolder _folder = new();

    [Theory]
    [InlineData("gaitsense an", "analyze")]
    [InlineData("gaitsense analyze --work", "--workers")]
    [InlineData("gaitsense analyze --qui", "--quiet")]
    [InlineData("gaitsense analyze --trajectory f", "full")]
    [InlineData("gaitsense simulate ms-foot-drop-s", "ms-foot-drop-severe")]
    [InlineData("gaitsense walk --simulate treadm", "treadmill")]
    [InlineData("gaitsense help comp", "compare", "completion")]
    [InlineData("gaitsense completion z", "zsh")]
    [InlineData("gaitsense analyze my", "my walk", "mystery")]
    [InlineData("gaitsense analyze my-other --out my", "my walk", "mystery")]
    public async Task Bash_AtTheTabKey_CompletesWhatCanCome(string typed, params string[] expected)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "bash is not here");
        Directory.CreateDirectory(_folder["my walk"]);
        Directory.CreateDirectory(_folder["mystery"]);
        await File.WriteAllTextAsync(_folder["script"], (await Cli.RunAsync("completion", "bash")).Out, TestContext.Current.CancellationToken);
        string[] words = typed.Split(' ');
        string array = string.Join(' ', words.Select(w => $"'{w}'"));
        string output = await RunBashAsync($"source ./script; COMP_WORDS=({array}); COMP_CWORD={words.Length - 1}; _gaitsense; printf '%s\\n' \"${{COMPREPLY[@]}}\"");

        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ShouldBe(expected);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task Script_OfEachShell_KnowsEveryCommandAndWalk(string shell)
    {
        Cli.Outcome outcome = await Cli.RunAsync("completion", shell);
        outcome.Code.ShouldBe(ExitCode.Done);
        outcome.Error.ShouldBeEmpty();
        foreach (string word in new[] { "analyze", "doctor", "completion", "workers", "treadmill", "gaitsense" }) outcome.Out.ShouldContain(word);
    }

    [Fact]
    public async Task Script_OfAnUnknownShell_IsWrongUsage() => (await Cli.RunAsync("completion", "tcsh")).Code.ShouldBe(ExitCode.WrongUsage);

    public void Dispose() => _folder.Dispose();

    private async Task<string> RunBashAsync(string script)
    {
        var start = new ProcessStartInfo("/bin/bash", ["--norc", "-c", script]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder["."] };
        using Process bash = Process.Start(start)!;
        string output = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        (await bash.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        return output;
    }
}

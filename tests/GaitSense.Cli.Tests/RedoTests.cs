using System.ComponentModel;
using System.Diagnostics;
using GaitSense.Cli.App;

namespace GaitSense.Cli.Tests;

/// <summary>The numbers of the summary, made again from the tables by programs that are not ours.</summary>
public sealed class RedoTests : IDisposable
{
    private readonly RecordingsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("there-and-back", 46)]
    [InlineData("ms-ataxic", 200)]
    [InlineData("stop-and-go", 200)]
    public async Task Script_OfTheTablesAlone_GivesTheSummarysMeans(string preset, int durationS)
    {
        await AnalyzeAsync(preset, durationS);
        (int code, string text) = Run("python3", [Sample("redo", "means.py"), _folder["out"]]);
        code.ShouldBe(0, text);
        text.ShouldMatch(@"\b[1-9]\d+ means compared, 0 differ");

        // And it sees a table that was tampered with.
        RecordingsFolder.Edit(_folder["out", "strides.csv"], t => t.Replace(",steady\n", ",turn\n", StringComparison.Ordinal));
        Run("python3", [Sample("redo", "means.py"), _folder["out"]]).Code.ShouldBe(1);
    }

    [Fact]
    public async Task OneLinersOfTheSamplesPage_ArePrintedAsTheyRun()
    {
        await AnalyzeAsync("there-and-back", 46);
        string[] lines = [.. File.ReadAllLines(Sample("README.md")).Where(l => l.StartsWith("python3 -c", StringComparison.Ordinal) || l.StartsWith("Rscript", StringComparison.Ordinal))];
        lines.Length.ShouldBe(2);
        List<string> ran = [];
        foreach (string line in lines)
        {
            bool isPandas = line.StartsWith("python3", StringComparison.Ordinal);
            string tool = isPandas ? "pandas" : "R";
            bool isThere = isPandas ? Run("python3", ["-c", "import pandas"]).Code == 0 : Run("Rscript", ["--version"]).Code == 0;
            if (!isThere) continue;
            (int code, string text) = Run("bash", ["-c", line.Replace("RESULTS", _folder["out"], StringComparison.Ordinal)]);
            code.ShouldBe(0, text);
            text.ShouldContain("1.4", customMessage: $"{tool}: the mean forward stride is {text}");
            ran.Add(tool);
        }

        if (ran.Count == 0) Assert.Skip("Neither pandas (python3-pandas) nor R (r-base-core) is on this machine.");
    }

    private async Task AnalyzeAsync(string preset, int durationS)
    {
        Cli.Outcome made = await Cli.RunAsync("simulate", preset, "--seed", "1", "--duration", $"{durationS}", "--out", _folder["walk"]);
        made.Code.ShouldBe(ExitCode.Done, made.Error);
        Cli.Outcome outcome = await Cli.RunAsync("analyze", _folder["walk"], "--out", _folder["out"]);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
    }

    private static string Sample(params string[] parts) => Repository.At(["samples", .. parts]);

    private static (int Code, string Text) Run(string program, string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, text + errors.Result);
        }
        catch (Win32Exception e)
        {
            if (string.Equals(program, "python3", StringComparison.Ordinal)) Assert.Skip("python3 is not on this machine.");
            return (-1, e.Message);
        }
    }
}

using System.Text.RegularExpressions;

namespace GaitSense.Cli.Tests;

/// <summary>What help promises is there, and what a command cannot do is not in its help.</summary>
public sealed partial class HelpWordsTests
{
    [Fact]
    public async Task Help_OfConvert_NamesTheProgramsWhoseFilesAreRead()
    {
        string help = string.Join(' ', (await Cli.RunAsync("convert", "--help")).Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        string[] named = Programs().Match(help).Groups["names"].Value.Split(", ");
        string page = await File.ReadAllTextAsync(Repository.At("src", "GaitSense.Recording", "README.md"), TestContext.Current.CancellationToken);
        string[] read = [.. Formats().Matches(page).Select(m => m.Groups["format"].Value)];
        named.Length.ShouldBeGreaterThan(5);
        named.ShouldAllBe(n => read.Any(f => f.Contains(n, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Help_OfRecord_IsOfSensorsAlone()
    {
        string record = (await Cli.RunAsync("record", "--help")).Out, walk = (await Cli.RunAsync("walk", "--help")).Out;
        record.ShouldNotContain("simulated");
        record.ShouldNotContain("With a recording");
        record.ShouldContain("Pseudonymous id of who walks");
        walk.ShouldContain("simulated walk ends with its last step");
        walk.ShouldContain("With a recording: pseudonymous id of who walks");
    }

    [Fact]
    public async Task Columns_OfCues_SayThatLoudnessIsAgainstThePlansVolume() =>
        (await Cli.RunAsync("columns", "cues.csv")).Out.Split('\n').Single(l => l.Contains("gain_db", StringComparison.Ordinal)).ShouldContain("against the plan's volume");

    [GeneratedRegex("the programs of (?<names>[^;]+) and phone loggers", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Programs();

    [GeneratedRegex(@"^\| (?<format>[^|]+) \| ", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Formats();
}

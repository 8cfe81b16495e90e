using System.Globalization;
using System.Text;
using GaitSense.Cli.App;

namespace GaitSense.Cli.Tests;

/// <summary>What a recording, a table or a folder's name says is text wherever it is shown: it moves no cursor, forges no line, turns no writing and is no formula.</summary>
public sealed class OutsideTextTests : IDisposable
{
    private const string Hostile = "=1+1\u001b]0;owned\u0007\u001b[2J\r\nverdict     whole\u202e\u2028\u009b31m";
    private readonly RecordingsFolder _folder = new();

    [Theory]
    [InlineData("doctor WALK")]
    [InlineData("doctor WALK --json")]
    [InlineData("analyze WALK --out OUT --signal --tables parquet")]
    [InlineData("analyze WALK --out OUT --json")]
    [InlineData("analyze STUDY --out OUT")]
    [InlineData("analyze STUDY --out OUT --json")]
    [InlineData("replay WALK --speed max --plain --out OUT")]
    [InlineData("walk --replay WALK --speed max --plain")]
    [InlineData("evaluate WALK --out OUT --markdown OUT/table.md")]
    [InlineData("evaluate WALK --json")]
    [InlineData("compare WALK WALK --out OUT")]
    [InlineData("compare WALK WALK --json")]
    [InlineData("convert WALK --out OUT/plain")]
    [InlineData("convert WALK --to bids --out OUT")]
    [InlineData("convert WALK --to strides-csv --out OUT")]
    [InlineData("doctor NOTHING")]
    [InlineData("analyze NOTHING --out OUT")]
    [InlineData("cues NOTHING")]
    public async Task EachCommandThatPrints(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "such names of folders are none there");
        string study = _folder["study"], walk = _folder["study", "P01", "w\u001b[31m\nverdict     whole\u202e"];
        Directory.CreateDirectory(_folder["study", "P01"]);
        Directory.Move(_folder.Spoiled("session.json", t => t.Replace("\"version\"", $"\"description\": {Json}, \"participant\": {Json}, \"group\": {Json}, \"source\": {Json}, \"version\"", StringComparison.Ordinal)
            .Replace("\"description\": \"healthy", "\"_\": \"healthy", StringComparison.Ordinal)), walk);
        File.WriteAllText(_folder["study", "participants.csv"], $"participant,group,=cmd\nP01,\"{Hostile}\",\"{Hostile}\"\n");
        string nothing = _folder["no\u001b[2J\nverdict     whole\u202e"];
        Cli.Outcome outcome = await Cli.RunAsync([.. command.Split(' ').Select(a => a.Replace("WALK", walk, StringComparison.Ordinal).Replace("STUDY", study, StringComparison.Ordinal).Replace("NOTHING", nothing, StringComparison.Ordinal).Replace("OUT", _folder["out"], StringComparison.Ordinal))]);
        if (!command.Contains("NOTHING", StringComparison.Ordinal)) outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        ShouldBeText(outcome.Out, "stdout");
        ShouldBeText(outcome.Error, "stderr");
        outcome.Out.Split('\n').ShouldNotContain(l => l.TrimStart().StartsWith("verdict     whole", StringComparison.Ordinal));
        outcome.Error.Split('\n').ShouldNotContain(l => l.TrimStart().StartsWith("verdict     whole", StringComparison.Ordinal));
        foreach (string file in Directory.Exists(_folder["out"]) ? Directory.GetFiles(_folder["out"], "*", SearchOption.AllDirectories) : [])
        {
            string text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            if (Path.GetExtension(file) is ".html" or ".md" or ".csv" or ".tsv") ShouldBeText(text, file);
            if (Path.GetExtension(file) is ".csv") text.Split('\n').SelectMany(l => l.Split(',')).ShouldNotContain(c => c.TrimStart('"').StartsWith('='), file);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static string Json => System.Text.Json.JsonSerializer.Serialize(Hostile);

    private static void ShouldBeText(string text, string where)
    {
        foreach (Rune rune in text.EnumerateRunes())
            if (rune.Value is not ('\n' or '\t')) Rune.GetUnicodeCategory(rune).ShouldNotBeOneOf([UnicodeCategory.Control, UnicodeCategory.Format, UnicodeCategory.LineSeparator, UnicodeCategory.ParagraphSeparator], $"{where}: U+{rune.Value:X4}");
    }
}

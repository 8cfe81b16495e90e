using System.Text.RegularExpressions;

namespace GaitSense.Architecture.Tests;

/// <summary>The page of hazards (<c>src/SAFETY.md</c>) says what is so: each hazard has a test, and each test that it names lives.</summary>
public sealed partial class SafetyPageTests
{
    private static readonly string s_page = File.ReadAllText(Repository.At("src", "SAFETY.md"));

    private static readonly Lazy<HashSet<string>> s_living = new(() => [.. TestFiles().SelectMany(f => Living(File.ReadLines(f)))]);

    /// <summary>Tests that are run, as Class.Method.</summary>
    internal static HashSet<string> Alive => s_living.Value;

    [Fact]
    public void EachHazard_HasATestACauseAndAControl()
    {
        (string Hazard, string[] Cells)[] rows = [.. Rows()];
        rows.Length.ShouldBeGreaterThan(20);
        foreach ((string hazard, string[] cells) in rows)
        {
            cells.Length.ShouldBe(4, hazard);
            cells.ShouldAllBe(c => c.Length > 0, hazard);
            Named(cells[3]).ShouldNotBeEmpty(hazard);
        }

        rows.Select(r => r.Hazard.Split(' ')[0]).ShouldBeUnique(StringComparer.Ordinal);
    }

    [Fact]
    public void EachTestThatIsNamed_Lives() => Named(s_page).Where(t => !s_living.Value.Contains(t)).ShouldBeEmpty();

    [Fact]
    public void EachScenario_StandsBesideAHazard() =>
        s_living.Value.Where(t => t.StartsWith("FaultScenarioTests.", StringComparison.Ordinal)).ShouldBeSubsetOf(Named(s_page), StringComparer.Ordinal);

    [Theory]
    [InlineData("    [Fact]", true)]
    [InlineData("    [Theory, InlineData(1)]", true)]
    [InlineData("    [Fact(Skip = \"later\")]", false)]
    [InlineData("    // [Fact]", false)]
    [InlineData("", false)]
    public void ATest_LivesWhereItIsRun(string attribute, bool lives) =>
        Living(["public sealed class WalkTests", "{", attribute, "    public async Task Walk_Goes(int steps)"]).ShouldBe(lives ? ["WalkTests.Walk_Goes"] : []);

    [Fact]
    public void WhatIsShown_NeitherBlinksNorMovesByItself() =>
        Sources("src", "*.cs", "*.js", "*.ts", "*.tsx", "*.css", "*.html").Where(f => !IsDeskScript(f) && MovesByItself().IsMatch(File.ReadAllText(f))).Select(f => Path.GetRelativePath(Repository.Root, f)).ShouldBeEmpty();

    // The desk shows the clinician a walk and a stopwatch that go on; its styles are bound by the rule as all others are.
    private static bool IsDeskScript(string file) => Path.GetRelativePath(Repository.At("src"), file).Replace('\\', '/').StartsWith("GaitSense.Web/src/desk/", StringComparison.Ordinal) && Path.GetExtension(file) is (".ts" or ".tsx");

    private static IEnumerable<(string Hazard, string[] Cells)> Rows() =>
        from line in s_page.Split('\n')
        where HazardRow().IsMatch(line)
        let cells = line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries)
        select (cells[0], cells);

    /// <summary>Tests that a text names.</summary>
    internal static string[] Named(string text) => [.. NamedTest().Matches(text).Select(m => m.Groups[1].Value)];

    private static IEnumerable<string> TestFiles() => Sources("tests", "*Tests.cs");

    private static IEnumerable<string> Sources(string folder, params string[] patterns) =>
        patterns.SelectMany(p => Directory.EnumerateFiles(Repository.At(folder), p, SearchOption.AllDirectories))
            .Where(f => !Path.GetRelativePath(Repository.Root, f).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or "dist"));

    // Class.Method of each method that is a test and is run.
    private static IEnumerable<string> Living(IEnumerable<string> lines)
    {
        string type = "", attributes = "";
        foreach (string line in lines.Select(l => l.Trim()))
        {
            if (line.StartsWith('[')) attributes += line;
            else if (Class().Match(line) is { Success: true } c) type = c.Groups[1].Value;
            else if (Method().Match(line) is { Success: true } m && IsTest().IsMatch(attributes) && !attributes.Contains("Skip", StringComparison.Ordinal)) yield return $"{type}.{m.Groups[1].Value}";
            if (!line.StartsWith('[')) attributes = "";
        }
    }

    [GeneratedRegex(@"^\| [WCN][0-9]+ ")]
    private static partial Regex HazardRow();

    [GeneratedRegex(@"`(\w+Tests\.\w+)`")]
    private static partial Regex NamedTest();

    [GeneratedRegex(@"^(?:public|internal) (?:sealed )?(?:partial )?class (\w+)")]
    private static partial Regex Class();

    [GeneratedRegex(@"^public (?:static )?(?:async )?(?:void|Task|ValueTask) (\w+)\(")]
    private static partial Regex Method();

    [GeneratedRegex(@"\[(?:Fact|Theory)\b")]
    private static partial Regex IsTest();

    [GeneratedRegex(@"@keyframes|animation\s*:|text-decoration:\s*blink|<blink|<marquee|setInterval\(|\bblink\]|Decoration\.(?:Slow|Rapid)Blink|\u001b\[5m")]
    private static partial Regex MovesByItself();
}

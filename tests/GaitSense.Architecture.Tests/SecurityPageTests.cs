using System.Text.RegularExpressions;

namespace GaitSense.Architecture.Tests;

/// <summary>The page of threats (<c>src/SECURITY.md</c>) says what is so: each threat has a control, and a test that lives or "not yet".</summary>
public sealed partial class SecurityPageTests
{
    private static readonly string s_page = File.ReadAllText(Repository.At("src", "SECURITY.md"));

    [Fact]
    public void EachThreat_HasAControl_AndATestOrNotYet()
    {
        string[][] rows = [.. s_page.Split('\n').Where(l => ThreatRow().IsMatch(l)).Select(l => l.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries))];
        rows.Length.ShouldBeGreaterThanOrEqualTo(19);
        foreach (string[] row in rows)
        {
            row.Length.ShouldBe(3, row[0]);
            row[1].ShouldNotBeEmpty(row[0]);
            (SafetyPageTests.Named(row[2]).Length > 0 || row[2].Contains("not yet", StringComparison.Ordinal)).ShouldBeTrue(row[0]);
        }

        rows.Select(r => r[0].Split(' ')[0]).ShouldBeUnique(StringComparer.Ordinal);
    }

    [Fact]
    public void EachTestThatIsNamed_Lives() => SafetyPageTests.Named(s_page).Where(t => !SafetyPageTests.Alive.Contains(t)).ShouldBeEmpty();

    [GeneratedRegex(@"^\| T[0-9]+ ")]
    private static partial Regex ThreatRow();
}

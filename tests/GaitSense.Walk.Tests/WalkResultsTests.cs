using GaitSense.Core;
using GaitSense.Recording.Units;

namespace GaitSense.Walk.Tests;

public sealed class WalkResultsTests : IDisposable
{
    private static readonly string[] AllFiles =
        ["bouts.csv", "columns.json", "events.csv", "provisional_events.csv", "report.html", "steps.csv", "strides.csv", "summary.json", "trajectory.csv", "turns.csv"];

    private readonly TestFolder _folder = new();

    [Fact]
    public void Results_NoStride_WritesAllFilesAndWarns()
    {
        using var results = new WalkResults(_folder.Path);
        Run(Walks.Rest(2), results);
        Names().ShouldBe(AllFiles);
        results.Summary!.Warnings.ShouldContain(w => string.Equals(w, "No stride was found.", StringComparison.Ordinal));
    }

    [Fact]
    public void Results_SourceThatFails_AreWrittenAndSaySo()
    {
        using var results = new WalkResults(_folder.Path);
        Run(Walks.Rest(100), results, new GaitSenseException("left.csv, line 51: is cut."));
        Names().ShouldBe([.. AllFiles.Append("incomplete.txt").Order(StringComparer.Ordinal)]);
        results.Summary!.Warnings.ShouldContain(w => w.Contains("left.csv, line 51: is cut.", StringComparison.Ordinal));
    }

    [Fact]
    public void Results_WrongUnits_AreNone()
    {
        using (var results = new WalkResults(_folder.Path))
        {
            Run(Walks.Rest(100), results, new UnitSlipException("at rest it reads 1.0"));
            results.Summary.ShouldBeNull();
        }

        Names().ShouldBeEmpty();
    }

    [Fact]
    public void Results_WithoutAFolder_GiveTheSummaryOnly()
    {
        using var results = new WalkResults(directory: null);
        Run(Walks.Simulated(), results);
        results.Summary!.Counts["left"].Valid.ShouldBeGreaterThan(5);
        results.ReportPath.ShouldBeNull();
    }

    private static void Run(IBlockSource source, WalkResults results, GaitSenseException? failure = null) => Walks.Run(source, [results], failure);

    public void Dispose() => _folder.Dispose();

    private string[] Names() => [.. Directory.GetFiles(_folder.Path).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
}

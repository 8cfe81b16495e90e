using GaitSense.Core;

namespace GaitSense.Sessions.Tests;

public sealed class WalkResultsTests : IDisposable
{
    private static readonly string[] AllFiles =
        ["events.csv", "provisional_events.csv", "report.html", "steps.csv", "strides.csv", "summary.json", "trajectory.csv"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gaitsense-test-");

    [Fact]
    public async Task Results_NoStride_WritesAllFilesAndWarns()
    {
        using var results = new WalkResults(_folder.FullName);
        await new WalkSession(new ListSource(Walks.Rest(2)), [results], new WalkSessionOptions()).RunAsync(CancellationToken.None);
        Names().ShouldBe(AllFiles);
        results.Summary!.Warnings.ShouldContain(w => string.Equals(w, "No stride was found.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Results_SourceThatFails_AreWrittenAndSaySo()
    {
        using var results = new WalkResults(_folder.FullName);
        var source = new ListSource(Walks.Rest(100)) { FailsAtEnd = new GaitSenseException("left.csv, line 51: is cut.") };
        await new WalkSession(source, [results], new WalkSessionOptions()).RunAsync(CancellationToken.None);
        Names().ShouldBe([.. AllFiles.Append("incomplete.txt").Order(StringComparer.Ordinal)]);
        results.Summary!.Warnings.ShouldContain(w => w.Contains("left.csv, line 51: is cut.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Results_WrongUnits_AreNone()
    {
        using (var results = new WalkResults(_folder.FullName))
        {
            var source = new ListSource(Walks.Rest(100)) { FailsAtEnd = new Recording.UnitSlipException("at rest it reads 1.0") };
            await new WalkSession(source, [results], new WalkSessionOptions()).RunAsync(CancellationToken.None);
            results.Summary.ShouldBeNull();
        }

        Names().ShouldBeEmpty();
    }

    [Fact]
    public async Task Results_WithoutAFolder_GiveTheSummaryOnly()
    {
        using var results = new WalkResults(directory: null);
        await new WalkSession(Walks.Source(), [results], new WalkSessionOptions()).RunAsync(CancellationToken.None);
        results.Summary!.Counts["left"].Valid.ShouldBeGreaterThan(5);
        results.ReportPath.ShouldBeNull();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string[] Names() => [.. _folder.GetFiles().Select(f => f.Name).Order(StringComparer.Ordinal)];
}

using System.Text;
using GaitSense.Feedback.Plan;
using GaitSense.Recording.Files;
using GaitSense.Recording.Session;
using GaitSense.Walk;

namespace GaitSense.Sessions.Tests;

/// <summary>Sessions with cues in a batch: the cues are decided once more, and a plan that nobody can read costs the cues, not the walk.</summary>
public sealed class RecordedCuesTests(RecordedWalk walk) : IClassFixture<RecordedWalk>, IDisposable
{
    private readonly RecordingsFolder _folder = new();

    [Fact]
    public async Task Run_SessionWithCues_DecidesThemOnceMore()
    {
        AnalysisOutcome outcome = await Run(walk.Folder);
        (outcome.Error, outcome.CueFailure).ShouldBe((null, null));
        outcome.Summary!.Cues.ShouldNotBeNull();
        _folder.Has("out", WalkCues.SummaryFile).ShouldBeTrue();
    }

    [Fact]
    public async Task Run_SessionWithAPlanOfAnotherVersion_HasItsNumbersAndSaysWhyNoCues()
    {
        using (SessionFileReader reader = SessionFileReader.Open(Path.Combine(walk.Folder, SessionFolder.SessionFile)))
        using (var writer = new SessionFileWriter(new FolderStore(_folder["later"]).Create(SessionFolder.SessionFile, isLive: true), 7))
        {
            while (reader.TryRead(out SessionRecord record)) writer.Write(record.Kind, record.Time, record.Kind == SessionRecordKind.Manifest ? Later(record.Body) : record.Body);
            writer.Rename(SessionFolder.SessionFile);
        }

        AnalysisOutcome outcome = await Run(_folder["later"]);
        outcome.Error.ShouldBeNull();
        outcome.CueFailure.ShouldBeOfType<CuePlanException>();
        outcome.Summary!.Cues.ShouldBeNull();
        outcome.Summary.Counts["left"].Valid.ShouldBeGreaterThan(10);
        _folder.Has("out", WalkCues.SummaryFile).ShouldBeFalse();
    }

    public void Dispose() => _folder.Dispose();

    // A setting that this version does not know.
    private static byte[] Later(ReadOnlySpan<byte> manifest)
    {
        string text = Encoding.UTF8.GetString(manifest), later = text.Replace("\"rhythm\"", "\"melody\"", StringComparison.Ordinal);
        later.ShouldNotBe(text, StringComparer.Ordinal);
        return Encoding.UTF8.GetBytes(later);
    }

    private async Task<AnalysisOutcome> Run(string session) =>
        (await new AnalysisBatch(AnalysisPlan.Of([session], _folder["out"]), new AnalysisOptions()).RunAsync(1, CancellationToken.None)).ShouldHaveSingleItem();
}

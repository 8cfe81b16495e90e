using GaitSense.Analysis;
using GaitSense.Recording;

namespace GaitSense.Sessions.Tests;

/// <summary>A cohort that is shared out is, when it is together again, the same bytes as one that was not.</summary>
public sealed class CohortShardTests : IDisposable
{
    private static readonly AnalysisOptions Options = new();
    private readonly RecordingsFolder _folder = new();

    public CohortShardTests()
    {
        foreach (string name in new[] { "a", "b" }) _folder.Recording("walks", name);
        _folder.Broken("walks", "c");
        _folder.Recording("walks", "deep", "d");
    }

    [Fact]
    public async Task Merge_Shards_GivesTheBytesOfOneRun()
    {
        await Run("one", shard: null);
        await Run("part1", new CohortShard(1, 2));
        await Run("part2", new CohortShard(2, 2));
        Directory.GetFiles(_folder["part1"]).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).ShouldBe([".cohort-shard-1-of-2.json.made", "cohort-shard-1-of-2.json"]);
        Cohort cohort = CohortMerge.Run([_folder["part2"], _folder["part1"]], _folder["whole"]);
        cohort.Entries.Select(e => (e.Name, e.Status)).ShouldBe([("a", CohortStatus.Done), ("b", CohortStatus.Done), ("c", CohortStatus.Failed), ("deep/d", CohortStatus.Done)]);
        // Whoever fails leaves nothing in the whole: no folder of c.
        _folder.Contents("whole").ShouldBe(_folder.Contents("one"));
    }

    [Fact]
    public async Task Run_OfAShardAgain_TakesBackWhatTheLastOneSaid()
    {
        await Run("parts", new CohortShard(1, 2));
        await Run("parts", new CohortShard(2, 2));
        bool? there = null;
        await new AnalysisBatch(Plan("parts", new CohortShard(1, 2)), Options)
        {
            InOneLine = failure => // while c fails
            {
                there = _folder.Has("parts", "cohort-shard-1-of-2.json");
                return failure.Message;
            },
        }.RunAsync(1, CancellationToken.None);
        there.ShouldBe(false);
        _folder.Has("parts", "cohort-shard-1-of-2.json").ShouldBeTrue();

        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await new AnalysisBatch(Plan("parts", new CohortShard(1, 2)), Options).RunAsync(1, stop.Token);
        Should.Throw<RecordingFormatException>(() => CohortMerge.Run([_folder["parts"]], _folder["parts"])).Message.ShouldContain("was stopped");
        _folder.Has("parts", CohortFolder.TableName).ShouldBeFalse();
    }

    public void Dispose() => _folder.Dispose();

    private Task<IReadOnlyList<AnalysisOutcome>> Run(string outDirectory, CohortShard? shard) => new AnalysisBatch(Plan(outDirectory, shard), Options).RunAsync(2, CancellationToken.None);

    private AnalysisPlan Plan(string outDirectory, CohortShard? shard) => AnalysisPlan.Of([_folder["walks"]], _folder[outDirectory], shard);
}

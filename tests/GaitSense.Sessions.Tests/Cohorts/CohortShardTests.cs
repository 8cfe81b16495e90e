using GaitSense.Analysis.Cohorts;
using GaitSense.Recording;
using GaitSense.Recording.Files;

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

        // Copies may lose hidden files; what was merged of them is theirs all the same, and may be merged again.
        foreach (string note in Directory.GetFiles(_folder["part1"], ".*.made", SearchOption.AllDirectories).Concat(Directory.GetFiles(_folder["part2"], ".*.made", SearchOption.AllDirectories))) File.Delete(note);
        for (int i = 0; i < 2; i++) CohortMerge.Run([_folder["part2"], _folder["part1"]], _folder["again"]);
        File.ReadAllBytes(_folder["again", CohortFolder.TableName]).ShouldBe(File.ReadAllBytes(_folder["one", CohortFolder.TableName]));
    }

    [Fact]
    public async Task Merge_TakesTablesInParquetAlong_AndRecordingsAreNoPlaceForIt()
    {
        await Run("part1", new CohortShard(1, 2));
        await Run("part2", new CohortShard(2, 2));
        string[] parts = [_folder["part1"], _folder["part2"]];
        string from = Directory.Exists(_folder["part1", "a"]) ? _folder["part1", "a"] : _folder["part2", "a"], table = ParquetFiles.Names[0];
        new OutputRule([]).Write(Path.Combine(from, table), MadeNote.Of(ParquetFiles.Kind, _folder["walks", "a"]), path => WholeFile.Write(path, "columns"));
        CohortMerge.Run(parts, _folder["whole"]);
        File.ReadAllText(_folder["whole", "a", table]).ShouldBe("columns");
        // Without them in the parts, those of before would be of other numbers.
        File.Delete(Path.Combine(from, table));
        CohortMerge.Run(parts, _folder["whole"]);
        _folder.Has("whole", "a", table).ShouldBeFalse();

        _folder.Recording("recordings", "b");
        SortedDictionary<string, string> before = _folder.Contents("recordings");
        Should.Throw<OutputRefusedException>(() => CohortMerge.Run(parts, _folder["recordings"], force: true)).Message.ShouldContain("is a recording");
        _folder.Contents("recordings").ShouldBe(before);
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

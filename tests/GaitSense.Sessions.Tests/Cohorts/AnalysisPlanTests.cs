namespace GaitSense.Sessions.Tests;

public sealed class AnalysisPlanTests : IDisposable
{
    private readonly RecordingsFolder _folder = new();

    [Fact]
    public void Of_OneRecording_IsNoCohortAndWritesStraightIntoTheFolder()
    {
        var plan = AnalysisPlan.Of([_folder.Recording("a")], _folder["out"]);
        plan.CohortDirectory.ShouldBeNull();
        AnalysisTarget only = plan.Targets.ShouldHaveSingleItem();
        (only.Name, only.Recording, only.OutDirectory).ShouldBe(("a", _folder["a"], _folder["out"]));
        only.Weight.ShouldBe(Directory.GetFiles(_folder["a"]).Sum(f => new FileInfo(f).Length));
        AnalysisPlan.Of([_folder["a"]], _folder["out"], alwaysByName: true).Targets[0].OutDirectory.ShouldBe(_folder["out", "a"]);
    }

    [Fact]
    public void Of_FolderOfRecordings_GivesEachAFolderOfItsOwn()
    {
        _folder.Recording("walks", "site", "b");
        _folder.Recording("walks", "a");
        var plan = AnalysisPlan.Of([_folder["walks"]], _folder["out"]);
        plan.CohortDirectory.ShouldBe(_folder["out"]);
        plan.Targets.Select(t => t.Name).ShouldBe(["a", "site/b"]);
        plan.Targets.Select(t => t.Recording).ShouldBe([_folder["walks", "a"], _folder["walks", "site", "b"]]);
        plan.Targets.Select(t => t.OutDirectory).ShouldBe([_folder["out", "a"], _folder["out", "site", "b"]]);
        AnalysisPlan none = plan.WithoutCohort();
        none.CohortDirectory.ShouldBeNull();
        none.Targets.ShouldBe(plan.Targets);
    }

    [Fact]
    public void Of_Shards_ShareAllOutAndKnowTheWhole()
    {
        foreach (string name in new[] { "c", "a", "b" }) _folder.Recording("walks", name);
        AnalysisPlan[] plans = [.. Enumerable.Range(1, 2).Select(i => AnalysisPlan.Of([_folder["walks"]], _folder["out"], new CohortShard(i, 2)))];
        plans.Select(p => string.Concat(p.Targets.Select(t => t.Name))).ShouldBe(["ac", "b"]);
        plans.ShouldAllBe(p => p.AllNames.Count == 3 && p.CohortDirectory == _folder["out"]);
        AnalysisPlan.Of([_folder["walks", "a"]], _folder["out"], new CohortShard(1, 1)).CohortDirectory.ShouldBe(_folder["out"], "a shard is of a cohort, if of one recording");
    }

    [Fact]
    public void Of_NamesThatDifferInCaseAlone_HaveFoldersApartOnEveryDisk()
    {
        foreach ((string under, string name) in new[] { ("x", "Good"), ("y", "good"), ("z", "good-2"), ("u", "GOOD") }) _folder.Recording(under, name);
        AnalysisPlan.Of([_folder["x", "Good"], _folder["y", "good"], _folder["z", "good-2"], _folder["u", "GOOD"]], _folder["out"]).Targets.Select(t => t.Name)
            .ShouldBe(["Good", "good-3", "good-2", "GOOD-4"]);
    }

    [Fact]
    public void Of_TwoOfOneName_Clash()
    {
        (string first, string second) = (_folder.Recording("x", "a"), _folder.Recording("y", "a"));
        ShouldClash(AnalysisClash.OneName, second, $"two recordings are called a ({first} and {second}) and would write into one folder.", [first, second]);
    }

    [Fact]
    public void Of_ResultsInsideOthers_Clash()
    {
        (string first, string second) = (_folder.Recording("x", "a"), _folder.Recording("y", "a", "b"));
        ShouldClash(AnalysisClash.InsideAnother, second, $"{second}: its results would go into those of the recording a.", [first, _folder["y"]]);
    }

    [Fact]
    public void Of_ResultsIntoTheRecording_Clash()
    {
        string recording = _folder.Recording("out");
        ShouldClash(AnalysisClash.IntoItself, recording, $"{recording}: the results would go into the recording itself.", [recording]);
    }

    [Fact]
    public void Of_EmptyPaths_AreTheCallersFault()
    {
        Should.Throw<ArgumentException>(() => AnalysisPlan.Of([_folder.Recording("a")], ""));
        Should.Throw<ArgumentException>(() => AnalysisPlan.Of([_folder["a"], " "], _folder["out"]));
    }

    public void Dispose() => _folder.Dispose();

    private void ShouldClash(AnalysisClash clash, string recording, string message, IReadOnlyList<string> recordings)
    {
        AnalysisClashException e = Should.Throw<AnalysisClashException>(() => AnalysisPlan.Of(recordings, _folder["out"]));
        (e.Clash, e.Recording, e.Message).ShouldBe((clash, recording, message));
    }
}

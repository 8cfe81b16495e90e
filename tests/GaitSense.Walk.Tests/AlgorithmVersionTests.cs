using System.Security.Cryptography;
using GaitSense.Core;
using GaitSense.Recording.Files;
using GaitSense.Recording.Session;

namespace GaitSense.Walk.Tests;

/// <summary>The version of the algorithm says whether two walks' rows can be compared: it is raised with every change of rows, and only then.</summary>
public sealed class AlgorithmVersionTests
{
    // SHA-256 of the rows of samples/there-and-back, by version. Where this fails, the rows of a walk have changed: raise Algorithm.Version and add a line. A line is never edited.
    private static readonly Dictionary<int, string> RowsOf = new()
    {
        [1] = "3DA3B333219671A6",
        // The sample is no MetaMotion's.
        [2] = "3DA3B333219671A6",
    };

    /// <summary>10 s of ms-mild (seed 7, 100 Hz) over a simulated radio, recorded by main at 96bef20: its settings hold thresholds, clock and waits, and no version.</summary>
    public static string SessionFromBefore => Repository.At("tests", "GaitSense.Walk.Tests", "Recorded", "before-versions");

    [Fact]
    public void Version_IsRaisedWithAChangeOfTheSamplesRows()
    {
        MemoryStore store = new();
        using RecordingSource source = RecordingSource.Open(Repository.At("samples", "there-and-back"), new ReadOptions(), stop: TestContext.Current.CancellationToken);
        using (WalkResults results = new(store)) Walks.Run(source, [results]);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string table in (string[])["events.csv", "strides.csv", "steps.csv", "trajectory.csv", "turns.csv", "bouts.csv", "provisional_events.csv"]) hash.AppendData(store.Files[table]);
        RowsOf.ShouldContainKey(Algorithm.Version, "a version has a line in this test");
        Convert.ToHexString(hash.GetHashAndReset())[..16].ShouldBe(RowsOf[Algorithm.Version], "the rows of samples/there-and-back changed: raise Algorithm.Version and add a line here");
    }

    [Fact]
    public void Session_FromBeforeVersions_OpensSaysSoAndIsNotCompared()
    {
        using SessionSource session = SessionSource.Open(SessionFromBefore, new ReadOptions());
        session.Manifest.Settings.Algorithm.ShouldBeNull();
        using DecisionCheck check = DecisionCheck.Of(session);
        MemoryStore store = new();
        using (WalkResults results = new(store)) Walks.Run(session, [results, check]).Samples.ShouldBe(2000);
        session.IsWhole.ShouldBeTrue();
        store.Files["strides.csv"].AsSpan().Count((byte)'\n').ShouldBeGreaterThan(8);
        check.Verdict().ShouldBe("recorded by an algorithm from before version 1, computed by version 2: what was decided live is not compared");
        (check.Same, check.Different).ShouldBe((0, 0));
        session.Warnings.Contains("This session was recorded by an algorithm from before version 1, computed by version 2: numbers may differ from those of that day.", StringComparer.Ordinal).ShouldBeTrue();
    }

    [Theory, InlineData(Algorithm.Version, null), InlineData(1, "recorded by version 1 of the algorithm, computed by version 2"), InlineData(7, "recorded by version 7 of the algorithm, computed by version 2")]
    public void Session_OfAVersion_IsComparedOnlyByTheSame(int version, string? other)
    {
        using TestFolder folder = new();
        SessionManifest manifest = SessionManifests.Of(Path.Combine(SessionFromBefore, SessionFolder.SessionFile));
        SessionRepair.Mend(Path.Combine(SessionFromBefore, SessionFolder.SessionFile), manifest with { Settings = manifest.Settings with { Algorithm = version } }, folder.Path);
        using SessionSource session = SessionSource.Open(folder.Path, new ReadOptions());
        session.OtherAlgorithm.ShouldBe(other);
        using DecisionCheck check = DecisionCheck.Of(session);
        Walks.Run(session, [check]);
        if (other is null) check.Same.ShouldBeGreaterThan(80);
        else (check.Same, check.Different, check.Verdict()).ShouldBe((0, 0, other + ": what was decided live is not compared"));
    }
}

using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GaitSense.Browser;
using GaitSense.Core;
using GaitSense.Feedback.Plan;
using GaitSense.Recording.Files;
using GaitSense.Recording.Results;
using GaitSense.Recording.Session;
using GaitSense.Simulation;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Sensor;

namespace GaitSense.Walk.Tests;

/// <summary>A walk without a thread, a clock or a disk.</summary>
public sealed class LiveWalkTests
{
    [Fact]
    public void Parts_GivenInAnyOrder_AreToldInTheNamedOne()
    {
        WalkOrder[] named = [WalkOrder.Cues, WalkOrder.Recorder, WalkOrder.Results, WalkOrder.Feed];
        Prop.ForAll(Gen.Shuffle(named).ToArbitrary(), given =>
        {
            List<WalkOrder> told = [], ended = [];
            Walks.Run(Walks.Rest(3), [.. given.Select(order => new Part(order, told, ended))]);
            told.Take(4).ShouldBe(named);
            ended.ShouldBe(named);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Observer_ThatIsNoPart_IsToldOfEverySample()
    {
        Poses poses = new();
        Walks.Run(Walks.Rest(50), [poses]).Samples.ShouldBe(100);
        poses.Count.ShouldBe(100);
    }

    [Theory, InlineData(1), InlineData(7), InlineData(65536)]
    public void Files_OfAWalkInBlocksOfAnySize_AreTheSame(int blockSamples) =>
        Files(Walks.Simulated(blockSamples)).ShouldBe(Files(Walks.Simulated()));

    [Fact]
    public void Files_InAFolder_AreThoseInMemory()
    {
        using TestFolder folder = new();
        using (WalkResults results = new(folder.Path)) Walks.Run(Walks.Simulated(), [results]);
        Read(folder).ShouldBe(Files(Walks.Simulated()));
    }

    [Fact]
    public void Notifications_OfTwoSensors_GiveAWalkAndASessionThatIsReplayedAsIdentical()
    {
        using TestFolder folder = new();
        CuePlan plan = new() { DurationS = 3600, Rhythm = new RhythmPlan { BaselineS = 10, BaselineStrides = 6 } };
        MemoryStore live = new();
        (long samples, string[] rows) = WalkWithSensors(folder.Path, plan, live);
        samples.ShouldBeGreaterThan(9000);
        live.Files.Keys.ShouldBe(["bouts.csv", "columns.json", "cue_summary.json", "cues.csv", "events.csv", "provisional_events.csv", "report.html", "steps.csv", "strides.csv", "summary.json", "trajectory.csv", "turns.csv"]);

        // What was recorded are the rows of the files, made once; those of strides without what only the walk's end decides.
        string[] strides = Encoding.UTF8.GetString(live.Files["strides.csv"]).Split('\n'), decided = [.. rows.Where(r => r.StartsWith("strides.csv:", StringComparison.Ordinal)).Select(r => r["strides.csv:".Length..])];
        decided.Length.ShouldBe(strides.Length - 1);
        decided.Zip(strides).ShouldAllBe(x => x.Second.StartsWith(x.First + ",", StringComparison.Ordinal));
        foreach (string table in (string[])["events.csv", "cues.csv"])
            string.Concat(rows.Where(r => r.StartsWith(table + ':', StringComparison.Ordinal)).Select(r => r[(table.Length + 1)..] + '\n')).ShouldBe(Encoding.UTF8.GetString(live.Files[table]));
        Encoding.UTF8.GetString(live.Files["cues.csv"]).Split('\n').Count(l => l.Contains(",beat,", StringComparison.Ordinal)).ShouldBeGreaterThan(10);

        using SessionSource source = SessionSource.Open(folder.Path, new ReadOptions());
        using DecisionCheck check = DecisionCheck.Of(source);
        MemoryStore again = new();
        using WalkCues cues = new(source.Cues!, source.Walk, []);
        using WalkResults results = new(again, cues);
        Walks.Run(source, [results, check, cues]);
        check.Verdict().ShouldStartWith("identical to what was decided live");
        foreach (string table in live.Files.Keys.Where(f => f.EndsWith(".csv", StringComparison.Ordinal)))
            Encoding.UTF8.GetString(again.Files[table]).ShouldBe(Encoding.UTF8.GetString(live.Files[table]), table);
    }

    [Fact]
    public void Complete_Twice_IsACallersMistake()
    {
        using LiveWalk walk = new(Walks.Rest(1), []);
        walk.Complete();
        Should.Throw<InvalidOperationException>(() => walk.Complete());
    }

    [Fact]
    public void Notification_OfAWalkWithoutSensors_IsACallersMistake()
    {
        using LiveWalk walk = new(Walks.Rest(1), []);
        Should.Throw<InvalidOperationException>(() => walk.Push(Foot.Left, 1, [1], default));
    }

    [Fact]
    public void Session_WithEverySampleOfThePath_IsRefused()
    {
        using SessionRecorder recorder = new(new MemoryStore());
        using WalkResults results = new(new MemoryStore()) { Detail = TrajectoryDetail.Full };
        Should.Throw<ArgumentException>(() => new LiveWalk(Walks.Rest(1), [recorder, results]));
    }

    // 60 steps over a radio; the samples of both feet, and the rows in the session file.
    private static (long Samples, string[] Rows) WalkWithSensors(string folder, CuePlan plan, MemoryStore store)
    {
        SimulatedWalk walked = Walker.Walk(new GaitParameters(), [WalkSegment.Stand(6), WalkSegment.Walk(WalkManner.Forward, 60), WalkSegment.Stand(4)], seed: 4);
        SimulatedShoes shoes = new(new SimulatedRecording(walked, new ImuErrorModel { RateHz = 200 }, seed: 2));
        using SessionRecorder recorder = new(new FolderStore(folder));
        foreach (Streams.FootInput input in shoes.Inputs) input.Log = recorder;
        shoes.Connect();
        shoes.Streams.Log = recorder;
        SensorSource source = new("pair", shoes.Streams, new WalkPipelineOptions());
        recorder.Begin(source.ToManifest(DateTimeOffset.UnixEpoch, "UTC", shoes.Now, new SessionPerson(), f => f.ToString(), plan), () => source.Links);
        using WalkCues cues = new(plan, source.Walk, []);
        using WalkResults results = new(store, cues);
        using LiveWalk walk = new(source, [results, recorder, cues], shoes.Streams);
        shoes.Begin(walk);
        shoes.Walk(walk, walked.DurationS);
        walk.End();
        long samples = walk.Complete().Samples;
        recorder.Dispose();
        List<string> rows = [];
        using SessionRowReader reader = new(Path.Combine(folder, SessionFolder.SessionFile));
        while (reader.TryRead(out string table, out ReadOnlySpan<byte> row)) rows.Add(table + ':' + Encoding.UTF8.GetString(row));
        return (samples, [.. rows]);
    }

    [Fact]
    public void Session_WhoseTablesHadOtherColumns_IsNotCompared()
    {
        using TestFolder folder = new();
        SimulatedShoes shoes = new(SimulationPresets.Find("healthy")!.Record(seed: 2, durationS: 10));
        shoes.Connect();
        SensorSource source = new("old", shoes.Streams, new WalkPipelineOptions());
        using (SessionRecorder recorder = new(new FolderStore(folder.Path)))
        {
            recorder.Begin(source.ToManifest(DateTimeOffset.UnixEpoch, "UTC", shoes.Now, new SessionPerson(), f => f.ToString()), () => source.Links);
            source.StartedAt.ShouldBe(DateTimeOffset.UnixEpoch);
            recorder.Rows("events.csv", "foot,event,time_s"u8);
            recorder.Rows("events.csv", "left,initial_contact,1.000000"u8);
            recorder.Flush();
        }

        using SessionSource session = SessionSource.Open(folder.Path, new ReadOptions());
        session.StartedAt.ShouldBe(DateTimeOffset.UnixEpoch);
        using DecisionCheck check = DecisionCheck.Of(session);
        check.Verdict().ShouldBe("recorded by another version of the program (events.csv had other columns): what was decided live is not compared");
        check.Different.ShouldBe(0);
    }

    private static SortedDictionary<string, string> Files(IBlockSource source)
    {
        MemoryStore store = new();
        using WalkResults results = new(store);
        Walks.Run(source, [results]);
        return new(store.Files.ToDictionary(f => f.Key, f => Convert.ToHexString(f.Value), StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static SortedDictionary<string, string> Read(TestFolder folder) =>
        new(Directory.GetFiles(folder.Path).ToDictionary(f => Path.GetFileName(f), f => Convert.ToHexString(File.ReadAllBytes(f)), StringComparer.Ordinal), StringComparer.Ordinal);

    private sealed class Part(WalkOrder order, List<WalkOrder> told, List<WalkOrder> ended) : IWalkPart
    {
        public WalkOrder Order => order;

        public void OnPose(in FootPose pose) => told.Add(order);

        public void OnEnded(IWalkSource source, WalkEnd end) => ended.Add(order);
    }

    private sealed class Poses : IWalkObserver
    {
        public int Count { get; private set; }

        public void OnPose(in FootPose pose) => Count++;
    }
}

using System.Text;
using GaitSense.Core;
using GaitSense.Feedback.Plan;
using GaitSense.Recording.Session;
using GaitSense.Simulation;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Radio;
using GaitSense.Simulation.Sensor;
using GaitSense.Streams;
using GaitSense.Walk;

namespace GaitSense.Sessions.Tests;

/// <summary>A session that was recorded live, over a radio that loses, swaps and goes away, with the rows that were decided while it was walked.</summary>
public sealed class RecordedWalk : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly List<string> _live = [];


    public RecordedWalk()
    {
        int steps = FullRun.IsWanted ? 1100 : 80;
        SimulatedWalk walk = Walker.Walk(new GaitParameters(), [WalkSegment.Stand(6), WalkSegment.Walk(WalkManner.Forward, steps), WalkSegment.Stand(6)], seed: 21);
        using BleWorld world = new(Troubled, new SimulatedRecording(walk, new ImuErrorModel { RateHz = BleWorld.RateHz }, seed: 5), keep: false)
        {
            Recording = SessionRecording.Create(Folder, TimeProvider.System),
            Cues = Plan,
        };
        world.Observers = () => [new WalkCues(Plan, world.Source.Walk, []), world.Recording.Recorder, new RowKeeper(Keep)];
        world.Connect();
        // The first block comes to the disk on another thread: here and not somewhere in the walk, so that what the manifest knows of the opening is the same each time.
        SpinWait.SpinUntil(() => File.Exists(Path.Combine(Folder, SessionFolder.SessionFile)), TimeSpan.FromSeconds(30)).ShouldBeTrue();
        // Somebody silences the cues for a while.
        Run(world, walk.DurationS - 19);
        world.Source.Ask(WalkRequests.StopCues);
        Run(world, walk.DurationS - 14);
        world.Source.Ask(WalkRequests.GoOnWithCues);
        Run(world, walk.DurationS);
        world.Stop();
        world.Recording.Recorder.Failure.ShouldBeNull();
        Samples = world.Walk!.Complete().Samples;
        world.Recording.Mark("the end");
        world.Recording.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue();
    }

    /// <summary>What was cued: soon, and all there is.</summary>
    public static CuePlan Plan { get; } = new()
    {
        DurationS = 3600,
        Rhythm = new RhythmPlan { BaselineS = 10, BaselineStrides = 6 },
        Targets = [new TargetPlan { Quantity = TargetQuantity.Clearance, From = 100, OfBaselinePercent = true }],
        Correction = new CorrectionPlan { AfterSteps = 2, EveryS = 8 },
    };

    public string Folder => _folder.Path;

    /// <summary>Rows in the order in which they were decided, with their tables.</summary>
    public IReadOnlyList<string> Live => _live;

    public long Samples { get; private set; }

    /// <summary>Bytes that the sensors sent.</summary>
    public static long NotifiedBytes(string folder)
    {
        long bytes = 0;
        using SessionFileReader reader = SessionFileReader.Open(Path.Combine(folder, SessionFolder.SessionFile));
        while (reader.TryRead(out SessionRecord record))
            if (SessionRecordKind.IsInput(record.Kind, out int input, out _) && (SensorInput)input is SensorInput.Taken or SensorInput.Heard && record.TryReadNumber(out _, out ReadOnlySpan<byte> sent)) bytes += sent.Length;
        return bytes;
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The same session once more.</summary>
    public static async Task<List<string>> ReplayAsync(IWalkSource source)
    {
        List<string> rows = [];
        await new WalkRunner(source, [new WalkCues(Plan, source.Walk, []), new RowKeeper((table, row) => rows.Add(table + ':' + Encoding.UTF8.GetString(row)))], new WalkRunnerOptions())
            .RunAsync(CancellationToken.None);
        return rows;
    }

    /// <summary>The rows in a session file.</summary>
    public static List<string> RowsIn(string folder)
    {
        List<string> rows = [];
        using SessionRowReader reader = new(Path.Combine(folder, SessionFolder.SessionFile));
        while (reader.TryRead(out string table, out ReadOnlySpan<byte> row)) rows.Add(table + ':' + Encoding.UTF8.GetString(row));
        return rows;
    }

    // The walk's time is much faster than that of the disk, which is waited for.
    private static void Run(BleWorld world, double untilS)
    {
        for (double at = world.Time.NowS; at < untilS;)
        {
            long written = world.Recording!.Recorder.WrittenBytes;
            world.Run(at = Math.Min(untilS, at + 20));
            SpinWait.SpinUntil(() => world.Recording.Recorder.WrittenBytes > written, TimeSpan.FromSeconds(10));
        }
    }

    private void Keep(string table, ReadOnlySpan<byte> row) => _live.Add(table + ':' + Encoding.UTF8.GetString(row));

    private static SimulatedFootOptions Troubled(SimulatedFootOptions o, Foot foot) => o with
    {
        Radio = o.Radio with { LossShare = 0.02, BadSpellPackets = 4 },
        SwapShare = 0.03,
        DuplicateShare = 0.03,
        Away = foot == Foot.Left ? (20, 22) : null,
        RestartS = foot == Foot.Right ? 40 : null,
    };
}

using GaitSense.Core;
using GaitSense.Feedback.Plan;
using GaitSense.Recording;
using GaitSense.Recording.Files;
using GaitSense.Recording.Session;
using GaitSense.Simulation.Presets;
using GaitSense.Streams;
using GaitSense.Walk;

namespace GaitSense.Browser;

/// <summary>A walk from its first sample to its result files, for a page: the <see cref="LiveWalk"/> of the command line, without its threads.</summary>
internal static class BrowserWalk
{
    // What was recorded is out of memory so often, s of the walk.
    private const double FlushEveryS = 0.5;

    /// <summary>Runs a recording, or replays a session with its own cues.</summary>
    /// <returns>How many samples it had.</returns>
    /// <exception cref="GaitSenseException">It cannot be read, or only in part: what was read has its files.</exception>
    public static int Analyze(string recording, string folder)
    {
        using IOpenedSource source = WalkSources.Open(recording, new ReadOptions());
        using WalkCues? cues = source is SessionSource session && session.TryReadCues(out _) is { } plan ? new WalkCues(plan, session.Walk, []) { Delivered = SessionDelivery.Of(session) } : null;
        return Run(source, cues, new FolderStore(folder));
    }

    /// <summary>Walks a simulated walk.</summary>
    /// <returns>How many samples it had.</returns>
    /// <exception cref="GaitSenseException">There is no such preset, or the plan cannot be used.</exception>
    public static int Simulate(string preset, ulong seed, double durationS, string? planPath, string folder) =>
        Simulate(preset, seed, durationS, planPath is null ? null : CuePlanJson.Read(planPath, File.ReadAllText(planPath)), new FolderStore(folder));

    /// <summary>Walks with a simulated pair of shoes, whose bytes go the way of real ones, and records the session.</summary>
    /// <returns>How many samples it had.</returns>
    /// <exception cref="GaitSenseException">There is no such preset, the plan cannot be used, or there is a session already.</exception>
    public static int Record(string preset, ulong seed, double durationS, string? planPath, DateTimeOffset startedUtc, string session, string folder)
    {
        SimulationPreset walked = Find(preset);
        SimulatedRecording recording = walked.Record(seed, durationS);
        CuePlan? plan = planPath is null ? null : CuePlanJson.Read(planPath, File.ReadAllText(planPath));
        SimulatedShoes shoes = new(recording);
        using SessionRecorder recorder = new(new FolderStore(session));
        foreach (FootInput input in shoes.Inputs) input.Log = recorder;
        shoes.Connect();
        shoes.Streams.Log = recorder;
        FootPipelineOptions foot = new() { Mounting = recording.DeclaredMounting };
        SensorSource source = new(walked.Name, shoes.Streams, new WalkPipelineOptions { Left = foot, Right = foot });
        recorder.Begin(source.ToManifest(startedUtc, TimeZoneInfo.Local.Id, shoes.Now, new SessionPerson(), f => $"simulated-{Words.Of(f)}", plan) with { Source = RecordingOrigin.OfPreset(walked.Name, seed) }, () => source.Links);
        using WalkCues? cues = plan is null ? null : new WalkCues(plan, source.Walk, []);
        using WalkResults results = new(new FolderStore(folder), cues);
        using LiveWalk walk = new(source, [recorder, results, .. cues is null ? (WalkCues[])[] : [cues]], shoes.Streams);
        shoes.Begin(walk);
        for (double s = FlushEveryS; s < durationS + FlushEveryS; s += FlushEveryS)
        {
            shoes.Walk(walk, s);
            recorder.Flush();
        }

        walk.End();
        WalkEnd end = walk.Complete();
        return recorder.Failure is { } failure ? throw failure : (int)end.Samples;
    }

    /// <summary>A short walk with cues, so that all of it was called once. Its files are nobody's.</summary>
    public static int WarmUp() => Simulate("healthy", 1, 12, new CuePlan(), new MemoryStore());

    private static int Simulate(string preset, ulong seed, double durationS, CuePlan? plan, IFileStore store)
    {
        SimulationPreset walk = Find(preset);
        SimulatedRecording recording = walk.Record(seed, durationS);
        var source = new SampledSource(walk.Name, walk.Explanation, recording.Readings(Foot.Left, durationS), recording.Readings(Foot.Right, durationS), recording.DeclaredMounting, [SimulatedRecording.Assumption],
            Math.Min(durationS, recording.Walk.DurationS));
        using WalkCues? cues = plan is null ? null : new WalkCues(plan, source.Walk, []);
        return Run(source, cues, store);
    }

    internal static SimulationPreset Find(string preset) =>
        SimulationPresets.Find(preset) ?? throw new GaitSenseException($"There is no simulated walk named {preset}; there are {string.Join(", ", SimulationPresets.All.Select(p => p.Name))}.");

    private static int Run(IBlockSource source, WalkCues? cues, IFileStore store)
    {
        using var results = new WalkResults(store, cues);
        using LiveWalk walk = new(source, cues is null ? [results] : [cues, results]);
        GaitSenseException? failure = null;
        try
        {
            while (source.TryRead(out SampleBlock block))
                using (block) walk.Push(block);
        }
        catch (GaitSenseException e) when (e is not RecordingWriteException)
        {
            failure = e;
        }

        WalkEnd end = walk.Complete(failure);
        return failure is null ? (int)end.Samples : throw failure;
    }
}

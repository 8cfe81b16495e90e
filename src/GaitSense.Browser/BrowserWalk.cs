using GaitSense.Core;
using GaitSense.Feedback;
using GaitSense.Recording;
using GaitSense.Simulation;
using GaitSense.Streams;
using GaitSense.Walk;

namespace GaitSense.Browser;

/// <summary>A walk from its first sample to its result files, for a page: the <see cref="LiveWalk"/> of the command line, without its threads.</summary>
internal static class BrowserWalk
{
    /// <summary>Runs a recording, or replays a session with its own cues.</summary>
    /// <returns>How many samples it had.</returns>
    /// <exception cref="GaitSenseException">It cannot be read, or only in part: what was read has its files.</exception>
    public static int Analyze(string recording, string folder)
    {
        using IOpenedSource source = WalkSources.Open(recording, new ReadOptions());
        using WalkCues? cues = source is SessionSource { Cues: { } plan } session ? new WalkCues(plan, session.Walk, []) { Delivered = SessionDelivery.Of(session) } : null;
        return Run(source, cues, new FolderStore(folder));
    }

    /// <summary>Walks a simulated walk.</summary>
    /// <returns>How many samples it had.</returns>
    /// <exception cref="GaitSenseException">There is no such preset, or the plan cannot be used.</exception>
    public static int Simulate(string preset, ulong seed, double durationS, string? planPath, string folder) =>
        Simulate(preset, seed, durationS, planPath is null ? null : CuePlanJson.Read(planPath, File.ReadAllText(planPath)), new FolderStore(folder));

    /// <summary>A short walk with cues, so that all of it was called once. Its files are nobody's.</summary>
    public static int WarmUp() => Simulate("healthy", 1, 12, new CuePlan(), new MemoryStore());

    private static int Simulate(string preset, ulong seed, double durationS, CuePlan? plan, IFileStore store)
    {
        SimulationPreset walk = SimulationPresets.Find(preset) ?? throw new GaitSenseException($"There is no simulated walk named {preset}; there are {string.Join(", ", SimulationPresets.All.Select(p => p.Name))}.");
        SimulatedRecording recording = walk.Record(seed, durationS);
        var source = new SampledSource(walk.Name, walk.Explanation, recording.MemoryOf(Foot.Left), recording.MemoryOf(Foot.Right), recording.DeclaredMounting, [SimulatedRecording.Assumption]);
        using WalkCues? cues = plan is null ? null : new WalkCues(plan, source.Walk, []);
        return Run(source, cues, store);
    }

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

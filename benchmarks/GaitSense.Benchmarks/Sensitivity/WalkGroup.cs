using GaitSense.Analysis.Accuracy;
using GaitSense.Core;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Sensor;

namespace GaitSense.Benchmarks;

/// <summary>Walks that are judged together, their samples in memory.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Walks">They.</param>
internal sealed record WalkGroup(string Name, IReadOnlyList<RecordedWalk> Walks)
{
    private const double MaxDurationS = 45;

    /// <summary>Recordings with references, then every preset as it is (some have faults of their own), and with samples dropped.</summary>
    public static IReadOnlyList<WalkGroup> All(Arguments arguments)
    {
        List<WalkGroup> groups = [];
        if (arguments.Preset is null)
        {
            if (RecordedWalk.Folder is { } data) groups.Add(Recorded("data", data, arguments));
            if (RecordedWalk.More is { } more && Directory.Exists(more)) groups.Add(Recorded("data-more", more, arguments));
        }

        if (arguments.Recording is not null) return groups;
        SimulationPreset[] presets = [.. SimulationPresets.All.Where(p => Arguments.Matches(p.Name, arguments.Preset))];
        groups.Add(new("presets", [.. presets.AsParallel().AsOrdered().Select(p => Simulated(p, p.Sensor))]));
        groups.Add(new("presets, 5 % dropped", [.. presets.AsParallel().AsOrdered().Select(p => Simulated(p, p.Sensor with { LossShare = Math.Max(p.Sensor.LossShare, 0.05) }))]));
        return groups;
    }

    /// <summary>Walks them all, and judges them together.</summary>
    /// <param name="thresholds">The core's.</param>
    /// <param name="digest">Receives what tells whether anything at all was decided otherwise.</param>
    public RecordingEvaluation Judge(Thresholds thresholds, out int digest)
    {
        WalkOutcome[] outcomes = [.. Walks.AsParallel().AsOrdered().Select(w => w.Walk(thresholds))];
        Evaluation evaluation = new();
        HashCode all = new();
        foreach ((RecordedWalk walk, WalkOutcome outcome) in Walks.Zip(outcomes))
        {
            evaluation.Add(walk.Name, walk.Reference, outcome.Events, outcome.Strides);
            foreach (GaitEvent e in outcome.Events) all.Add(e);
            foreach (Stride s in outcome.Strides) all.Add(s);
        }

        digest = all.ToHashCode();
        return evaluation.Pooled;
    }

    private static WalkGroup Recorded(string name, string folder, Arguments arguments) => new(name,
        [.. RecordedWalk.All(folder, n => Arguments.Matches(n, arguments.Recording)).Where(w => w.Reference is { Events: not null } or { Strides: not null } or { StrideSequence: not null })]);

    private static RecordedWalk Simulated(SimulationPreset preset, ImuErrorModel sensor)
    {
        SimulatedRecording recording = preset.Record(1, Math.Min(MaxDurationS, preset.DurationS), sensor: sensor);
        FootPipelineOptions foot = new() { Mounting = sensor.MountingDeclared ? sensor.Mounting : null };
        return new RecordedWalk(preset.Name, new WalkPipelineOptions { Left = foot, Right = foot }, recording.SamplesOf(Foot.Left).ToArray(), recording.SamplesOf(Foot.Right).ToArray(), recording.Reference);
    }
}

using GaitSense.Analysis.Accuracy;
using GaitSense.Core;
using GaitSense.Reference;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Sensor;

namespace GaitSense.Benchmarks;

/// <summary>One preset under one condition with one seed, and what the core made of it.</summary>
internal sealed record SimulatedRun(SimulationPreset Preset, Condition Condition, ulong Seed)
{
    /// <summary>Cuts the walk to about this long, s; the whole walk where infinite.</summary>
    public double MaxDurationS { get; init; } = double.PositiveInfinity;

    public string Name => FormattableString.Invariant($"{Preset.Name}-{Seed}");

    public ReferenceData Reference { get; private set; } = new();

    public WalkOutcome Outcome { get; private set; } = new();

    /// <summary>Runs all of them on all processors; each depends on nothing but itself, so the results do not depend on how.</summary>
    public static void Walk(IReadOnlyList<SimulatedRun> runs)
    {
        Progress progress = new(runs.Count, "walks");
        Parallel.ForEach(runs, run =>
        {
            run.Walk();
            progress.Step();
        });
    }

    /// <summary>Judges runs together: one row for each preset, and all of them pooled.</summary>
    public static Evaluation Judge(IEnumerable<SimulatedRun> runs)
    {
        Evaluation evaluation = new();
        foreach (SimulatedRun run in runs) evaluation.Add(run.Name, run.Reference, run.Outcome.Events, run.Outcome.Strides, run.Preset.Name);
        return evaluation;
    }

    private void Walk()
    {
        ImuErrorModel sensor = Condition.Sensor(Preset.Sensor);
        SimulatedRecording recording = Preset.Record(Seed, Math.Min(MaxDurationS, Preset.DurationS), sensor: sensor);
        WalkPipelineOptions options = new() { Left = OptionsOf(Foot.Left, sensor), Right = OptionsOf(Foot.Right, sensor) };
        Reference = recording.Reference;
        Outcome = WalkOutcome.Of(options, recording.SamplesOf(Foot.Left), recording.SamplesOf(Foot.Right));
    }

    private FootPipelineOptions OptionsOf(Foot foot, ImuErrorModel sensor)
    {
        if (!sensor.MountingDeclared) return new FootPipelineOptions();
        MountingAxes m = sensor.Mounting;
        (double s, double c) = Math.SinCos(foot == Foot.Left ? Condition.DeclaredOffRad : -Condition.DeclaredOffRad);
        return new FootPipelineOptions { Mounting = new MountingAxes((c * m.Forward) + (s * m.Left), (c * m.Left) - (s * m.Forward), m.Up) };
    }
}

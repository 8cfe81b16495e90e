using GaitSense.Analysis.Accuracy;
using GaitSense.Core;
using GaitSense.Simulation;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;

namespace GaitSense.Benchmarks;

/// <summary>
/// Simulated people who hardly push off, both ways: how the feet turn says the opposite of how they go. What is left is how they roll, and to which side they swing.
/// </summary>
internal static class FlatPushOff
{
    private static readonly string[] Walks = ["healthy", "ms-mild", "backward-practice", "ms-backward", "there-and-back"];

    private static readonly (string Name, Func<FootGait, FootGait> Change)[] Feet =
    [
        ("push-off of 12 degrees, lands as usual", f => f with { AngleAtReleaseRad = -0.21 }),
        ("push-off of 12 degrees, gentle, in a brace that turns no other way", f => f with { AngleAtReleaseRad = -0.21, ReleaseSpeedMps = 0.5 * f.ReleaseSpeedMps, RollRad = 0.05, YawRad = 0.05 }),
        ("the same, lands on 26 degrees, swings out by 3 cm", f => f with { AngleAtReleaseRad = -0.21, AngleAtContactRad = 0.45, ReleaseSpeedMps = 0.5 * f.ReleaseSpeedMps, CircumductionM = 0.03, RollRad = 0.05, YawRad = 0.05 }),
        ("push-off of 6 degrees, lands on 26 degrees, swings out by 5 cm", f => f with { AngleAtReleaseRad = -0.1, AngleAtContactRad = 0.45, ReleaseSpeedMps = 0.3 * f.ReleaseSpeedMps, CircumductionM = 0.05, RollRad = 0.05, YawRad = 0.05 }),
    ];

    public static IReadOnlyList<JudgedName> Judge(int seeds)
    {
        (string Feet, Func<FootGait, FootGait> Change, string Walk, ulong Seed)[] runs =
        [
            .. from feet in Feet from walk in Walks from seed in Enumerable.Range(1, seeds) select (feet.Name, feet.Change, walk, (ulong)seed),
        ];
        JudgedName[][] judged = new JudgedName[runs.Length][];
        Parallel.For(0, runs.Length, i => judged[i] = Judge(runs[i].Feet, runs[i].Change, SimulationPresets.Find(runs[i].Walk)!, runs[i].Seed));
        return [.. judged.SelectMany(n => n)];
    }

    public static void Write(Markdown text, IReadOnlyList<JudgedName> names)
    {
        text.Line();
        text.Line("## Simulated people who hardly push off");
        text.Line();
        text.Line($"The walks {string.Join(", ", Walks)} with both feet changed, the mounting unknown.");
        text.Head("feet", "went:", "strides", "right", "unknown", "opposite", "wrong, confidence >= 0.9", "asked for");
        foreach (IGrouping<(string Kind, WalkingDirection Truth), JudgedName> some in names.GroupBy(n => (n.Kind, n.Truth)))
        {
            JudgedName[] all = [.. some];
            text.Row(
                some.Key.Kind, Words.ForPeople(some.Key.Truth), $"{all.Length}", Cell.Percent((double)all.Count(n => n.Found == n.Truth) / all.Length), Cell.Percent((double)all.Count(n => !n.IsNamed) / all.Length),
                $"{all.Count(n => n.IsWrong)}", $"{all.Count(n => n.IsConfidentlyWrong)}", "95.0 %");
        }
    }

    private static JudgedName[] Judge(string kind, Func<FootGait, FootGait> change, SimulationPreset preset, ulong seed)
    {
        SimulatedWalk walk = Walker.Walk(preset.Person.WithBothFeet(change), preset.ScriptFor(preset.DurationS), seed);
        SimulatedRecording recording = new(walk, preset.Sensor with { MountingDeclared = false }, seed);
        WalkOutcome outcome = WalkOutcome.Of(new WalkPipelineOptions(), recording.SamplesOf(Foot.Left), recording.SamplesOf(Foot.Right));
        Evaluation evaluation = new();
        string name = FormattableString.Invariant($"{preset.Name}-{seed}");
        evaluation.Add(name, recording.Reference, outcome.Events, outcome.Strides);
        return [.. evaluation.Pooled.StridePairs.Where(p => p.Direction != WalkingDirection.Unknown).Select(p => new JudgedName(kind, name, p.Direction, p.Found, p.Confidence))];
    }
}

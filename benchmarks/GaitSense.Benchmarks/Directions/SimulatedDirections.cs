using System.Globalization;
using GaitSense.Analysis.Accuracy;
using GaitSense.Core;
using GaitSense.Simulation.Plan;
using GaitSense.Simulation.Presets;

namespace GaitSense.Benchmarks;

/// <summary>Directions of simulated walks, whose truth is known.</summary>
internal static class SimulatedDirections
{
    private static readonly Condition[] Mountings =
    [
        new("mounting", "declared", s => s with { MountingDeclared = true }),
        Conditions.Undeclared,
    ];

    /// <summary>Walks all and writes their tables; gives what each stride was called.</summary>
    public static IReadOnlyList<JudgedName> Write(Markdown text, IReadOnlyList<SimulationPreset> presets, int seeds, TextWriter? failures)
    {
        SimulatedRun[] runs =
        [
            .. from mounting in Mountings
            from preset in presets
            from seed in Enumerable.Range(1, seeds)
            select new SimulatedRun(preset, mounting, (ulong)seed),
        ];
        SimulatedRun.Walk(runs);
        text.Line("## Simulated walks");
        text.Line();
        text.Line($"Every preset, whole, {seeds.ToString(CultureInfo.InvariantCulture)} seeds each. \"Right\" is over the strides that were found, \"of all\" over all that are labelled: a miss is not right there.");
        text.Line("\"Early\" is the direction of the mid-swing event, known before the landing; an unknown is not right. Bold is beyond what is asked for.");
        text.Head("walks", "mounting:", "found / labelled", "right", "of all", "unknown", "early right", "early unknown", "wrong, confidence >= 0.9", "asked for: right, early, confident wrong:");
        foreach ((string group, double limit, Func<SimulationPreset, bool> holds) in Groups)
            foreach (Condition mounting in Mountings)
                if (runs.Where(r => r.Condition == mounting && holds(r.Preset)).ToArray() is { Length: > 0 } some) Row(text, group, mounting, some, limit);
        text.Line();
        text.Line("Walk by walk, and what was named instead (truth -> named):");
        text.Head("preset", "mounting:", "found / labelled", "right", "of all", "unknown", "early right", "early unknown", "wrong, confidence >= 0.9", "instead:");
        foreach (SimulationPreset preset in presets)
            foreach (Condition mounting in Mountings)
                Row(text, preset.Name, mounting, [.. runs.Where(r => r.Condition == mounting && r.Preset == preset)], null);
        if (failures is not null) List(runs, failures);
        return
        [
            .. from run in runs
            from pair in SimulatedRun.Judge([run]).Pooled.StridePairs
            where pair.Direction != WalkingDirection.Unknown
            select new JudgedName($"simulated, mounting {run.Condition.Level}", run.Name, pair.Direction, pair.Found, pair.Confidence),
        ];
    }

    private static readonly (string Name, double Limit, Func<SimulationPreset, bool> Holds)[] Groups =
    [
        ("all without turns in place", 0.995, p => !TurnsInPlace(p)),
        ("foot drop", 0.98, p => p.Name.Contains("foot-drop", StringComparison.Ordinal)),
        ("with turns in place", 0, TurnsInPlace),
    ];

    private static bool TurnsInPlace(SimulationPreset preset) => preset.ScriptFor(preset.DurationS).Any(s => s is { Manner: WalkManner.InPlace, TurnRad: not 0 });

    private static void Row(Markdown text, string name, Condition mounting, SimulatedRun[] runs, double? limit)
    {
        RecordingEvaluation all = SimulatedRun.Judge(runs).Pooled;
        int labelled = runs.Sum(r => r.Reference.Strides!.Count(s => s.Direction != WalkingDirection.Unknown));
        if (all.Direction is not { } d)
        {
            text.Row(name, mounting.Level, $"0 / {labelled}", "", "", "", "", "", "", "");
            return;
        }

        bool asked = limit > 0;
        double right = d.Share(d.Right), early = d.Share(d.EarlyRight), wrong = d.Share(d.ConfidentWrong);
        string last = limit is null
            ? string.Join(", ", all.Result.Stride!.Direction.Where(p => !IsRight(p.Key)).Select(p => $"{p.Key} {p.Value}"))
            : asked ? $"{Cell.Percent(limit.Value)}, 97.0 %, 0.1 %" : "";
        text.Row(
            name, mounting.Level, $"{d.Strides} / {labelled}", Bold(right, asked && right < limit), Cell.Percent((double)d.Right / labelled), Cell.Percent(d.Share(d.Unknown)),
            Bold(early, asked && early < 0.97), Cell.Percent(d.Share(d.EarlyUnknown)), $"{d.ConfidentWrong} ({Bold(wrong, asked && wrong > 0.001)})", last);
    }

    private static string Bold(double share, bool isBeyond) => isBeyond ? $"**{Cell.Percent(share)}**" : Cell.Percent(share);

    private static bool IsRight(string pair) => pair.Split(" -> ") is [var truth, var named] && string.Equals(truth, named, StringComparison.Ordinal);

    private static void List(SimulatedRun[] runs, TextWriter output)
    {
        foreach (SimulatedRun run in runs)
            foreach (StridePair p in SimulatedRun.Judge([run]).Pooled.StridePairs)
                if (p.Direction != WalkingDirection.Unknown && (p.Found != p.Direction || p.FoundEarly != p.Direction) && (p.Found != WalkingDirection.Unknown || run.Condition == Mountings[0]))
                    output.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{run.Name}, mounting {run.Condition.Level}: {Words.Of(p.Foot)} {p.TerminalContact.Seconds:F2} s {p.LengthM:F2} m: {Words.ForPeople(p.Direction)} named {Words.ForPeople(p.Found)} ({p.Confidence:F2}), early {Words.ForPeople(p.FoundEarly)}"));
    }
}

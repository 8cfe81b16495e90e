using GaitSense.Training.Records;

namespace GaitSense.Training.TimedTests;

/// <summary>
/// The cost of a second task: 100 (single - dual) / single, percent, positive where the second task takes something away. Its repeatability is poor (ICC -0.18 to 0.49 for a cognitive task
/// [clinic.md]), so no verdict is ever taken of it.
/// </summary>
public static class DualTaskCost
{
    /// <summary>Cost of a quantity, percent; null: a walk does not have it, or the single task's is 0.</summary>
    /// <param name="alone">The walk without a second task.</param>
    /// <param name="dual">The walk with it.</param>
    /// <param name="part">The quantity: "speed", "cadence".</param>
    public static double? Percent(Trial alone, Trial dual, string part = "speed")
    {
        ArgumentNullException.ThrowIfNull(alone);
        ArgumentNullException.ThrowIfNull(dual);
        if (alone.Validity == Validity.Invalid || dual.Validity == Validity.Invalid) return null;
        return Of(alone, part) is { } s && Of(dual, part) is { } d ? Percent(s, d) : null;
    }

    /// <summary>Cost by the two values, percent; null: the single task's is 0.</summary>
    /// <param name="alone">Without a second task.</param>
    /// <param name="dual">With it, in the same unit.</param>
    public static double? Percent(double alone, double dual) => alone != 0 ? 100 * (alone - dual) / alone : null;

    /// <summary>The walk with the second task, with the cost on speed as its official result (<see cref="TestDefinitions.SpeedCost"/>); as it was where there is none.</summary>
    /// <param name="alone">The walk without a second task.</param>
    /// <param name="dual">The walk with it.</param>
    public static Trial Priced(Trial alone, Trial dual) =>
        Percent(alone, dual) is { } cost ? dual with { Official = cost, Definition = TestDefinitions.SpeedCost } : dual;

    /// <summary>Trials of dual tasks with the cost by the last walks of both kinds that count; a cost that an earlier look had set is gone where one of them does not count any more.</summary>
    /// <param name="trials">All trials of a session.</param>
    public static IReadOnlyList<Trial> Priced(IReadOnlyList<Trial> trials)
    {
        Trial[] all = [.. trials.Select(t => t.Definition is TestDefinitions.SpeedCost ? t with { Official = null, Definition = null } : t)];
        int alone = Array.FindLastIndex(all, t => t is { Validity: Validity.Valid, Instruction: "single" }), dual = Array.FindLastIndex(all, t => t is { Validity: Validity.Valid, Instruction: "dual" });
        if (alone >= 0 && dual >= 0) all[dual] = Priced(all[alone], all[dual]);
        return all;
    }

    private static double? Of(Trial trial, string part)
    {
        foreach (TrialPart p in trial.Parts)
            if (string.Equals(p.Name, part, StringComparison.Ordinal)) return p.Value;
        return null;
    }
}

using GaitSense.Training.Records;

namespace GaitSense.Training.TimedTests;

/// <summary>
/// A person's look at a trial after its test: what waited for an eye counts, or does not. The feet decide nothing here: values are those that the trial kept, and a person chooses which of them
/// is the result. A trial that does not count (a false start, one that was broken off or refused) never becomes one that does: the test is done again.
/// </summary>
public static class TrialReview
{
    /// <summary>Whether a trial waits for a person: nobody has looked at it, or no official result was chosen.</summary>
    public static bool Waits(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        return trial.Validity == Validity.Attention || (trial is { Validity: Validity.Valid, Practice: false, Official: null } && DefinitionOf(trial) is not { Kind: TestKind.DualTask });
    }

    /// <summary>A value that a trial has by a definition, in its unit; null: it has none.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="definition">The definition.</param>
    /// <param name="candidate">Of several times by the feet which one, from 0. <value>The default is the first.</value></param>
    public static double? ValueOf(Trial trial, string definition, int candidate = 0)
    {
        ArgumentNullException.ThrowIfNull(trial);
        return definition switch
        {
            TestDefinitions.WatchFromGo => trial.WatchS,
            TestDefinitions.FeetLeaveToCross => candidate >= 0 && candidate < trial.Feet.Count ? trial.Feet[candidate].TimeS : null,
            TestDefinitions.LapDistance => trial.Parts.Any(p => p.Name is "lengths") ? trial.DistanceM : null,
            TestDefinitions.StrideSum => TestSummary.StrideSum(trial),
            TestDefinitions.SpeedCost => string.Equals(trial.Definition, definition, StringComparison.Ordinal) ? trial.Official : null,
            _ => null,
        };
    }

    /// <summary>What changes in a session's trials by a decision on one of them: the trial, and of a dual task the cost that hangs on it.</summary>
    /// <param name="trials">The session's trials.</param>
    /// <param name="no">Number of the trial.</param>
    /// <param name="decision">What a person decided.</param>
    /// <returns>The trials that change; or why nothing does.</returns>
    public static (string? Why, IReadOnlyList<Trial> Changed) Take(IReadOnlyList<Trial> trials, int no, TrialDecision decision)
    {
        ArgumentNullException.ThrowIfNull(trials);
        ArgumentNullException.ThrowIfNull(decision);
        if (trials.FirstOrDefault(t => t.No == no) is not { } trial) return (FormattableString.Invariant($"there is no trial {no}"), []);
        if (trial.Validity == Validity.Invalid) return ($"it does not count ({trial.Reason}), and that stays: do the test again", []);
        (string? why, Trial reviewed) = decision.Rejected is { } reason ? Reject(trial, reason) : Accept(trial, decision);
        if (why is not null) return (why, []);
        Trial[] after = [.. trials.Select(t => t.No == no ? reviewed : t)];
        if (DefinitionOf(trial) is { Kind: TestKind.DualTask }) after = [.. DualTaskCost.Priced(after)];
        return (null, [.. after.Where((t, i) => t != trials[i])]);
    }

    private static (string? Why, Trial Trial) Reject(Trial trial, string reason) => string.IsNullOrWhiteSpace(reason)
        ? ("a trial that does not count needs a reason", trial)
        : (null, trial with { Validity = Validity.Invalid, Reason = reason, Official = null, Definition = null });

    private static (string? Why, Trial Trial) Accept(Trial trial, TrialDecision decision)
    {
        if (DefinitionOf(trial) is not { } test) return ($"the test {trial.Test} is not known here", trial);
        string reason = string.Join("; ", trial.Reason.Split("; ").Where(n => n.Length > 0 && n is not TimedTestRun.Unseen));
        // The walks of a dual task have no result of their own.
        if (test.Kind == TestKind.DualTask)
            return decision is { Definition: null, Candidate: null } ? (null, trial with { Validity = Validity.Valid, Reason = reason }) : ($"{test.Name}: a walk counts, or does not; its result is the cost of both", trial);
        string? definition = decision.Definition ?? (decision.Candidate is not null ? TestDefinitions.FeetLeaveToCross : trial.Definition);
        if (definition is null) return ($"it has no official result: say by which definition ({string.Join(", ", test.Definitions)})", trial);
        if (!test.Definitions.Contains(definition, StringComparer.Ordinal)) return ($"{test.Name} has no definition \"{definition}\"; it has {string.Join(", ", test.Definitions)}", trial);
        bool isByFeet = definition is TestDefinitions.FeetLeaveToCross;
        if (decision.Candidate is not null && !isByFeet) return ("a candidate is a time by the feet; another definition has none", trial);
        if (decision.Candidate is { } chosen && (chosen < 0 || chosen >= trial.Feet.Count)) return (FormattableString.Invariant($"there is no candidate {chosen + 1}"), trial);
        if (isByFeet && decision.Candidate is null && trial.Feet.Count > 1) return (FormattableString.Invariant($"the feet have {trial.Feet.Count} candidates: say which"), trial);
        int candidate = decision.Candidate ?? 0;
        if (ValueOf(trial, definition, candidate) is not { } value) return ($"it has no value by {definition}", trial);
        // The chosen one stands first, as at the desk.
        IReadOnlyList<FeetTime> feet = candidate > 0 ? [trial.Feet[candidate], .. trial.Feet.Where((_, i) => i != candidate)] : trial.Feet;
        return (null, trial with { Validity = Validity.Valid, Reason = reason, Feet = feet, Official = value, Definition = definition });
    }

    private static TestDefinition? DefinitionOf(Trial trial) => TestDefinitions.All.FirstOrDefault(d => string.Equals(d.Name, trial.Test, StringComparison.Ordinal));
}

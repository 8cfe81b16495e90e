using GaitSense.Training.Records;
using GaitSense.Training.TimedTests.Feet;

namespace GaitSense.Training.TimedTests;

/// <summary>What the button and the feet say of a trial, before or after a person has looked at it.</summary>
public sealed record TrialOutcome
{
    /// <summary>From "go" to the button's stop, s; null: no stop by hand.</summary>
    public double? WatchS { get; init; }

    /// <summary>The feet's result, or candidates for it, the preselected one first; empty: nothing, or withheld.</summary>
    public IReadOnlyList<FeetTime> Feet { get; init; } = [];

    /// <summary>Distance, m; null: none.</summary>
    public double? DistanceM { get; init; }

    /// <summary>What is kept beside.</summary>
    public IReadOnlyList<TrialPart> Parts { get; init; } = [];

    /// <summary>What needs a person's eye.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Values by definition: "watch-from-go" and so on, in the test's unit.</summary>
    public IReadOnlyDictionary<string, double> Values { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Whether it may be taken as it is, or needs a person's eye.</summary>
    public Validity Validity => Notes.Count == 0 ? Validity.Valid : Validity.Attention;

    /// <summary>Whether a person has to choose: the official result is the feet's, and they have more than one.</summary>
    /// <param name="setting">What was chosen before.</param>
    public bool NeedsChoice(TestSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return Feet.Count > 1 && string.Equals(setting.OfficialDefinition, TestDefinitions.FeetLeaveToCross, StringComparison.Ordinal);
    }

    /// <summary>Looks at a trial.</summary>
    /// <param name="setting">What was chosen.</param>
    /// <param name="draft">What is known.</param>
    /// <param name="feet">What the feet did.</param>
    public static TrialOutcome Of(TestSetting setting, TrialDraft draft, FeetRecord feet)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(feet);
        double? watch = draft is { IsStoppedByHand: true, GoS: { } go, StopS: { } stop } ? stop - go : null;
        TrialOutcome begun = new() { WatchS = watch, Notes = [.. draft.Notes] };
        if (draft.GoS is null) return begun;
        return setting.Test.Kind switch
        {
            TestKind.Line => LineOutcome.Of(begun, setting, draft, feet),
            TestKind.Chair => ChairOutcome.Of(begun, draft, feet),
            TestKind.Distance => DistanceOutcome.Of(begun, setting, draft, feet),
            _ => SteadyOutcome.Of(begun, draft, feet),
        };
    }

    internal TrialOutcome With(string note) => this with { Notes = [.. Notes, note] };

    internal Trial ToTrial(Guid id, TestSetting setting, TrialDraft draft, Validity validity, string reason, int? candidate)
    {
        // The chosen one stands first: it is the feet's result from now on.
        IReadOnlyList<FeetTime> feet = candidate is > 0 and { } chosen ? [Feet[chosen], .. Feet.Where((_, i) => i != chosen)] : Feet;
        string official = setting.OfficialDefinition;
        double? value = official is TestDefinitions.FeetLeaveToCross ? feet.Count > 0 ? feet[0].TimeS : null
            : Values.TryGetValue(official, out double v) ? v : null;
        if (validity == Validity.Invalid) value = null;
        return new Trial
        {
            Id = id,
            Test = setting.Test.Name,
            No = draft.No,
            Instruction = setting.InstructionGiven,
            Practice = draft.IsPractice,
            GoS = draft.GoS,
            WatchS = WatchS,
            Feet = feet,
            DistanceM = DistanceM,
            Parts = Parts,
            Official = value,
            Definition = value is null ? null : official,
            Validity = validity,
            Reason = reason,
        };
    }
}

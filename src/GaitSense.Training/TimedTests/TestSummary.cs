using GaitSense.Training.Records;

namespace GaitSense.Training.TimedTests;

/// <summary>One result of several trials.</summary>
/// <param name="Value">The result in the test's unit.</param>
/// <param name="Definition">The definition that all its trials follow.</param>
/// <param name="Trials">How many trials it is of.</param>
public readonly record struct TestSummary(double Value, string Definition, int Trials)
{
    /// <summary>Summarises trials of one test; null: not all of its trials are there. Practice, false starts and what does not count are left out, and so is what a person still has to look at.</summary>
    /// <param name="test">The test.</param>
    /// <param name="trials">Trials of one session, of any test.</param>
    /// <param name="instruction">The instruction that was given.</param>
    /// <param name="definition">The definition.</param>
    public static TestSummary? Of(TestDefinition test, IEnumerable<Trial> trials, string instruction, string definition) =>
        Of(test, Counted(test, trials, instruction).Select(t => string.Equals(t.Definition, definition, StringComparison.Ordinal) ? t.Official : null), definition);

    /// <summary>The feet's own series (<see cref="TestDefinition.FeetSeries"/>) of the same trials, by the same rule; null: they have none, or not of all trials.</summary>
    /// <param name="test">The test.</param>
    /// <param name="trials">Trials of one session, of any test.</param>
    /// <param name="instruction">The instruction that was given.</param>
    public static TestSummary? OfFeet(TestDefinition test, IEnumerable<Trial> trials, string instruction)
    {
        ArgumentNullException.ThrowIfNull(test);
        return test.FeetSeries is { } series ? Of(test, Counted(test, trials, instruction).Select(t => series is TestDefinitions.FeetLeaveToCross ? t.Feet is [var first, ..] ? first.TimeS : null : StrideSum(t)), series) : null;
    }

    private static IEnumerable<Trial> Counted(TestDefinition test, IEnumerable<Trial> trials, string instruction)
    {
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(trials);
        return trials.Where(t => t is { Practice: false, Validity: Validity.Valid } && string.Equals(t.Test, test.Name, StringComparison.Ordinal) && string.Equals(t.Instruction, instruction, StringComparison.Ordinal))
            .OrderBy(t => t.No);
    }

    private static TestSummary? Of(TestDefinition test, IEnumerable<double?> all, string definition)
    {
        double[] values = [.. all.OfType<double>()];
        if (values.Length < test.Trials) return null;
        return string.Equals(test.Summary, "mean", StringComparison.Ordinal) ? new(values[..test.Trials].Average(), definition, test.Trials) : new(values[0], definition, 1);
    }

    // Where too many strides could not be measured there is no sum, only what was summed.
    internal static double? StrideSum(Trial trial)
    {
        double? Part(string name) => trial.Parts.Where(p => string.Equals(p.Name, name, StringComparison.Ordinal)).Select(p => (double?)p.Value).FirstOrDefault();
        return trial.Reason.Contains(DistanceOutcome.SumIsShort, StringComparison.Ordinal) ? null : Part(DistanceOutcome.SumPart);
    }
}

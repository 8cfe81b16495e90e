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
    public static TestSummary? Of(TestDefinition test, IEnumerable<Trial> trials, string instruction, string definition)
    {
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(trials);
        double[] values =
        [
            .. trials.Where(t => t is { Practice: false, Validity: Validity.Valid, Official: not null } && string.Equals(t.Test, test.Name, StringComparison.Ordinal)
                    && string.Equals(t.Instruction, instruction, StringComparison.Ordinal) && string.Equals(t.Definition, definition, StringComparison.Ordinal))
                .OrderBy(t => t.No).Select(t => t.Official!.Value),
        ];
        if (values.Length < test.Trials) return null;
        return string.Equals(test.Summary, "mean", StringComparison.Ordinal) ? new(values[..test.Trials].Average(), definition, test.Trials) : new(values[0], definition, 1);
    }
}

using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;

namespace GaitSense.Clinic.Timed;

/// <summary>What came of a test.</summary>
public sealed record TestResult
{
    /// <summary>The test; of a dual task the part that has its result.</summary>
    public required TestSetting Setting { get; init; }

    /// <summary>All trials, false starts among them.</summary>
    public required IReadOnlyList<Trial> Trials { get; init; }

    /// <summary>Whether the test came to its end by its own rule, not by a signal or the end of the samples.</summary>
    public required bool IsOver { get; init; }

    /// <summary>Whether nobody walked it.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>Whether any trial counts; practice does not, nor does what a person still has to look at.</summary>
    public bool HasCounted => Trials.Any(t => t is { Practice: false, Validity: Validity.Valid });

    /// <summary>What the feet's result should be, by trials of a simulation.</summary>
    public IReadOnlyList<TrialTruth> Truth { get; init; } = [];

    /// <summary>The official result; null: not all trials are there.</summary>
    public TestSummary? Summary => TestSummary.Of(Setting.Test, Trials, Setting.InstructionGiven, Setting.OfficialDefinition);

    /// <summary>The feet's own; null: there is none, or it is the official one.</summary>
    public TestSummary? ByFeet => string.Equals(Setting.Test.FeetSeries, Setting.OfficialDefinition, StringComparison.Ordinal) ? null : TestSummary.OfFeet(Setting.Test, Trials, Setting.InstructionGiven);
}

namespace GaitSense.Training.TimedTests;

/// <summary>What a person decided of a trial that is kept. Without any of these it is taken as it is.</summary>
public sealed record TrialDecision
{
    /// <summary>The definition of the official result; null: the one that was chosen before the test.</summary>
    public string? Definition { get; init; }

    /// <summary>Which of several times by the feet it is, from 0; null: there is nothing to choose.</summary>
    public int? Candidate { get; init; }

    /// <summary>Why it does not count; null: it counts.</summary>
    public string? Rejected { get; init; }
}

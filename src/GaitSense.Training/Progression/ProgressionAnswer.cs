namespace GaitSense.Training.Progression;

/// <summary>A proposal, or why there is none.</summary>
public sealed record ProgressionAnswer
{
    /// <summary>The proposal; null: the plan stays.</summary>
    public Proposal? Proposal { get; init; }

    /// <summary>Why the plan stays, as keys of the clinician's texts; empty where something is proposed.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    internal static ProgressionAnswer Stays(params IReadOnlyList<string> reasons) => new() { Reasons = reasons };
}

namespace GaitSense.Training.Progression;

/// <summary>What the rules propose; a clinician confirms it, or does not.</summary>
public sealed record Proposal
{
    /// <summary>Up, down or pause.</summary>
    public required ProposalKind Kind { get; init; }

    /// <summary>The version of the plan that it was made from.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>What changes: up, one variable of one kind of session; down, one for each kind it is about; none in a pause.</summary>
    public required IReadOnlyList<PlanStep> Steps { get; init; }

    /// <summary>First day of the new version.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Why, as keys with values (<see cref="Texts.ReasonText"/>).</summary>
    public required string Reason { get; init; }
}

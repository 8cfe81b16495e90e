namespace GaitSense.Recording.Session;

/// <summary>What is noted of the person who walks: a pseudonym and what matters for the walk, never a name or a birthday.</summary>
public sealed record SessionPerson
{
    /// <summary>Pseudonymous id; null: not stated. <value>The default is null.</value></summary>
    public string? Id { get; init; }

    /// <summary>Walking aid: <c>cane</c>, <c>two crutches</c>, ... <value>The default is null: none was noted.</value></summary>
    public string? WalkingAid { get; init; }

    /// <summary>Orthosis: <c>AFO left</c>, ... <value>The default is null: none was noted.</value></summary>
    public string? Orthosis { get; init; }

    /// <summary>The side that is affected more: <c>left</c>, <c>right</c>, <c>both</c>. <value>The default is null: not noted.</value></summary>
    public string? AffectedSide { get; init; }

    /// <summary>Leg length, m, 0.3 to 1.4. <value>The default is null: not measured.</value></summary>
    public double? LegLengthM { get; init; }
}

namespace GaitSense.Training.People;

/// <summary>A person's consent to one use of their data.</summary>
public sealed record Consent
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>To what: "export", "study:NAME".</summary>
    public required string What { get; init; }

    /// <summary>When it was given.</summary>
    public required DateTimeOffset Given { get; init; }

    /// <summary>When it was withdrawn; null: it stands.</summary>
    public DateTimeOffset? Withdrawn { get; init; }
}

namespace GaitSense.Training.People;

/// <summary>A clinician's note about a person. Notes leave a store with no export.</summary>
public sealed record Note
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>About whom.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Who wrote it: an account's pseudonym.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }
}

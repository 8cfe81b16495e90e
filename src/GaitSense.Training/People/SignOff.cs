namespace GaitSense.Training.People;

/// <summary>A clinician's word that a person may do something at home, for a time.</summary>
public sealed record SignOff
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What is allowed.</summary>
    public required SignOffKind What { get; init; }

    /// <summary>Who allowed it: an account's pseudonym.</summary>
    public required string By { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day; walking backward at home counts for 14 days with <see cref="From"/>, whatever this says.</summary>
    public required DateOnly Until { get; init; }
}

namespace GaitSense.Storage;

/// <summary>An account may see a person.</summary>
public sealed record Membership
{
    /// <summary>The account's pseudonym.</summary>
    public required string Account { get; init; }

    /// <summary>The person.</summary>
    public required Guid PersonId { get; init; }
}

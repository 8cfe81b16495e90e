namespace GaitSense.Clinic.Accounts.Devices;

/// <summary>A phone that may push sessions of one person, and nothing else. Its token is kept as a hash.</summary>
internal sealed class Device
{
    /// <summary>SHA-256 of the token, in hex.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Whose.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>When it was enrolled, microseconds since 1970, UTC.</summary>
    public required long EnrolledUs { get; init; }

    /// <summary>When it was last heard of, to the hour.</summary>
    public required long SeenUs { get; set; }
}

namespace GaitSense.Clinic.Accounts.Devices;

/// <summary>A code that was given for a phone: used once, within minutes. It is kept as a hash.</summary>
internal sealed class Enrolment
{
    /// <summary>SHA-256 of the code, in hex.</summary>
    public required string CodeHash { get; init; }

    /// <summary>Whose phone it is for.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>When it ends, microseconds since 1970, UTC.</summary>
    public required long UntilUs { get; init; }

    /// <summary>It was used.</summary>
    public bool IsUsed { get; set; }
}

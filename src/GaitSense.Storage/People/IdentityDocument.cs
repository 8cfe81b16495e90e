namespace GaitSense.Storage;

/// <summary>An identity file as JSON. Who is in it is encrypted one by one, so that one can be taken out without the key.</summary>
internal sealed record IdentityDocument
{
    public const string Kind = "gaitsense-identity";

    /// <summary>Rounds of PBKDF2 with SHA-256 (OWASP Password Storage Cheat Sheet, 2023).</summary>
    public const int Rounds = 600_000;

    public string Format { get; init; } = Kind;

    public int Version { get; init; } = 1;

    /// <summary>Salt of a passphrase; empty: a key file.</summary>
    public byte[] Salt { get; init; } = [];

    /// <summary>Rounds of a passphrase; 0: a key file.</summary>
    public int Iterations { get; init; }

    /// <summary>By which a wrong key is known from damaged bytes: a digest of the key.</summary>
    public required byte[] KeyCheck { get; init; }

    public SortedDictionary<Guid, IdentityEntry> People { get; init; } = [];
}

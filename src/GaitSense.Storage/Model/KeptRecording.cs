namespace GaitSense.Storage;

/// <summary>A recording that is kept beside the database, by its hash. Sessions refer to it; without one it goes.</summary>
public sealed record KeptRecording
{
    /// <summary>SHA-256 of its bytes in hex.</summary>
    public required string Hash { get; init; }

    /// <summary>Its size, bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Retention leaves it. <value>The default is no.</value></summary>
    public bool IsHeld { get; init; }
}

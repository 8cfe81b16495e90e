namespace GaitSense.Storage;

/// <summary>A recording that is kept beside the database, by its hash. Sessions refer to it; without one it goes.</summary>
public sealed record KeptRecording
{
    /// <summary>SHA-256 of its bytes in hex.</summary>
    public required string Hash { get; init; }

    /// <summary>Its size, bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>What it is, as the end of a file's name: ".gait" (a session), ".tar" (a folder), ".csv"; its name is not kept, for it may tell whose it is.</summary>
    public string Ending { get; init; } = "";

    /// <summary>When it came.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Retention leaves it. <value>The default is no.</value></summary>
    public bool IsHeld { get; init; }

    /// <summary>Nothing refers to it any more, and its file is about to go. <value>The default is no.</value></summary>
    public bool IsGone { get; init; }
}

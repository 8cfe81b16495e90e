namespace GaitSense.Storage;

/// <summary>A session that runs now. A person has at most one, and so has a sensor (<see cref="LiveSensor"/>).</summary>
public sealed record LiveSession
{
    /// <summary>The session.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>Whose.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The computer it runs on, by its pseudonym.</summary>
    public required string Node { get; init; }

    /// <summary>When it was last heard of.</summary>
    public required DateTimeOffset Heartbeat { get; init; }
}

using GaitSense.Training.Records;

namespace GaitSense.Storage;

/// <summary>Which sessions of a person are asked for.</summary>
public sealed record SessionQuery
{
    /// <summary>Begun at or after; null: from the first.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Begun before; null: to the last.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Where their samples came from; null: anywhere. Simulated ones never count as a person's.</summary>
    public SessionSource? Source { get; init; }

    /// <summary>The last session of the page before; null: the first page.</summary>
    public Session? After { get; init; }

    /// <summary>At most so many.</summary>
    public int Limit { get; init; } = int.MaxValue;

    /// <summary>The newest first. <value>The default is the oldest first.</value></summary>
    public bool IsNewestFirst { get; init; }
}

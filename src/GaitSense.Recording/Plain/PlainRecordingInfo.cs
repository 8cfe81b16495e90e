namespace GaitSense.Recording.Plain;

/// <summary>What a plain recording's <c>session.json</c> says.</summary>
public sealed record PlainRecordingInfo
{
    /// <summary>The value of the field <c>format</c>.</summary>
    public const string Format = "gaitsense-plain-recording";

    /// <summary>The newest version of the format that this program reads, and the one it writes.</summary>
    public const int Version = 1;

    /// <summary>The sensors: one or two, each on its own foot.</summary>
    public required IReadOnlyList<PlainSensor> Sensors { get; init; }

    /// <summary>Whether the sensors share a clock. A single sensor has a shared one. <value>The default is shared.</value></summary>
    public RecordingClock Clock { get; init; } = RecordingClock.Shared;

    /// <summary>What the recording shows, for people.</summary>
    public string? Description { get; init; }

    /// <summary>Where it comes from.</summary>
    public string? Source { get; init; }

    /// <summary>Whether nobody walked it.</summary>
    public bool IsSimulated => RecordingOrigin.IsSimulated(Source);

    /// <summary>Under which licence it may be used.</summary>
    public string? Licence { get; init; }

    /// <summary>When its time 0 was, by the clock of what recorded it; null: not known.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>The person's pseudonym; null: not known.</summary>
    public string? Participant { get; init; }

    /// <summary>What <c>session.json</c> says of the person and is left aside, and why, such as "the participant looks like a date": results carry pseudonyms, no names and dates. Never written. <value>The default is nothing.</value></summary>
    public IReadOnlyList<string> Refusals { get; init; } = [];

    /// <summary>The visit; null: not known.</summary>
    public string? Visit { get; init; }

    /// <summary>The person's group; null: not known.</summary>
    public string? Group { get; init; }

    /// <summary>What was lost before this copy was made, one sentence each. <value>The default is nothing.</value></summary>
    public IReadOnlyList<string> Losses { get; init; } = [];
}

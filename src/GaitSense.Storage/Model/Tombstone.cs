namespace GaitSense.Storage;

/// <summary>A person who was deleted: a random id that nothing else has now, and that older backups have beside the person. A restore deletes by it once more.</summary>
public sealed record Tombstone
{
    /// <summary>The random id that the audit knew the person by.</summary>
    public required Guid Subject { get; init; }

    /// <summary>When the person was deleted.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Files went too, and the bytes of rows are overwritten; false: the next opening goes on with it. <value>The default is no.</value></summary>
    public bool IsDone { get; init; }
}

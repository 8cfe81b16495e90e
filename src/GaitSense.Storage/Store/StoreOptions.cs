namespace GaitSense.Storage;

/// <summary>How a store is opened and what it takes its times and random ids from.</summary>
public sealed record StoreOptions
{
    /// <summary>A store that is not there is made. <value>The default is yes.</value></summary>
    public bool Create { get; init; } = true;

    /// <summary>The clock of the audit and of heartbeats. <value>The default is the system's.</value></summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Random ids of the audit and of tombstones. <value>The default is version 4, random.</value> A simulation that must repeat gives its own.</summary>
    public Func<Guid> NewId { get; init; } = Guid.NewGuid;

    /// <summary>A live session without a heartbeat for so long was cut off, and gives its person and sensors free. <value>The default is 2 minutes.</value></summary>
    public TimeSpan LiveTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>One writer at a time in this process where the database is SQLite. <value>The default is yes; without it only a benchmark opens a store.</value></summary>
    internal bool OneWriter { get; init; } = true;
}

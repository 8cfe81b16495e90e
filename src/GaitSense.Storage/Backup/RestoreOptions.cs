namespace GaitSense.Storage;

/// <summary>How a backup is restored.</summary>
public sealed record RestoreOptions
{
    /// <summary>A store that is there is put aside; without it, it is in the way. <value>The default is no.</value></summary>
    public bool Force { get; init; }

    /// <summary>Where a key that is in the backup goes, if there is none; null: nowhere. <value>The default is null.</value></summary>
    public string? KeyFile { get; init; }

    /// <summary>The clock of the restored store's audit.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

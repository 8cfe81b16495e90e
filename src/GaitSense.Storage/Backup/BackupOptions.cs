namespace GaitSense.Storage;

/// <summary>How a backup is made.</summary>
public sealed record BackupOptions
{
    /// <summary>The key file to put into the backup; null: none, as is usual: who has the backup then cannot read who its people are. <value>The default is null.</value></summary>
    public string? KeyFile { get; init; }

    /// <summary>A file of that name is replaced. <value>The default is no.</value></summary>
    public bool Force { get; init; }
}

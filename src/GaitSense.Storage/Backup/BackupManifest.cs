using System.Text.Json;

namespace GaitSense.Storage;

/// <summary>What a backup says of itself: its first entry, <c>manifest.json</c>.</summary>
internal sealed record BackupManifest
{
    public const string Kind = "gaitsense-backup", Entry = "manifest.json", Database = "store.db", Key = "identity.key", RecordingsFolder = "recordings/";

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public string Format { get; init; } = Kind;

    public int Version { get; init; } = 1;

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The database's version: its last migration of SQLite, as which every backup holds it.</summary>
    public required string Schema { get; init; }

    /// <summary>How many people are in it.</summary>
    public required int People { get; init; }

    /// <summary>The last line of the audit.</summary>
    public required AuditAnchor Audit { get; init; }

    /// <summary>Who was deleted before it was made, by random ids.</summary>
    public required IReadOnlyList<Tombstone> Tombstones { get; init; }

    /// <summary>All entries but this one.</summary>
    public required IReadOnlyList<BackupEntry> Entries { get; init; }

    /// <summary>Hashes of recordings that are not in the file but beside it, in <c>recordings</c>.</summary>
    public required IReadOnlyList<string> RecordingsBeside { get; init; }
}

namespace GaitSense.Storage;

/// <summary>What a backup holds, as it was verified.</summary>
/// <param name="Path">The file.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Bytes">Its size, bytes.</param>
/// <param name="People">How many people.</param>
/// <param name="Sessions">How many sessions.</param>
/// <param name="Recordings">How many recordings are in it, or beside it.</param>
/// <param name="MissingRecordings">Hashes of recordings that the store knew and had no file of any more.</param>
/// <param name="Audit">The last line of the audit.</param>
/// <param name="HasKey">The key of the identity file is in it.</param>
public sealed record BackupReport(string Path, DateTimeOffset MadeAt, long Bytes, int People, int Sessions, int Recordings, IReadOnlyList<string> MissingRecordings, AuditAnchor Audit, bool HasKey);

namespace GaitSense.Storage;

/// <summary>What a restore did.</summary>
/// <param name="Backup">What was in the backup.</param>
/// <param name="DeletedAgain">People who were deleted since the backup was made, and are deleted once more.</param>
/// <param name="Aside">Where the store that was there is kept; null: there was none.</param>
/// <param name="Migrated">The backup was of an older program.</param>
public sealed record RestoreReport(BackupReport Backup, int DeletedAgain, string? Aside, bool Migrated);

namespace GaitSense.Storage;

/// <summary>A file of a backup.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Bytes">Its size, bytes.</param>
/// <param name="Hash">SHA-256 in hex.</param>
internal sealed record BackupEntry(string Name, long Bytes, string Hash);

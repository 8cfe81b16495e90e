namespace GaitSense.Storage;

/// <summary>A line of the audit as it was told elsewhere (a backup, a report): what the audit is held against.</summary>
/// <param name="Seq">The line's number; 0: the audit had none.</param>
/// <param name="Hash">Its hash.</param>
public sealed record AuditAnchor(long Seq, string Hash);

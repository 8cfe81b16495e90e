namespace GaitSense.Exchange;

/// <summary>A file in a manifest.</summary>
/// <param name="Name">Its name in the folder, with slashes.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its SHA-256 in hex.</param>
public sealed record ManifestFile(string Name, long Bytes, string Sha256);

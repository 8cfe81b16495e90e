namespace GaitSense.Storage;

/// <summary>One person of an identity file, encrypted with AES-256-GCM.</summary>
/// <param name="Nonce">12 random bytes.</param>
/// <param name="Data">The encrypted JSON with its tag of 16 bytes at the end.</param>
internal sealed record IdentityEntry(byte[] Nonce, byte[] Data);

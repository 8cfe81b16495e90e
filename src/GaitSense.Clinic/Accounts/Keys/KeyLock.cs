using System.Security.Cryptography;
using GaitSense.Recording.Files;

namespace GaitSense.Clinic.Accounts.Keys;

/// <summary>What the keys of cookies are encrypted with: 32 random bytes in a file beside the store that only its owner may read, and that no backup has. Without it everybody signs in anew.</summary>
/// <param name="path">The file; made when it is first asked for.</param>
internal sealed class KeyLock(string path)
{
    private const int KeyBytes = 32, NonceBytes = 12, TagBytes = 16;

    private readonly Lazy<byte[]> _key = new(() =>
    {
        if (!File.Exists(path)) WholeFile.Write(path, RandomNumberGenerator.GetBytes(KeyBytes));
        byte[] key = File.ReadAllBytes(path);
        return key.Length == KeyBytes ? key : throw new CryptographicException($"{path}: is no key of gaitsense ({KeyBytes} bytes)");
    });

    /// <summary>Encrypts: nonce, bytes, tag.</summary>
    public byte[] Close(byte[] plain)
    {
        byte[] closed = new byte[NonceBytes + plain.Length + TagBytes];
        RandomNumberGenerator.Fill(closed.AsSpan(0, NonceBytes));
        using AesGcm cipher = new(_key.Value, TagBytes);
        cipher.Encrypt(closed.AsSpan(0, NonceBytes), plain, closed.AsSpan(NonceBytes, plain.Length), closed.AsSpan(NonceBytes + plain.Length));
        return closed;
    }

    /// <summary>Decrypts.</summary>
    /// <exception cref="CryptographicException">The bytes were closed with another key, or altered.</exception>
    public byte[] Open(byte[] closed)
    {
        byte[] plain = new byte[Math.Max(0, closed.Length - NonceBytes - TagBytes)];
        using AesGcm cipher = new(_key.Value, TagBytes);
        cipher.Decrypt(closed.AsSpan(0, NonceBytes), closed.AsSpan(NonceBytes, plain.Length), closed.AsSpan(NonceBytes + plain.Length), plain);
        return plain;
    }
}

using System.Security.Cryptography;
using GaitSense.Recording.Files;

namespace GaitSense.Storage;

/// <summary>The key of an identity file: 32 random bytes in a file of the user's configuration, or a passphrase that a person knows.</summary>
public sealed class IdentityKey
{
    private const int KeyBytes = 32;

    private readonly byte[]? _key;
    private readonly string? _passphrase;

    private IdentityKey(byte[]? key, string? passphrase) => (_key, _passphrase) = (key, passphrase);

    /// <summary>The place of the user's key: <c>gaitsense/identity.key</c> in the user's configuration.</summary>
    public static string DefaultFile => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "gaitsense", "identity.key");

    /// <summary>Whether it comes of a passphrase.</summary>
    public bool IsPassphrase => _passphrase is not null;

    /// <summary>A key from a file that only its owner may read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="create">One that is not there is made.</param>
    /// <exception cref="StoreException">It is not there, others may read it, or it is no key.</exception>
    public static IdentityKey FromFile(string path, bool create = true)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            if (!File.Exists(path))
            {
                if (!create) throw new StoreException(StoreFailure.NotFound, $"{path}: the key of the identity file is not there: bring it from where it was kept, or from a backup with the key");
                WholeFile.Write(path, RandomNumberGenerator.GetBytes(KeyBytes));
            }

            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != UnixFileMode.None)
                throw new StoreException(StoreFailure.Refused, $"{path}: others may read the key: chmod 600 it");
            byte[] key = File.ReadAllBytes(path);
            return key.Length == KeyBytes ? new IdentityKey(key, passphrase: null) : throw new StoreException(StoreFailure.Damaged, $"{path}: is no key of gaitsense ({KeyBytes} bytes)");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFailure.Unavailable, $"{path}: the key cannot be read: {e.Message.TrimEnd('.')}", e);
        }
    }

    /// <summary>A key from a passphrase.</summary>
    /// <param name="passphrase">At least 12 characters.</param>
    /// <exception cref="StoreException">It is shorter.</exception>
    public static IdentityKey FromPassphrase(string passphrase)
    {
        ArgumentNullException.ThrowIfNull(passphrase);
        return passphrase.Length >= 12 ? new IdentityKey(key: null, passphrase) : throw new StoreException(StoreFailure.Refused, "a passphrase has at least 12 characters: take a few words");
    }

    /// <summary>The key's 32 bytes.</summary>
    /// <param name="salt">Of a passphrase.</param>
    /// <param name="iterations">Of a passphrase.</param>
    internal byte[] Bytes(byte[] salt, int iterations) =>
        _key ?? Rfc2898DeriveBytes.Pbkdf2(_passphrase!, salt, iterations, HashAlgorithmName.SHA256, KeyBytes);
}

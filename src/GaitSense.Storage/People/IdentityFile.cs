using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GaitSense.Recording.Files;

namespace GaitSense.Storage;

/// <summary>The file that says who the people of a store are. By a random id of each person, which the database has beside the code; it tells how many there are, and without the key no more.</summary>
/// <param name="path">The file; made when the first person comes.</param>
internal sealed class IdentityFile(string path)
{
    private const int TagBytes = 16, NonceBytes = 12, SaltBytes = 16;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>Who a person is; null: the file does not say.</summary>
    /// <exception cref="StoreException">The key is another, or the file is damaged.</exception>
    public Identity? Find(Guid subject, IdentityKey key)
    {
        if (Load() is not { } document || !document.People.TryGetValue(subject, out IdentityEntry? entry)) return null;
        using AesGcm cipher = new(Unlock(document, key), TagBytes);
        byte[] plain = new byte[entry.Data.Length - TagBytes];
        try
        {
            cipher.Decrypt(entry.Nonce, entry.Data.AsSpan(0, plain.Length), entry.Data.AsSpan(plain.Length), plain, Bound(subject));
            return JsonSerializer.Deserialize<Identity>(plain, Json);
        }
        catch (Exception e) when (e is CryptographicException or JsonException or ArgumentException)
        {
            throw Damaged(e);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <summary>Says who a person is.</summary>
    /// <exception cref="StoreException">The key is another, or the file is damaged or cannot be written.</exception>
    public void Save(Guid subject, Identity identity, IdentityKey key) => Change(document =>
    {
        document ??= Begin(key);
        using AesGcm cipher = new(Unlock(document, key), TagBytes);
        byte[] plain = JsonSerializer.SerializeToUtf8Bytes(identity, Json), nonce = RandomNumberGenerator.GetBytes(NonceBytes), data = new byte[plain.Length + TagBytes];
        cipher.Encrypt(nonce, plain, data.AsSpan(0, plain.Length), data.AsSpan(plain.Length), Bound(subject));
        CryptographicOperations.ZeroMemory(plain);
        document.People[subject] = new IdentityEntry(nonce, data);
        return document;
    });

    /// <summary>Takes people out; no key is asked for.</summary>
    public void Delete(IReadOnlyCollection<Guid> subjects)
    {
        if (!File.Exists(path)) return;
        Change(document =>
        {
            int before = document!.People.Count;
            foreach (Guid subject in subjects) document.People.Remove(subject);
            return document.People.Count == before ? null : document;
        });
    }

    /// <summary>The people it knows.</summary>
    public IReadOnlyCollection<Guid> Subjects() => Load()?.People.Keys.ToArray() ?? [];

    // Bound to the person: an entry that is put beside another id does not open.
    private static byte[] Bound(Guid subject) => Encoding.UTF8.GetBytes($"{IdentityDocument.Kind} 1 {subject:N}");

    private static byte[] CheckOf(byte[] key) => SHA256.HashData([.. Encoding.UTF8.GetBytes(IdentityDocument.Kind), .. key])[..8];

    private static IdentityDocument Begin(IdentityKey key)
    {
        byte[] salt = key.IsPassphrase ? RandomNumberGenerator.GetBytes(SaltBytes) : [];
        int rounds = key.IsPassphrase ? IdentityDocument.Rounds : 0;
        return new IdentityDocument { Salt = salt, Iterations = rounds, KeyCheck = CheckOf(key.Bytes(salt, rounds)) };
    }

    private byte[] Unlock(IdentityDocument document, IdentityKey key)
    {
        if (key.IsPassphrase != document.Iterations > 0)
            throw new StoreException(StoreFailure.Unavailable, $"{path}: is locked by {(key.IsPassphrase ? "a key file, not by a passphrase" : "a passphrase, not by a key file")}");
        byte[] bytes = key.Bytes(document.Salt, document.Iterations);
        return CryptographicOperations.FixedTimeEquals(CheckOf(bytes), document.KeyCheck) ? bytes
            : throw new StoreException(StoreFailure.Unavailable, $"{path}: {(key.IsPassphrase ? "the passphrase is another" : "this key is another: bring the one it was made with")}");
    }

    private IdentityDocument? Load()
    {
        if (!File.Exists(path)) return null;
        try
        {
            IdentityDocument? document = JsonSerializer.Deserialize<IdentityDocument>(File.ReadAllBytes(path), Json);
            if (document?.Format is not IdentityDocument.Kind || document.People.Values.Any(e => e.Nonce is not { Length: NonceBytes } || e.Data is not { Length: >= TagBytes })) throw Damaged(cause: null);
            return document.Version == 1 ? document : throw new StoreException(StoreFailure.Newer, $"{path}: was made by a newer gaitsense: update this program");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw Damaged(e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFailure.Unavailable, $"{path}: cannot be read: {e.Message.TrimEnd('.')}", e);
        }
    }

    // One writer at a time, of all programs; what comes back is written whole, null is not.
    private void Change(Func<IdentityDocument?, IdentityDocument?> change)
    {
        using FileLock turn = FileLock.Exclusive(path + ".lock", Patience) ?? throw new StoreException(StoreFailure.InUse, $"{path}: another program writes it: try again");
        if (change(Load()) is { } document) WholeFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(document, Json));
    }

    private StoreException Damaged(Exception? cause) => new(StoreFailure.Damaged, $"{path}: is damaged: take it from a backup", cause);
}

using System.Collections.Concurrent;
using GaitSense.Clinic.Hosting;
using GaitSense.Clinic.Store;
using GaitSense.Storage;

namespace GaitSense.Clinic.People;

/// <summary>
/// Who people are, for the desk of who may see them. An account's first look in ten minutes is in the audit; the next ones are the same look. Names are in memory alone.
/// </summary>
internal sealed class NameBook(ClinicOptions options)
{
    private static readonly TimeSpan OneLook = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(string Account, Guid Person), (Identity? Identity, DateTimeOffset At)> _looks = new();

    private string KeyFile => options.IdentityKeyFile ?? IdentityKey.DefaultFile;

    /// <summary>Who a person of the account is; null: not said, or the key is not here.</summary>
    public async Task<Identity?> FindAsync(ClinicStore store, Guid personId, CancellationToken stop)
    {
        if (!store.Is(Accounts.Roles.Clinician) || !File.Exists(KeyFile)) return null;
        var key = (store.Account, personId);
        if (_looks.TryGetValue(key, out var look) && store.Now - look.At < OneLook) return look.Identity;
        Identity? identity = await store.Mine.Identities.FindAsync(personId, IdentityKey.FromFile(KeyFile, create: false), stop);
        _looks[key] = (identity, store.Now);
        return identity;
    }

    /// <summary>Says who a person is.</summary>
    public async Task SaveAsync(ClinicStore store, Guid personId, Identity identity, CancellationToken stop)
    {
        await store.Mine.Identities.SaveAsync(personId, identity, IdentityKey.FromFile(KeyFile), stop);
        Forget(personId);
    }

    /// <summary>Forgets what was seen of a person.</summary>
    public void Forget(Guid personId)
    {
        foreach (var key in _looks.Keys.Where(k => k.Person == personId)) _looks.TryRemove(key, out _);
    }
}

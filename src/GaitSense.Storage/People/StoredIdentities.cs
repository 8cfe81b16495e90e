using GaitSense.Training.People;
using Microsoft.EntityFrameworkCore;

namespace GaitSense.Storage;

/// <summary>Who the people of a store are: read and written with a key, in a file beside the database.</summary>
public sealed class StoredIdentities
{
    private readonly StoreCore _core;
    private readonly Actor _actor;

    internal StoredIdentities(StoreCore core, Actor actor) => (_core, _actor) = (core, actor);

    /// <summary>Who a person is; null: not said. Looking is in the audit.</summary>
    /// <exception cref="StoreException">The person is not there, or the key is another.</exception>
    public async Task<Identity?> FindAsync(Guid personId, IdentityKey key, CancellationToken cancellation = default)
    {
        Identity? identity = _core.Identities.Find(await SubjectAsync(personId, cancellation), key);
        if (identity is not null) await _core.WriteAsync(_actor, async work => work.Record("identity read", await work.SubjectAsync(personId, cancellation)), cancellation);
        return identity;
    }

    /// <summary>Says who a person is.</summary>
    /// <exception cref="StoreException">The person is not there, or the key is another.</exception>
    public Task SaveAsync(Guid personId, Identity identity, IdentityKey key, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return _core.WriteAsync(
            _actor,
            async work =>
            {
                Guid subject = await work.SubjectAsync(personId, cancellation);
                _core.Identities.Save(subject, identity, key);
                work.Record("identity written", subject);
            },
            cancellation);
    }

    private Task<Guid> SubjectAsync(Guid personId, CancellationToken cancellation) => _core.ReadAsync(_actor, async db =>
        await db.Set<Person>().Where(p => p.Id == personId).Select(p => (Guid?)EF.Property<Guid>(p, StoreModel.AuditId)).FirstOrDefaultAsync(cancellation)
        ?? throw new StoreException(StoreFailure.NotFound, "the person is not in the store"));
}

using Microsoft.EntityFrameworkCore;

namespace GaitSense.Storage;

/// <summary>Rows of one kind that a person has: falls, notes, consents, sign-offs.</summary>
/// <typeparam name="T">The kind.</typeparam>
public sealed class PersonRows<T>
    where T : class
{
    private readonly StoreCore _core;
    private readonly Actor _actor;
    private readonly string _word;
    private readonly Func<T, Guid> _id, _person;

    internal PersonRows(StoreCore core, Actor actor, string word, Func<T, Guid> id, Func<T, Guid> person) => (_core, _actor, _word, _id, _person) = (core, actor, word, id, person);

    /// <summary>Adds a row.</summary>
    /// <exception cref="StoreException">The person is not there, another row has that id, or its words are too long (<see cref="Training.People.TextLimits"/>).</exception>
    public Task AddAsync(T row, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        StoreChecks.Words(row);
        return WriteAsync(row, "added", (db, r) => db.Add(r), cancellation);
    }

    /// <summary>Writes a row anew: a consent that is withdrawn, a fall that is corrected.</summary>
    /// <exception cref="StoreException">The row or the person is not there.</exception>
    public Task UpdateAsync(T row, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        StoreChecks.Words(row);
        return WriteAsync(row, "changed", (db, r) => db.Update(r), cancellation);
    }

    /// <summary>Takes a row away.</summary>
    /// <exception cref="StoreException">The row is not there.</exception>
    public Task DeleteAsync(T row, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        return WriteAsync(row, "deleted", (db, r) => db.Remove(r), cancellation);
    }

    /// <summary>All rows of a person, in the order of their ids, which is that in which they were made.</summary>
    public Task<IReadOnlyList<T>> ListAsync(Guid personId, CancellationToken cancellation = default) => _core.ReadAsync<IReadOnlyList<T>>(_actor, async db =>
        await db.Set<T>().Where(r => EF.Property<Guid>(r, nameof(Membership.PersonId)) == personId).OrderBy(r => EF.Property<Guid>(r, "Id")).ToListAsync(cancellation));

    private Task WriteAsync(T row, string verb, Action<StoreContext, T> write, CancellationToken cancellation) => _core.WriteAsync(
        _actor,
        async work =>
        {
            Guid id = _id(row), person = _person(row);
            Guid subject = await work.SubjectAsync(person, cancellation);
            if (verb is not "added" && !await work.Db.Set<T>().AnyAsync(r => EF.Property<Guid>(r, "Id") == id && EF.Property<Guid>(r, nameof(Membership.PersonId)) == person, cancellation))
                throw new StoreException(StoreFailure.NotFound, $"the {_word} is not in the store");
            write(work.Db, row);
            work.Record($"{_word} {verb}", subject, id.ToString());
        },
        cancellation);
}

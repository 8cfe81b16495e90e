using GaitSense.Recording.Plain;
using GaitSense.Training.People;
using Microsoft.EntityFrameworkCore;

namespace GaitSense.Storage;

/// <summary>The people of a store.</summary>
public sealed class StoredPeople
{
    private readonly StoreCore _core;
    private readonly Actor _actor;

    internal StoredPeople(StoreCore core, Actor actor) => (_core, _actor) = (core, actor);

    /// <summary>Adds a person; who adds one within a scope is a member for them.</summary>
    /// <exception cref="StoreException">The code, in capitals or small letters, or the id is taken, the code looks like a name or a date (<see cref="PersonId"/>), or the zone is none.</exception>
    public Task AddAsync(Person person, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(person);
        Check(person.Code);
        StoreChecks.Zone(person.Zone);
        return _core.WriteAsync(
            _actor,
            async work =>
            {
                await CheckFreeAsync(work, person, cancellation);
                Guid subject = _core.Options.NewId();
                work.Db.Add(person);
                work.Db.Entry(person).Property(StoreModel.AuditId).CurrentValue = subject;
                if (_actor.Scope.Account is { } account) work.Db.Add(new Membership { Account = account, PersonId = person.Id });
                work.Record("person added", subject);
            },
            cancellation);
    }

    /// <summary>Writes what is known of a person anew.</summary>
    /// <exception cref="StoreException">The person is not there, or as in <see cref="AddAsync"/>.</exception>
    public Task UpdateAsync(Person person, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(person);
        StoreChecks.Zone(person.Zone);
        return _core.WriteAsync(
            _actor,
            async work =>
            {
                Guid subject = await work.SubjectAsync(person.Id, cancellation);
                // One that was given by an earlier build stays.
                if (!await work.Db.Set<Person>().AnyAsync(p => p.Id == person.Id && p.Code == person.Code, cancellation))
                {
                    Check(person.Code);
                    await CheckFreeAsync(work, person, cancellation);
                }

                work.Db.Update(person);
                work.Db.Entry(person).Property(StoreModel.AuditId).IsModified = false;
                work.Record("person changed", subject);
            },
            cancellation);
    }

    /// <summary>
    /// Deletes a person: rows, identity, recordings that nobody else's session refers to, copies of the database from before a migration or a restore, and the bytes that
    /// these leave in the database's files. Backups still have them; a restore of one deletes them once more.
    /// </summary>
    /// <exception cref="StoreException">The person is not there.</exception>
    public async Task DeleteAsync(Guid id, CancellationToken cancellation = default)
    {
        await _core.WriteAsync(_actor, work => Deletion.MarkAsync(work, id, cancellation), cancellation);
        await Deletion.FinishAsync(_core, cancellation);
    }

    /// <summary>A person by id; null: not there.</summary>
    public Task<Person?> FindAsync(Guid id, CancellationToken cancellation = default) =>
        _core.ReadAsync(_actor, db => db.Set<Person>().FirstOrDefaultAsync(p => p.Id == id, cancellation));

    /// <summary>A person by code, in capitals or small letters; null: not there. In a store of an earlier build two codes may differ in that alone: then each is found as it is written.</summary>
    public Task<Person?> FindAsync(string code, CancellationToken cancellation = default) => _core.ReadAsync(_actor, async db =>
        await db.Set<Person>().FirstOrDefaultAsync(p => p.Code == code, cancellation)
        ?? (await Alike(db.Set<Person>(), code).Take(2).ToListAsync(cancellation) is [var alike] ? alike : null));

    /// <summary>People by code.</summary>
    /// <param name="afterCode">Those after this code: the last of the page before; null: from the first.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<IReadOnlyList<Person>> ListAsync(string? afterCode = null, int limit = int.MaxValue, CancellationToken cancellation = default) => _core.ReadAsync<IReadOnlyList<Person>>(_actor, async db =>
    {
        IQueryable<Person> people = db.Set<Person>();
        if (afterCode is not null) people = people.Where(p => string.Compare(p.Code, afterCode) > 0);
        return await people.OrderBy(p => p.Code).Take(limit).ToListAsync(cancellation);
    });

    private static void Check(string code)
    {
        if (PersonId.WhyNot(code) is { } why) throw new StoreException(StoreFailure.Refused, $"the code of a person {why}: give a pseudonym such as P07");
    }

    // Said aloud, written by hand and on a Windows disk P07 and p07 are one.
    private static async Task CheckFreeAsync(StoreWork work, Person person, CancellationToken cancellation)
    {
        if (await Alike(work.Db.Set<Person>().IgnoreQueryFilters(), person.Code).Where(p => p.Id != person.Id).Select(p => p.Code).FirstOrDefaultAsync(cancellation) is { } taken)
            throw new StoreException(StoreFailure.Conflict, string.Equals(taken, person.Code, StringComparison.Ordinal)
                ? $"{person.Code}: the store has a person with that code: choose another"
                : $"{person.Code}: the store has a person with the code {taken}, which differs in capitals alone: choose another");
    }

    private static IQueryable<Person> Alike(IQueryable<Person> people, string code)
    {
        string small = code.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // it becomes the database's lower(); codes are ASCII
        return people.Where(p => p.Code.ToLower() == small);
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }
}

using GaitSense.Core;
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
    /// <exception cref="StoreException">The code or the id is taken, the code looks like a name or a date (<see cref="PersonId"/>), or the zone is none.</exception>
    public Task AddAsync(Person person, CancellationToken cancellation = default)
    {
        Check(person);
        return _core.WriteAsync(
            _actor,
            async work =>
            {
                if (await work.Db.Set<Person>().IgnoreQueryFilters().AnyAsync(p => p.Code == person.Code, cancellation))
                    throw new StoreException(StoreFailure.Conflict, $"{person.Code}: the store has a person with that code: choose another");
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
        Check(person);
        return _core.WriteAsync(
            _actor,
            async work =>
            {
                Guid subject = await work.SubjectAsync(person.Id, cancellation);
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

    /// <summary>A person by code; null: not there.</summary>
    public Task<Person?> FindAsync(string code, CancellationToken cancellation = default) =>
        _core.ReadAsync(_actor, db => db.Set<Person>().FirstOrDefaultAsync(p => p.Code == code, cancellation));

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

    private static void Check(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (PersonId.WhyNot(person.Code) is { } why) throw new StoreException(StoreFailure.Refused, $"the code of a person {why}: give a pseudonym such as P07");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(person.Zone, out _)) throw new StoreException(StoreFailure.Refused, $"{OutsideText.ShortLine(person.Zone, 40)} is no time zone: give an IANA name such as Europe/Berlin");
    }
}

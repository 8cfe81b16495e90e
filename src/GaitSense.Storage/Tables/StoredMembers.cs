using GaitSense.Training.People;
using Microsoft.EntityFrameworkCore;

namespace GaitSense.Storage;

/// <summary>Which accounts may see whom. What an account sees follows from it (<see cref="PersonScope.MembersOf"/>).</summary>
public sealed class StoredMembers
{
    private readonly StoreCore _core;
    private readonly Actor _actor;

    internal StoredMembers(StoreCore core, Actor actor) => (_core, _actor) = (core, actor);

    /// <summary>Lets an account see a person.</summary>
    /// <returns>Whether it is new.</returns>
    /// <exception cref="StoreException">The person is not there.</exception>
    public Task<bool> AddAsync(string account, Guid personId, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(account);
        return _core.WriteAsync(
            _actor,
            async work =>
            {
                Guid subject = await work.SubjectAsync(personId, cancellation);
                if (await work.Db.Set<Membership>().AnyAsync(m => m.Account == account && m.PersonId == personId, cancellation)) return false;
                work.Db.Add(new Membership { Account = account, PersonId = personId });
                work.Record("member added", subject, account);
                return true;
            },
            cancellation);
    }

    /// <summary>An account no longer sees a person.</summary>
    /// <exception cref="StoreException">It did not, or the person is not there.</exception>
    public Task RemoveAsync(string account, Guid personId, CancellationToken cancellation = default) => _core.WriteAsync(
        _actor,
        async work =>
        {
            Guid subject = await work.SubjectAsync(personId, cancellation);
            if (await work.Db.Set<Membership>().Where(m => m.Account == account && m.PersonId == personId).ExecuteDeleteAsync(cancellation) == 0)
                throw new StoreException(StoreFailure.NotFound, "the account does not see that person");
            work.Record("member removed", subject, account);
        },
        cancellation);

    /// <summary>An account no longer sees anybody: it is gone.</summary>
    public Task RemoveAllAsync(string account, CancellationToken cancellation = default) => _core.WriteAsync(
        _actor,
        async work =>
        {
            await work.Db.Set<Membership>().Where(m => m.Account == account).ExecuteDeleteAsync(cancellation);
            work.Record("member removed", subject: null, account + " from everybody");
        },
        cancellation);

    /// <summary>The codes of the people an account sees, in their order.</summary>
    public Task<IReadOnlyList<string>> CodesAsync(string account, CancellationToken cancellation = default) => _core.ReadAsync<IReadOnlyList<string>>(_actor, async db => await (
        from membership in db.Set<Membership>()
        join person in db.Set<Person>() on membership.PersonId equals person.Id
        where membership.Account == account
        orderby person.Code
        select person.Code).ToListAsync(cancellation));
}

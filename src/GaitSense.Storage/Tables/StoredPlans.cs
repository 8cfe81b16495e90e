using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using Microsoft.EntityFrameworkCore;

namespace GaitSense.Storage;

/// <summary>The plans of a store's people. A version that a session has used is never changed.</summary>
public sealed class StoredPlans
{
    private readonly StoreCore _core;
    private readonly Actor _actor;

    internal StoredPlans(StoreCore core, Actor actor) => (_core, _actor) = (core, actor);

    /// <summary>Adds a version of a plan.</summary>
    /// <exception cref="StoreException">The person is not there, or has that version.</exception>
    public Task AddAsync(Plan plan, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        StoreChecks.Words(plan);
        return _core.WriteAsync(
            _actor,
            async work =>
            {
                Guid subject = await work.SubjectAsync(plan.PersonId, cancellation);
                work.Db.Add(plan);
                work.Record("plan added", subject, plan.Id.ToString());
            },
            cancellation);
    }

    /// <summary>Writes a version anew, as long as no session has used it.</summary>
    /// <exception cref="StoreException">It is not there, or in use.</exception>
    public Task ReplaceAsync(Plan plan, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return _core.WriteAsync(
            _actor,
            async work =>
            {
                Guid subject = await UnusedAsync(work, plan.Id, plan.PersonId, cancellation);
                work.Db.Update(plan);
                work.Record("plan changed", subject, plan.Id.ToString());
            },
            cancellation);
    }

    /// <summary>Takes a version away, as long as no session has used it.</summary>
    /// <exception cref="StoreException">It is not there, or in use.</exception>
    public Task DeleteAsync(Plan plan, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return _core.WriteAsync(
            _actor,
            async work =>
            {
                Guid subject = await UnusedAsync(work, plan.Id, plan.PersonId, cancellation);
                work.Db.Remove(plan);
                work.Record("plan deleted", subject, plan.Id.ToString());
            },
            cancellation);
    }

    /// <summary>A version by id; null: not there.</summary>
    public Task<Plan?> FindAsync(Guid id, CancellationToken cancellation = default) =>
        _core.ReadAsync(_actor, db => db.Set<Plan>().FirstOrDefaultAsync(p => p.Id == id, cancellation));

    /// <summary>The plan of a day: the newest version that has begun by then; null: there is none, or it has ended.</summary>
    /// <param name="personId">Whose.</param>
    /// <param name="day">The day, where the person lives.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<Plan?> ForDayAsync(Guid personId, DateOnly day, CancellationToken cancellation = default) => _core.ReadAsync(_actor, async db =>
    {
        Plan? newest = await db.Set<Plan>().Where(p => p.PersonId == personId && p.From <= day).OrderByDescending(p => p.Version).FirstOrDefaultAsync(cancellation);
        return newest?.To >= day ? newest : null;
    });

    /// <summary>All versions of a person's plan, from the first.</summary>
    public Task<IReadOnlyList<Plan>> ListAsync(Guid personId, CancellationToken cancellation = default) => _core.ReadAsync<IReadOnlyList<Plan>>(_actor, async db =>
        await db.Set<Plan>().Where(p => p.PersonId == personId).OrderBy(p => p.Version).ToListAsync(cancellation));

    /// <summary>Whether a session has used a version.</summary>
    public Task<bool> IsUsedAsync(Guid planId, CancellationToken cancellation = default) => _core.ReadAsync(_actor, db => db.Set<Session>().AnyAsync(s => s.PlanId == planId, cancellation));

    private static async Task<Guid> UnusedAsync(StoreWork work, Guid planId, Guid personId, CancellationToken cancellation)
    {
        if (!await work.Db.Set<Plan>().AnyAsync(p => p.Id == planId && p.PersonId == personId, cancellation)) throw new StoreException(StoreFailure.NotFound, "the plan is not in the store");
        if (await work.Db.Set<Session>().AnyAsync(s => s.PlanId == planId, cancellation)) throw new StoreException(StoreFailure.Refused, StoreRules.PlanInUse);
        return await work.SubjectAsync(personId, cancellation);
    }
}

using GaitSense.Storage;
using GaitSense.Training.Days;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Progression;
using GaitSense.Training.Regimes;

namespace GaitSense.Clinic.Plans;

/// <summary>Makes plans and changes them, by the rules of Training, for whoever asks: a terminal, a page.</summary>
public static class PlanWork
{
    /// <summary>A person's first plan.</summary>
    /// <param name="store">The store, as who makes it sees it.</param>
    /// <param name="request">What it is made of.</param>
    /// <param name="change">How a plan that is there already is changed, as who asks does it.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="StoreException">The person has a plan, or what is given cannot be.</exception>
    public static async Task<Plan> AddAsync(TrainingStore store, PlanRequest request, string change, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(request);
        if ((await store.Plans.ListAsync(request.Person.Id, stop).ConfigureAwait(false)).Count > 0) throw new StoreException(StoreFailure.Conflict, $"{request.Person.Code} has a plan: {change}");
        if (request.Known.Fault() is { } fault) throw new StoreException(StoreFailure.Refused, fault);
        Plan plan = PlanMaker.Make(request);
        await store.Plans.AddAsync(plan, stop).ConfigureAwait(false);
        return plan;
    }

    /// <summary>What the rules propose today.</summary>
    /// <param name="store">The store, as who asks sees it.</param>
    /// <param name="person">Whose plan.</param>
    /// <param name="now">Now.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<ProgressionAnswer> ProposeAsync(TrainingStore store, Person person, DateTimeOffset now, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(person);
        return ProgressionRules.Of(new ProgressionRequest
        {
            Person = person,
            Today = LocalDay.Of(now, person.Zone),
            History = await store.HistoryAsync(person.Id, stop).ConfigureAwait(false),
            Statement = await store.Statements.CurrentAsync(stop).ConfigureAwait(false),
        });
    }

    /// <summary>A clinician's yes to a proposal.</summary>
    /// <param name="store">The store, as who confirms sees it.</param>
    /// <param name="person">Whose plan.</param>
    /// <param name="proposal">What the rules proposed.</param>
    /// <param name="by">Who confirms.</param>
    /// <param name="now">Now.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>The next version; null: the person pauses.</returns>
    /// <exception cref="StoreException">Progression is off, or it cannot be kept.</exception>
    public static async Task<Plan?> ConfirmAsync(TrainingStore store, Person person, Proposal proposal, string by, DateTimeOffset now, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(proposal);
        if (proposal.Kind == ProposalKind.Pause)
        {
            await store.People.UpdateAsync(person with { Status = PersonStatus.Paused }, stop).ConfigureAwait(false);
            return null;
        }

        Statement statement = await store.Statements.CurrentAsync(stop).ConfigureAwait(false) ?? throw new StoreException(StoreFailure.Refused, "progression is off");
        Plan next = PlanChange.Confirm(await store.Plans.ListAsync(person.Id, stop).ConfigureAwait(false), proposal, statement, by, now, Guid.CreateVersion7(now));
        await store.Plans.AddAsync(next, stop).ConfigureAwait(false);
        return next;
    }
}

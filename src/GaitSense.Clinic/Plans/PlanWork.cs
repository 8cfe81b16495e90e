using GaitSense.Clinic.Api;
using GaitSense.Clinic.Store;
using GaitSense.Storage;
using GaitSense.Training.Days;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Programmes;
using GaitSense.Training.Progression;
using GaitSense.Training.Regimes;

namespace GaitSense.Clinic.Plans;

/// <summary>Makes plans and changes them, by the rules of Training, for whoever asks: a terminal, a page.</summary>
public static class PlanWork
{
    /// <summary>A person's first plan.</summary>
    /// <exception cref="StoreException">The person has a plan, or what is given cannot be.</exception>
    internal static async Task<Plan> AddAsync(ClinicStore store, Person person, NewPlan given, CancellationToken stop)
    {
        if ((await store.Mine.Plans.ListAsync(person.Id, stop)).Count > 0) throw new StoreException(StoreFailure.Conflict, $"{person.Code} has a plan: change it");
        string id = (given.Template ?? "").Split('@')[0];
        KnownWalks known = new() { LongestMinutes = given.LongestMinutes, RestNeededAfterMinutes = given.RestAfterMinutes, FatigabilityPercent = given.WalkedIndexPercent };
        if (known.Fault() is { } fault) throw new StoreException(StoreFailure.Refused, fault);
        Plan plan = PlanMaker.Make(new PlanRequest
        {
            Id = Guid.CreateVersion7(store.Now),
            Person = person,
            Programme = ProgrammeLibrary.Find(id) ?? throw new StoreException(StoreFailure.Refused, $"a programme is one of: {string.Join(", ", ProgrammeLibrary.Names)}"),
            From = given.From is null ? LocalDay.Of(store.Now, person.Zone) : Answers.Day(given.From, "from"),
            By = store.UserName,
            MadeAt = store.Now,
            Known = known,
            PathM = given.PathM,
        });
        await store.Mine.Plans.AddAsync(plan, stop);
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

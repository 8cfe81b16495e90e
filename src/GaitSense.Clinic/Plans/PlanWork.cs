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

/// <summary>Makes plans and changes them, by the rules of Training.</summary>
internal static class PlanWork
{
    /// <summary>A person's first plan.</summary>
    /// <exception cref="StoreException">The person has a plan, or what is given cannot be.</exception>
    public static async Task<Plan> AddAsync(ClinicStore store, Person person, NewPlan given, CancellationToken stop)
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
    public static async Task<ProgressionAnswer> ProposeAsync(ClinicStore store, Person person, CancellationToken stop) => ProgressionRules.Of(new ProgressionRequest
    {
        Person = person,
        Today = LocalDay.Of(store.Now, person.Zone),
        History = await store.Mine.HistoryAsync(person.Id, stop),
        Statement = await store.Mine.Statements.CurrentAsync(stop),
    });

    /// <summary>A clinician's yes to a proposal.</summary>
    /// <returns>The next version; null: the person pauses.</returns>
    public static async Task<Plan?> ConfirmAsync(ClinicStore store, Person person, Proposal proposal, CancellationToken stop)
    {
        if (proposal.Kind == ProposalKind.Pause)
        {
            await store.Mine.People.UpdateAsync(person with { Status = PersonStatus.Paused }, stop);
            return null;
        }

        Statement statement = await store.Mine.Statements.CurrentAsync(stop) ?? throw new StoreException(StoreFailure.Refused, "progression is off");
        Plan next = PlanChange.Confirm(await store.Mine.Plans.ListAsync(person.Id, stop), proposal, statement, store.UserName, store.Now, Guid.CreateVersion7(store.Now));
        await store.Mine.Plans.AddAsync(next, stop);
        return next;
    }
}

using GaitSense.Clinic.Store;
using GaitSense.Storage;
using GaitSense.Training.Days;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;

namespace GaitSense.Clinic.People;

/// <summary>A person in a list of the desk.</summary>
internal sealed record PersonRow
{
    /// <summary>Id.</summary>
    public required Guid Person { get; init; }

    /// <summary>Pseudonym.</summary>
    public required string Code { get; init; }

    /// <summary>Name; null: not said, or not to be seen.</summary>
    public string? Name { get; init; }

    /// <summary>Year of birth.</summary>
    public int? BirthYear { get; init; }

    /// <summary>Whether the person trains.</summary>
    public required PersonStatus Status { get; init; }

    /// <summary>The plan of today; null: none.</summary>
    public PlanRow? Plan { get; init; }

    /// <summary>When the last session began.</summary>
    public DateTimeOffset? LastSession { get; init; }

    /// <summary>The session that runs now.</summary>
    public Guid? Live { get; init; }

    /// <summary>Attempts at timed tests that wait for a decision.</summary>
    public int ToReview { get; init; }

    /// <summary>Whether a plan goes on and no session came for more than a week.</summary>
    internal bool IsSilent { get; init; }

    /// <summary>People as rows.</summary>
    public static async Task<IReadOnlyList<PersonRow>> OfAsync(ClinicStore store, NameBook names, IEnumerable<Person> people, IEnumerable<WaitingTrial> waiting, CancellationToken stop)
    {
        TrainingStore mine = store.Mine;
        await mine.Sessions.EndSilentAsync(stop);
        Dictionary<Guid, Guid> live = (await mine.Sessions.LiveAsync(stop)).ToDictionary(l => l.PersonId, l => l.SessionId);
        ILookup<Guid, WaitingTrial> toReview = waiting.ToLookup(w => w.PersonId);
        List<PersonRow> rows = [];
        foreach (Person person in people)
        {
            DateOnly today = LocalDay.Of(store.Now, person.Zone);
            Plan? plan = await mine.Plans.ForDayAsync(person.Id, today, stop);
            Session? last = await mine.Sessions.ListAsync(person.Id, new SessionQuery { IsNewestFirst = true, Limit = 1 }, stop) is [var newest] ? newest : null;
            Identity? identity = await names.FindAsync(store, person.Id, stop);
            rows.Add(new PersonRow
            {
                Person = person.Id,
                Code = person.Code,
                Name = identity?.Name,
                BirthYear = identity?.YearOfBirth,
                Status = person.Status,
                Plan = plan is null ? null : new PlanRow(plan.Id, plan.Template, plan.Version, PlanVersions.WeekOn(plan, today), plan.From, plan.To),
                LastSession = last?.Start,
                Live = live.TryGetValue(person.Id, out Guid session) ? session : null,
                ToReview = toReview[person.Id].Count(),
                IsSilent = SilentRule.IsSilent(person, plan, last is null ? null : LocalDay.Of(last), today),
            });
        }

        return rows;
    }
}

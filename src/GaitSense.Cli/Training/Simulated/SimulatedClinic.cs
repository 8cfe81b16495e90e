using GaitSense.Simulation;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Progression;
using GaitSense.Training.Records;

namespace GaitSense.Cli.Training.Simulated;

/// <summary>
/// A clinic as simulated people have it: it sees a person once a week, signs off what it saw go well (also where a gate will hold all the same), confirms most proposals, some late,
/// and starts people again after a pause.
/// </summary>
internal sealed class SimulatedClinic(ProgrammeRunOptions options, int number)
{
    private const string By = "pt-1";

    private readonly DeterministicRandom _random = new(options.Seed, ((ulong)number << 24) + 0xFFFFF0);

    /// <summary>Whether a person has an appointment on a day.</summary>
    public bool HasAppointment(int day) => options.HasClinic && day % 7 == number % 5;

    /// <summary>What the clinic does at the end of a person's day there.</summary>
    /// <param name="run">The person.</param>
    /// <param name="day">Day of the run.</param>
    /// <param name="today">The date.</param>
    /// <param name="session">What was done in the clinic; null: nothing.</param>
    public void EndOfAppointment(PersonRun run, int day, DateOnly today, Session? session)
    {
        bool wentWell = session is { Task: TrainingTask.Backward, StopReason: StopReason.None or StopReason.Enough };
        if (wentWell && day >= 7)
            run.Add(new SignOff { Id = DerivedId.Of(run.Person.Id, FormattableString.Invariant($"sign-off {day}")), PersonId = run.Person.Id, What = SignOffKind.BackwardAtHome, By = By, From = today, Until = today.AddDays(13) });
        if (run.Person.Status == PersonStatus.Paused && IsTimeToStartAgain(run, today)) run.Change(run.Person with { Status = PersonStatus.Active, ClearedOn = today });
    }

    /// <summary>What the clinic makes of a proposal on a day: at the appointment mostly, of a step down sometimes at once.</summary>
    public void Review(PersonRun run, int day, DateOnly today)
    {
        double chance = _random.NextDouble();
        ProgressionAnswer answer = ProgressionRules.Of(new() { Person = run.Person, Today = today, History = run.History, Statement = options.Statement, Rules = options.Rules });
        if (answer.Proposal is not { } proposal) return;
        if (chance > (HasAppointment(day) ? 0.85 : proposal.Kind == ProposalKind.Up ? 0 : 0.3)) return;
        if (proposal.Kind == ProposalKind.Pause)
        {
            run.Add(today, proposal, null);
            run.Change(run.Person with { Status = PersonStatus.Paused });
            return;
        }

        Plan next = PlanChange.Confirm(run.History.Plans, proposal, options.Statement!, By, run.Now, DerivedId.Of(run.Person.Id, FormattableString.Invariant($"plan {run.History.Plans.Count + 1}")));
        run.Add(next);
        run.Add(today, proposal, next);
    }

    // After a relapse most wait the thirty days, a few start again earlier: forward only, then.
    private bool IsTimeToStartAgain(PersonRun run, DateOnly today)
    {
        double chance = _random.NextDouble();
        return run.Person.RelapseOn is { } relapse && today.DayNumber - relapse.DayNumber <= 60
            ? today.DayNumber - relapse.DayNumber > (chance < 0.3 ? 14 : 30)
            : chance < 0.6;
    }
}

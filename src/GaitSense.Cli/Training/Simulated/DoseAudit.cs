using GaitSense.Training.Days;
using GaitSense.Training.Plans;
using GaitSense.Training.Progression;
using GaitSense.Training.Records;
using GaitSense.Training.Volume;

namespace GaitSense.Cli.Training.Simulated;

/// <summary>Doses and versions of a run once more, from the rows and by hand.</summary>
internal static class DoseAudit
{
    /// <summary>Checks the doses and versions of all people.</summary>
    public static IReadOnlyList<RuleCount> Of(IReadOnlyList<PersonRun> runs)
    {
        Attempt[] walked = [.. runs.SelectMany(r => r.Attempts).Where(a => a.Session is not null)];
        (PersonRun Run, DateOnly Day, Proposal Proposal, Plan? Plan)[] ups = [.. runs.SelectMany(r => r.Proposals.Where(p => p.Proposal.Kind == ProposalKind.Up).Select(p => (r, p.Day, p.Proposal, p.Plan)))];
        Attempt[] lengths = [.. walked.Where(a => a.Today.Offer!.Lengths is not null)], minutes = [.. walked.Where(a => a.Today.Offer!.Minutes is not null)], warm = [.. walked.Where(Warm)];
        (PersonRun Run, int Week)[] weeks = [.. runs.SelectMany(r => Enumerable.Range(0, (r.History.Plans[0].To.DayNumber - r.History.Plans[0].From.DayNumber + 1) / 7).Select(w => (r, w)))];
        return
        [
            Count("lengths walked and offered in a session are at most its slot's", lengths, a => a.Today.Offer!.Lengths > SlotOf(a).Lengths || SessionDose.Of(a.Session!).Lengths > SlotOf(a).Lengths),
            Count("minutes walked and offered in a session are at most the plan's", minutes, a => a.Today.Offer!.Minutes > Most(a) + 1e-9 || SessionDose.Of(a.Session!).Minutes > Most(a) + 1e-9),
            Count("lengths walked in a week are at most the plan's of that week", weeks, w => LengthsIn(w.Run, w.Week) > PlannedIn(w.Run, w.Week)),
            Count("warm day: at most half of the slot", warm, a => a.Today.Offer!.Lengths > Math.Max(1, (SlotOf(a).Lengths ?? 99) / 2) || a.Today.Offer!.Minutes > Most(a) / 2 || (a.Today.Offer!.Minutes > 2 && !(a.Today.Offer!.MinutesBetweenRests <= 2))),
            Count("one backward session a day", runs.SelectMany(r => r.Attempts.Where(a => a.Session is { Task: TrainingTask.Backward }).GroupBy(a => a.Day)), d => d.Select(a => a.Session!.SlotId).Distinct().Count() > 1),
            Count("after a stop for pain: no more lengths until a version was made after it", lengths, a => AfterPain(runs, a)),
            Count("up: no stop for pain and no fall in the two weeks before", ups, u => u.Run.History.Sessions.Any(s => s.StopReason is StopReason.Pain or StopReason.Fall && DaysBefore(s, u.Day) is >= 0 and <= 14) || u.Run.History.Falls.Any(f => u.Day.DayNumber - f.LocalDate.DayNumber is >= 0 and <= 14)),
            Count("up: one variable", ups, u => u.Proposal.Steps.Count != 1),
            Count("every version after the first: confirmed by a clinician, with a reason", runs.SelectMany(r => r.History.Plans.Where(p => p.Version > 1)), p => p.By.Length == 0 || p.Reason.Length == 0 || string.Equals(p.By, "rule", StringComparison.Ordinal)),
            Count("a version is at the end what it was when it was made", runs.SelectMany(r => r.History.Plans.Select(p => (r, p))), x => !string.Equals(PlanJson.Write(x.p, x.r.Person.Code), x.r.VersionTexts[x.p.Id], StringComparison.Ordinal)),
        ];

        Slot SlotOf(Attempt a) => a.Today.Plan!.Slots.First(s => s.Id == a.Today.Offer!.SlotId);
        double Most(Attempt a) => SlotOf(a).Minutes ?? a.Today.Plan!.Slots.Where(s => s.Task == TrainingTask.ComfortableWalk).Max(s => s.Minutes) ?? 0;
    }

    private static bool Warm(Attempt attempt) => attempt.Check.Answers.Any(a => a is { Question: "warm", Answer: GaitSense.Training.Gates.Answer.Yes });

    private static bool AfterPain(IReadOnlyList<PersonRun> runs, Attempt attempt)
    {
        PersonRun run = runs.First(r => r.Person.Id == attempt.Person.Id);
        foreach (Session pain in run.History.Sessions.Where(s => s is { StopReason: StopReason.Pain, Task: TrainingTask.Backward } && s.Start < attempt.Session!.Start))
        {
            if (attempt.Today.Plan!.MadeAt > pain.Start) continue;
            int? then = run.History.Plans.SelectMany(p => p.Slots).First(s => s.Id == pain.SlotId).Lengths;
            if (attempt.Today.Offer!.Lengths > then) return true;
        }

        return false;
    }

    private static double LengthsIn(PersonRun run, int week) => run.History.Sessions.Where(s => DaysBefore(s, run.History.Plans[0].From) is var before && -before / 7 == week && before <= 0).Sum(s => SessionDose.Of(s).Lengths ?? 0);

    // The most that any version said of that week while it counted.
    private static int PlannedIn(PersonRun run, int week)
    {
        DateOnly first = run.History.Plans[0].From.AddDays(7 * week);
        return run.History.Plans.Where(p => p.From <= first.AddDays(6)).Max(p => p.Slots.Where(s => p.From.AddDays(7 * (s.Week - p.FirstWeek)) == first).Sum(s => s.PerWeek * (s.Lengths ?? 0)));
    }

    private static int DaysBefore(Session session, DateOnly day) => day.DayNumber - LocalDay.Of(session).DayNumber;

    private static RuleCount Count<T>(string rule, IEnumerable<T> cases, Func<T, bool> isViolated)
    {
        (int all, int bad) = (0, 0);
        foreach (T one in cases) (all, bad) = (all + 1, bad + (isViolated(one) ? 1 : 0));
        return new(rule, all, bad);
    }
}

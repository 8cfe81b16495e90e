using GaitSense.Training.Days;
using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;

namespace GaitSense.Cli.Training.Simulated;

/// <summary>
/// The gates once more, from the rows of a run and by hand: no rule of Training is asked, so that a fault there is seen here. What is known is what was answered; what a person kept
/// to themselves no gate can know.
/// </summary>
internal sealed class ProgrammeAudit
{
    private static readonly StopReason[] Felt = [StopReason.Pain, StopReason.Fall, StopReason.Fatigue, StopReason.Heat];

    private static readonly string[] AfterNews = ["emergency", "ill", "relapse"], Checklist = ["path", "support", "shoes", "ear"];

    private readonly SortedDictionary<string, (int Cases, int Violations)> _counts = new(StringComparer.Ordinal);

    /// <summary>Checks the gates of all people's sessions.</summary>
    public static IReadOnlyList<RuleCount> Of(IEnumerable<PersonRun> runs)
    {
        ProgrammeAudit audit = new();
        foreach (PersonRun run in runs)
            foreach (Attempt attempt in run.Attempts)
            {
                audit.Held(run, attempt);
                if (attempt.Session is { } session) audit.Session(run, attempt, session);
            }

        return [.. audit._counts.Select(c => new RuleCount(c.Key, c.Value.Cases, c.Value.Violations))];
    }

    // Days on which something was said that holds all: no session, however often it was asked for.
    private void Held(PersonRun run, Attempt attempt)
    {
        bool SaidToday(string question) => run.Attempts.Any(a => a.Day == attempt.Day && a.Check.At <= attempt.Check.At && Said(a, question, Answer.Yes));
        bool walked = attempt.Session is not null;
        Count("emergency symptom said today: no session", SaidToday("emergency"), walked);
        Count("fever, injury or new symptoms said today: no session", SaidToday("ill"), walked);
        Count("relapse said today: no session", SaidToday("relapse"), walked);
        Count("something new, and not said what: no session", Said(attempt, "news", Answer.Yes) && AfterNews.Any(q => !Said(attempt, q, Answer.Yes) && !Said(attempt, q, Answer.No)), walked);
        bool ends = Said(attempt, "seen", Answer.Yes);
        Count("paused: no session before somebody ended the pause", attempt.Person.Status == PersonStatus.Paused, walked && !ends);
        Count("relapse within 30 days, pause not ended: no session", SinceRelapse(attempt) <= 30 && !(attempt.Person.ClearedOn >= attempt.Person.RelapseOn), walked && !ends);
        Session[] before = [.. run.Attempts.Where(a => a.Day == attempt.Day && a.Check.At < attempt.Check.At).Select(a => a.Session).OfType<Session>()];
        Count("stop for pain, a fall, heat or fatigue today: not again today", before.Any(s => Felt.Contains(s.StopReason)), walked);
        Count("a session was done today: no second one", before.Any(s => s.Status == SessionStatus.Completed || s.StopReason == StopReason.Enough), walked);
    }

    private void Session(PersonRun run, Attempt attempt, Session session)
    {
        bool backward = session.Task == TrainingTask.Backward, home = backward && session.Place == Place.Home;
        Count("double vision or dizziness said today: not backward", run.Attempts.Any(a => a.Day == attempt.Day && a.Check.At <= attempt.Check.At && Said(a, "eyes", Answer.Yes)), backward);
        Count("not said whether anything is new: not backward", !Said(attempt, "news", Answer.Yes) && !Said(attempt, "news", Answer.No), backward);
        Count("relapse within 30 days: not backward", SinceRelapse(attempt) <= 30, backward);
        Count("backward at home: signed off in the last 14 days", home, !run.History.SignOffs.Any(s => s.What == SignOffKind.BackwardAtHome && s.From <= attempt.Check.LocalDate && attempt.Check.LocalDate.DayNumber - s.From.DayNumber <= 13));
        Count("backward at home: checklist confirmed this time", home, Checklist.Any(q => !Said(attempt, q, Answer.Yes)));
        Count("backward at home: somebody within call", home, !Said(attempt, "company", Answer.Yes));
        int falls = attempt.Falls.Count(f => f.LocalDate >= attempt.Check.LocalDate.AddMonths(-6)) + (Said(attempt, "fall", Answer.Yes) ? 1 : 0);
        Count("two falls told in six months: not backward at home", falls >= 2 && session.Place == Place.Home, backward);
        Count("disease steps 6 or more: not backward at home", attempt.Person.DiseaseSteps >= 6 && session.Place == Place.Home, backward);
        OfferedSession offer = attempt.Today.Offer!;
        Count("backward at home: never above the own tempo, no second task", home, offer.TempoPercent > 0 || offer.SecondTask);
        Count("second task forward at home: signed off", !backward && session.Place == Place.Home && offer.SecondTask, true);
    }

    private void Count(string rule, bool isCase, bool isViolated)
    {
        (int cases, int violations) = _counts.GetValueOrDefault(rule);
        _counts[rule] = (cases + (isCase ? 1 : 0), violations + (isCase && isViolated ? 1 : 0));
    }

    private static bool Said(Attempt attempt, string question, Answer answer) => attempt.Check.Answers.Any(a => a.Answer == answer && string.Equals(a.Question, question, StringComparison.Ordinal));

    private static int? SinceRelapse(Attempt attempt) => attempt.Person.RelapseOn is { } relapse ? attempt.Check.LocalDate.DayNumber - relapse.DayNumber : null;
}

using GaitSense.Training.Days;
using GaitSense.Training.Records;

namespace GaitSense.Training.Gates;

/// <summary>What a person said before a session, by the check of the day that belongs to it. What nobody was asked, and what was skipped, is null and never a "no".</summary>
public static class SaidBefore
{
    /// <summary>Whether somebody was within call; null: not said.</summary>
    /// <param name="session">The session.</param>
    /// <param name="checks">Checks of its person, of any day.</param>
    public static bool? Company(Session session, IEnumerable<DayCheck> checks)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(checks);
        if (session.Company) return true;
        return CheckOf(session, checks)?.Answers.LastOrDefault(a => string.Equals(a.Question, GateQuestions.Company, StringComparison.Ordinal))?.Answer == Answer.No ? false : null;
    }

    // Questions are put before a walk, not before one that is written down or brought in afterwards.
    private static DayCheck? CheckOf(Session session, IEnumerable<DayCheck> checks) => session.Source is SessionSource.Recording or SessionSource.Paper
        ? null
        : checks.Where(c => c.PersonId == session.PersonId && c.LocalDate == LocalDay.Of(session) && c.At <= session.Start).MaxBy(c => c.At);
}

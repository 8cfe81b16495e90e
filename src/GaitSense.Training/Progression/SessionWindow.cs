using GaitSense.Training.Days;
using GaitSense.Training.Records;

namespace GaitSense.Training.Progression;

/// <summary>Sessions of a stretch of days, and what they say of how the dose is borne.</summary>
internal sealed class SessionWindow
{
    private static readonly StopReason[] NotThePerson = [StopReason.Interrupted, StopReason.Technical];

    public SessionWindow(IEnumerable<Session> sessions, DateOnly from, DateOnly to) =>
        Sessions = [.. sessions.Where(s => s.Status != SessionStatus.Running && LocalDay.Of(s) is var day && from <= day && day <= to)];

    /// <summary>The sessions, in any order.</summary>
    public IReadOnlyList<Session> Sessions { get; }

    /// <summary>Sessions that ended because of pain.</summary>
    public IReadOnlyList<Session> PainStops => [.. Sessions.Where(s => s.StopReason == StopReason.Pain)];

    /// <summary>Sessions that the person ended before the planned dose; what something else cut short is none, and a timed test has no dose.</summary>
    public IReadOnlyList<Session> EarlyStops => [.. Sessions.Where(s => s.Status == SessionStatus.EndedEarly && !NotThePerson.Contains(s.StopReason) && !SessionKind.IsTest(s))];

    /// <summary>Sessions over which fatigue rose by at least so many faces.</summary>
    public IReadOnlyList<Session> Rises(int faces) => [.. Sessions.Where(s => FatigueChange(s) >= faces)];

    /// <summary>Sessions whose fatigue before and after was said.</summary>
    public int Told => Sessions.Count(s => FatigueChange(s) is not null);

    /// <summary>Change of fatigue over a session, faces; null: not said.</summary>
    public static int? FatigueChange(Session session)
    {
        int? Said(ReportTime when) => session.SelfReports.LastOrDefault(r => r.When == when && r.Of == ReportOf.Fatigue)?.Value;
        return Said(ReportTime.After) - Said(ReportTime.Before);
    }
}

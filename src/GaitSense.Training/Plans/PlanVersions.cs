using GaitSense.Training.Records;

namespace GaitSense.Training.Plans;

/// <summary>The versions of a person's plan. None is ever changed: a change is a new version with its reason.</summary>
public static class PlanVersions
{
    /// <summary>The version that counts on a day: the newest that has begun; null: none has, or it has ended.</summary>
    /// <param name="versions">All versions of one person, in any order.</param>
    /// <param name="day">A day, where the person lives.</param>
    public static Plan? On(IEnumerable<Plan> versions, DateOnly day)
    {
        Plan? newest = versions.Where(p => p.From <= day).MaxBy(p => p.Version);
        return newest is not null && day <= newest.To ? newest : null;
    }

    /// <summary>Whether a session has followed a version.</summary>
    public static bool IsInUse(Plan plan, IEnumerable<Session> sessions)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return sessions.Any(s => s.PlanId == plan.Id);
    }

    /// <summary>All versions and a new one behind them.</summary>
    /// <param name="versions">The versions of one person.</param>
    /// <param name="next">The new one: the same person, the next number, a reason, numbers within their limits.</param>
    /// <exception cref="ArgumentException">It does not follow.</exception>
    public static IReadOnlyList<Plan> Add(IReadOnlyList<Plan> versions, Plan next)
    {
        ArgumentNullException.ThrowIfNull(versions);
        ArgumentNullException.ThrowIfNull(next);
        if (versions.Any(p => p.PersonId != next.PersonId)) throw new ArgumentException("the versions are another person's", nameof(next));
        if (versions.Any(p => p.Id == next.Id)) throw new ArgumentException("a version is never changed; a change has an identifier of its own", nameof(next));
        if (next.Version != versions.Select(p => p.Version).DefaultIfEmpty(0).Max() + 1) throw new ArgumentException("versions are counted one by one", nameof(next));
        if (string.IsNullOrWhiteSpace(next.Reason)) throw new ArgumentException("a version says why it was made", nameof(next));
        if (PlanRules.Fault(next.From, next.To, next.FirstWeek, next.Slots) is { } fault) throw new ArgumentException(fault, nameof(next));
        return [.. versions, next];
    }

    /// <summary>Week of a plan on a day.</summary>
    public static int WeekOn(Plan plan, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return (int)Math.Floor((day.DayNumber - plan.From.DayNumber) / 7.0) + plan.FirstWeek;
    }

    /// <summary>First day of a week of a plan.</summary>
    public static DateOnly FirstDayOf(Plan plan, int week)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.From.AddDays(7 * (week - plan.FirstWeek));
    }
}

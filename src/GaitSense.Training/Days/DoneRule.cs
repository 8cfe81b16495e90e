using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.Volume;

namespace GaitSense.Training.Days;

/// <summary>When a session counts as done. A short walk counts; a failure of the program does not, unless something was walked before it.</summary>
public static class DoneRule
{
    /// <summary>Whether a session counts as done.</summary>
    public static bool Counts(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (session.Status == SessionStatus.Completed) return true;
        bool failed = session.Status == SessionStatus.CutOff || session.StopReason == StopReason.Technical;
        SessionDose dose = SessionDose.Of(session);
        return failed ? dose.IsSome || dose is { Minutes: null, Lengths: null, Strides: null } : session.Status == SessionStatus.EndedEarly;
    }

    /// <summary>Whether the rest of a session's dose may follow on the same day: something came between that was not the person.</summary>
    internal static bool MayGoOn(Session session) =>
        session.Status == SessionStatus.CutOff || (session.Status == SessionStatus.EndedEarly && session.StopReason is StopReason.Technical or StopReason.Interrupted);

    /// <summary>Days on which a slot was done in its week: two parts of one session on one day are one, and what an earlier version of the plan counted stays counted.</summary>
    public static int DaysDone(TrainingHistory history, Plan plan, Slot slot)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(slot);
        DateOnly first = PlanVersions.FirstDayOf(plan, slot.Week), last = first.AddDays(6);
        return history.Counted.Where(s => Counts(s) && IsOf(history, plan, slot, s)).Select(LocalDay.Of).Where(d => first <= d && d <= last).Distinct().Count();
    }

    private static bool IsOf(TrainingHistory history, Plan plan, Slot slot, Session session) =>
        session.SlotId == slot.Id || (session.PlanId != plan.Id && history.SlotOf(session) is { } other && other.Task == slot.Task && other.Place == slot.Place);
}

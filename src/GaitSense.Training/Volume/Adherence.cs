using GaitSense.Training.Days;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;

namespace GaitSense.Training.Volume;

/// <summary>Adherence and volume, week by week, for the clinician's desk and for studies. Walkers see minutes; nothing is ever called missed.</summary>
public static class Adherence
{
    /// <summary>The weeks of a plan up to a day.</summary>
    /// <param name="history">Plans and sessions of one person.</param>
    /// <param name="until">The last day that is looked at, where the person is.</param>
    public static IReadOnlyList<WeekVolume> Of(TrainingHistory history, DateOnly until)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Plans.Count == 0) return [];
        Plan begin = history.Plans.MinBy(p => p.Version)!;
        DateOnly last = history.Plans.Max(p => p.To) is var end && end < until ? end : until;
        List<WeekVolume> weeks = [];
        for (DateOnly monday = begin.From; monday <= last; monday = monday.AddDays(7)) weeks.Add(Week(history, monday));
        return weeks;
    }

    private static WeekVolume Week(TrainingHistory history, DateOnly monday)
    {
        DateOnly sunday = monday.AddDays(6);
        Plan? plan = PlanVersions.On(history.Plans, sunday) ?? PlanVersions.On(history.Plans, monday);
        Session[] sessions = [.. history.Practised.Where(s => LocalDay.Of(s) is var day && monday <= day && day <= sunday)];
        SessionDose[] doses = [.. sessions.Select(SessionDose.Of)];
        int week = plan is null ? 0 : PlanVersions.WeekOn(plan, monday);
        Slot[] slots = plan is null ? [] : [.. plan.Slots.Where(s => s.Week == week)];
        return new()
        {
            Week = week,
            From = monday,
            Planned = slots.Sum(s => s.PerWeek),
            Done = plan is null ? 0 : slots.Sum(s => Math.Min(s.PerWeek, DoneRule.DaysDone(history, plan, s))),
            Free = sessions.Count(s => s.SlotId is null && DoneRule.Counts(s)),
            EndedEarly = sessions.Count(s => s.Status is SessionStatus.EndedEarly or SessionStatus.CutOff),
            Minutes = doses.Sum(d => d.Minutes ?? 0),
            Strides = doses.Sum(d => d.Strides ?? 0),
            Bouts = doses.Sum(d => d.Bouts ?? 0),
            Lengths = doses.Sum(d => d.Lengths ?? 0),
            PlannedLengths = slots.Sum(s => s.PerWeek * (s.Lengths ?? 0)),
            BackwardM = doses.Sum(d => d.BackwardM ?? 0),
            Unmeasured = doses.Count(d => d is { Minutes: null, Lengths: null, Strides: null }),
        };
    }
}

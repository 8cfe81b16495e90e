using GaitSense.Core;
using GaitSense.Training.Plans;

namespace GaitSense.Training.Progression;

/// <summary>A plan's next version by a clinician's hand: one variable of one task, from a day on, within the programme's own limits.</summary>
public static class PlanByHand
{
    /// <summary>The next version.</summary>
    /// <param name="versions">All versions of a person's plan.</param>
    /// <param name="task">Whose slots change.</param>
    /// <param name="variable">What changes.</param>
    /// <param name="by">How much: percent of minutes, lengths, or percent points of tempo; negative: less.</param>
    /// <param name="stamp">Who says so, why, when, and the new version's id.</param>
    /// <param name="from">First day of the new version: today, where the person lives.</param>
    /// <exception cref="GaitSenseException">There is no plan that goes on, nothing in it would change, or no rule allows what would come of it.</exception>
    public static Plan Change(IReadOnlyList<Plan> versions, TrainingTask task, PlanVariable variable, double by, PlanStamp stamp, DateOnly from)
    {
        ArgumentNullException.ThrowIfNull(versions);
        ArgumentNullException.ThrowIfNull(stamp);
        if (string.IsNullOrWhiteSpace(stamp.Reason)) throw new GaitSenseException("say in a few words why the plan changes");
        if (!double.IsFinite(by) || by == 0) throw new GaitSenseException("say by how much the plan changes");
        Plan old = PlanVersions.On(versions, from) ?? throw new GaitSenseException("there is no plan today that could change");
        int week = PlanVersions.WeekOn(old, from);
        Slot[] slots = [.. old.Slots.Select(s => s.Task == task && s.Week >= week ? Changed(s, variable, by) : s)];
        if (slots.SequenceEqual(old.Slots)) throw new GaitSenseException("nothing in the plan changes by that: it has no such part, or is at its limit");
        if (PlanRules.Fault(from, old.To, week, slots) is { } fault) throw new GaitSenseException(fault.TrimEnd('.'));
        return old with
        {
            Id = stamp.Id,
            Version = versions.Max(p => p.Version) + 1,
            From = from,
            FirstWeek = week,
            By = stamp.By,
            MadeAt = stamp.At,
            Reason = stamp.Reason,
            Slots = [.. slots.Select((s, i) => s with { Id = DerivedId.Of(stamp.Id, FormattableString.Invariant($"slot {i + 1}")) })],
        };
    }

    private static Slot Changed(Slot slot, PlanVariable variable, double by) => variable switch
    {
        PlanVariable.Minutes when slot.Minutes is { } minutes => slot with { Minutes = Math.Min(Math.Round(minutes * (1 + (by / 100)), 1), slot.MaxMinutes ?? double.PositiveInfinity) },
        PlanVariable.Lengths when slot.Lengths is { } lengths => slot with { Lengths = (int)Math.Clamp(lengths + by, 1, slot.MaxLengths ?? int.MaxValue) },
        PlanVariable.Tempo => slot with { TempoPercent = Math.Min(slot.TempoPercent + by, slot.MaxTempoPercent) },
        _ => slot,
    };
}

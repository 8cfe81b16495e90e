using GaitSense.Training.Plans;
using GaitSense.Training.Regimes;

namespace GaitSense.Training.Progression;

/// <summary>A confirmed proposal made the next version of a plan. The version it was made from stays as it is.</summary>
public static class PlanChange
{
    /// <summary>Makes the next version.</summary>
    /// <param name="versions">All versions of the person's plan.</param>
    /// <param name="proposal">What was proposed.</param>
    /// <param name="statement">What the administrator stated.</param>
    /// <param name="by">The clinician who confirms, as an account's pseudonym.</param>
    /// <param name="at">When.</param>
    /// <param name="id">The new version's identifier; those of its slots follow from it.</param>
    /// <exception cref="ArgumentException">The proposal is a pause, which changes no plan, or its plan is not among the versions, or another change was made since.</exception>
    public static Plan Confirm(IReadOnlyList<Plan> versions, Proposal proposal, Statement statement, string by, DateTimeOffset at, Guid id)
    {
        ArgumentNullException.ThrowIfNull(versions);
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(statement);
        if (proposal.Kind == ProposalKind.Pause) throw new ArgumentException("a pause changes the person, not the plan", nameof(proposal));
        Plan old = versions.FirstOrDefault(p => p.Id == proposal.PlanId) ?? throw new ArgumentException("the proposal is of another plan", nameof(proposal));
        if (proposal.Kind == ProposalKind.Up && versions.Any(p => p.Version > old.Version)) throw new ArgumentException("the plan has changed since; look again", nameof(proposal));
        int first = PlanVersions.WeekOn(old, proposal.From);
        return old with
        {
            Id = id,
            Version = versions.Max(p => p.Version) + 1,
            From = proposal.From,
            FirstWeek = first,
            By = by,
            MadeAt = at,
            Reason = proposal.Reason,
            Slots = [.. old.Slots.Select((s, i) => Changed(old, first, s, proposal) with { Id = DerivedId.Of(id, FormattableString.Invariant($"slot {i + 1}")) })],
        };
    }

    /// <summary>The slot of a task that counts in a week, or in the nearest week before it that has one; null: none.</summary>
    internal static Slot? SlotNear(Plan plan, int week, TrainingTask task) =>
        plan.Slots.Where(s => s.Task == task && s.Week <= week).OrderByDescending(s => s.Week).ThenByDescending(s => s.Lengths ?? s.Minutes).FirstOrDefault();

    /// <summary>Whether the plan goes up from one week to the next by itself: more of something, or something new.</summary>
    internal static bool StepsItself(Plan plan, int week, int next, TrainingTask task)
    {
        Slot[] now = [.. plan.Slots.Where(s => s.Week == week && s.Task == task)], then = [.. plan.Slots.Where(s => s.Week == next && s.Task == task)];
        bool More(Func<Slot, double?> of) => then.Max(of) > (now.Max(of) ?? double.NegativeInfinity);
        return More(s => s.Lengths) || More(s => s.Minutes) || More(s => s.TempoPercent) || More(s => s.StopAndGo ? 1 : 0) || More(s => s.SecondTask ? 1 : 0) || More(s => s.PerWeek);
    }

    // Weeks that are over stay in the plan: a held session becomes the comfortable walk of one of them, and that goes down with the rest.
    private static Slot Changed(Plan plan, int week, Slot slot, Proposal proposal) =>
        proposal.Steps.FirstOrDefault(s => s.Task == slot.Task) is not { } step ? slot
        : proposal.Kind == ProposalKind.Up ? (slot.Week >= week ? Raised(slot, step) : slot)
        : Lowered(slot, step, SlotNear(plan, week, slot.Task));

    // The plan's own later steps are not raised once more.
    private static Slot Raised(Slot slot, PlanStep step) => step.Variable switch
    {
        PlanVariable.Lengths => slot with { Lengths = (int?)Raise(slot.Lengths, step.After, slot.MaxLengths) },
        PlanVariable.Minutes => slot with { Minutes = Raise(slot.Minutes, step.After, slot.MaxMinutes) },
        _ => slot with { TempoPercent = Raise(slot.TempoPercent, step.After, slot.MaxTempoPercent)!.Value },
    };

    // No later week is more than the lowered dose, and nothing new comes: what comes back is a clinician's to say.
    private static Slot Lowered(Slot slot, PlanStep step, Slot? now) => slot with
    {
        Lengths = step.Variable == PlanVariable.Lengths && slot.Lengths is { } lengths ? (int)Math.Min(lengths, step.After) : slot.Lengths,
        Minutes = step.Variable == PlanVariable.Minutes && slot.Minutes is { } minutes ? Math.Min(minutes, step.After) : slot.Minutes,
        Stations = slot.Stations is { } stations && now?.Stations is { } some ? Math.Min(stations, some) : slot.Stations,
        StopAndGo = slot.StopAndGo && now is { StopAndGo: true },
        SecondTask = slot.SecondTask && now is { SecondTask: true },
    };

    private static double? Raise(double? own, double after, double? most) => own is { } value && most is { } limit ? Math.Max(value, Math.Min(after, limit)) : own;
}

using System.Globalization;
using GaitSense.Training.Days;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.Rules;

namespace GaitSense.Training.Progression;

/// <summary>When a plan goes up or down. Down comes first. Nothing changes by itself: a clinician confirms (<see cref="PlanChange"/>).</summary>
public static class ProgressionRules
{
    /// <summary>All keys of reasons why a plan stays.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "progression.off", "progression.no-plan", "progression.paused", "progression.waiting", "progression.too-soon", "progression.pain", "progression.fall", "progression.not-done",
        "progression.fatigue", "progression.not-told", "progression.steps-itself", "progression.at-most",
    ];

    /// <summary>Decides.</summary>
    public static ProgressionAnswer Of(ProgressionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Statement is null) return ProgressionAnswer.Stays("progression.off");
        if (PlanVersions.On(request.History.Plans, request.Today) is not { } plan) return ProgressionAnswer.Stays("progression.no-plan");
        bool relapse = request.Person.RelapseOn is { } day && request.Today.DayNumber - day.DayNumber <= request.Rules.Gates.RelapseDays.Value;
        if (request.Person.Status != PersonStatus.Active || (relapse && !(request.Person.ClearedOn >= request.Person.RelapseOn))) return ProgressionAnswer.Stays("progression.paused");
        return Down(request, plan) is { } down ? new() { Proposal = down } : relapse ? ProgressionAnswer.Stays("progression.paused") : Up(request, plan);
    }

    private static Proposal? Down(ProgressionRequest request, Plan plan)
    {
        ProgressionNumbers numbers = request.Rules.Progression;
        SessionWindow window = new(request.History.Counted.Where(s => s.Start >= plan.MadeAt), request.Today.AddDays(1 - (int)numbers.WindowDays.Value), request.Today);
        IReadOnlyList<Session> rises = window.Rises((int)numbers.MaxFatigueChange.Value + 1);
        if (window.PainStops is [.., var pain]) return Lowered(request, plan, [.. window.PainStops.Select(s => s.Task)], Text($"reason.down.pain {LocalDay.Of(pain):yyyy-MM-dd}"));
        if (window.EarlyStops.Count >= numbers.EarlyStops.Value) return Lowered(request, plan, [.. window.EarlyStops.Select(s => s.Task)], Text($"reason.down.stops {window.EarlyStops.Count}"));
        if (rises.Count >= numbers.FatigueRises.Value) return Lowered(request, plan, [.. rises.Select(s => s.Task)], Text($"reason.down.fatigue {rises.Count}"));
        int away = request.Today.DayNumber - LastDay(request, plan).DayNumber;
        return away > numbers.DaysAway.Value ? Lowered(request, plan, [.. plan.Slots.Select(s => s.Task)], Text($"reason.down.away {away}")) : null;
    }

    // Days away are counted from the last session, or from when somebody last looked at the plan.
    private static DateOnly LastDay(ProgressionRequest request, Plan plan)
    {
        DateOnly made = LocalDay.Of(plan.MadeAt, request.Person.Zone), since = plan.From > made ? plan.From : made;
        return request.History.Counted.Where(DoneRule.Counts).Select(LocalDay.Of).Append(since).Max();
    }

    private static Proposal Lowered(ProgressionRequest request, Plan plan, IReadOnlyList<TrainingTask> tasks, string reason)
    {
        int week = PlanVersions.WeekOn(plan, request.Today);
        PlanStep[] steps = [.. tasks.Distinct().Order().Select(t => DownStep(plan, week, t, request.Rules)).OfType<PlanStep>()];
        return new()
        {
            Kind = steps.Length == 0 ? ProposalKind.Pause : ProposalKind.Down,
            PlanId = plan.Id,
            Steps = steps,
            From = PlanVersions.FirstDayOf(plan, week),
            Reason = steps.Length == 0 ? reason + "; reason.down.least" : reason,
        };
    }

    private static PlanStep? DownStep(Plan plan, int week, TrainingTask task, TrainingRules rules)
    {
        double share = 1 - (rules.Progression.DownPercent.Value / 100);
        if (PlanChange.SlotNear(plan, week, task) is not { } slot) return null;
        if (slot.Lengths is { } lengths) return lengths > 1 ? new(task, PlanVariable.Lengths, lengths, Math.Max(1, Math.Floor(lengths * share))) : null;
        double minutes = slot.Minutes!.Value, less = Math.Max(PlanLimits.MinMinutes, Math.Floor(minutes * share * 10) / 10);
        return less < minutes ? new(task, PlanVariable.Minutes, minutes, less) : null;
    }

    private static ProgressionAnswer Up(ProgressionRequest request, Plan plan)
    {
        ProgressionNumbers numbers = request.Rules.Progression;
        int weeks = (int)Math.Ceiling(numbers.WindowDays.Value / 7), week = PlanVersions.WeekOn(plan, request.Today);
        DateOnly first = PlanVersions.FirstDayOf(plan, week - weeks);
        if (request.History.Plans.Any(p => p.Version > plan.Version)) return ProgressionAnswer.Stays("progression.waiting");
        if (week - weeks < plan.FirstWeek || LocalDay.Of(plan.MadeAt, request.Person.Zone) > first.AddDays(1)) return ProgressionAnswer.Stays("progression.too-soon");
        SessionWindow window = new(request.History.Counted, first, request.Today);
        List<string> why = [];
        if (window.PainStops.Count > 0) why.Add("progression.pain");
        if (window.Sessions.Any(s => s.StopReason == StopReason.Fall) || request.History.Falls.Any(f => f.LocalDate >= first && f.LocalDate <= request.Today)) why.Add("progression.fall");
        if (window.Rises((int)numbers.MaxFatigueChange.Value + 1).Count > 0) why.Add("progression.fatigue");
        if (window.Told < numbers.ToldPercent.Value / 100 * window.Sessions.Count) why.Add("progression.not-told");
        if (Done(request, plan, week - weeks, week - 1, task: null) is not { Planned: > 0 } all || all.Percent < numbers.DonePercent.Value) why.Add("progression.not-done");
        if (why.Count > 0) return ProgressionAnswer.Stays([.. why]);
        return Step(request, plan, week, weeks);
    }

    private static ProgressionAnswer Step(ProgressionRequest request, Plan plan, int week, int weeks)
    {
        // This week's sessions stay what they are once one was done.
        DateOnly monday = PlanVersions.FirstDayOf(plan, week);
        int begins = request.History.Counted.Any(s => LocalDay.Of(s) >= monday) ? week + 1 : week;
        string why = "progression.at-most"; // the two weeks were walked at the dose that is raised, not on the way up to it
        foreach (TrainingTask task in plan.Slots.Where(s => s.Week == begins).Select(s => s.Task).Distinct())
        {
            DoneShare done = Done(request, plan, week - weeks, week - 1, task);
            if (done.Planned == 0 || done.Percent < request.Rules.Progression.DonePercent.Value) why = "progression.not-done";
            else if (Enumerable.Range(week - weeks, weeks + begins - week).Any(w => PlanChange.StepsItself(plan, w, w + 1, task))) why = "progression.steps-itself";
            else if (UpStep(plan, begins, task, request.Rules.Progression) is { } step)
                return new() { Proposal = new() { Kind = ProposalKind.Up, PlanId = plan.Id, Steps = [step], From = PlanVersions.FirstDayOf(plan, begins), Reason = Text($"{Key(step)}; reason.up.done {done.Done} {done.Planned}") } };
        }

        return ProgressionAnswer.Stays(why);
    }

    private static PlanStep? UpStep(Plan plan, int week, TrainingTask task, ProgressionNumbers numbers)
    {
        Slot[] slots = [.. plan.Slots.Where(s => s.Week == week && s.Task == task)];
        if (slots.Where(s => s.Lengths < s.MaxLengths).Select(s => s.Lengths!.Value).DefaultIfEmpty(0).Min() is > 0 and var lengths)
            return new(task, PlanVariable.Lengths, lengths, lengths + numbers.UpLengths.Value);
        if (slots.Where(s => s.Minutes < s.MaxMinutes && s.Stations is null).MinBy(s => s.Minutes) is { Minutes: { } minutes, MaxMinutes: { } most })
        {
            double more = Math.Min(most, Math.Floor(minutes * (100 + numbers.UpMinutesPercent.Value) / 10) / 10);
            if (more > minutes) return new(task, PlanVariable.Minutes, minutes, more);
        }

        return slots.Where(s => s.TempoPercent < s.MaxTempoPercent).MinBy(s => s.TempoPercent) is { } slow
            ? new(task, PlanVariable.Tempo, slow.TempoPercent, Math.Min(slow.MaxTempoPercent, slow.TempoPercent + numbers.UpTempoPercent.Value))
            : null;
    }

    private static DoneShare Done(ProgressionRequest request, Plan plan, int first, int last, TrainingTask? task)
    {
        Slot[] slots = [.. plan.Slots.Where(s => first <= s.Week && s.Week <= last && (task is null || s.Task == task))];
        TrainingHistory history = task is null ? request.History : request.History with { Sessions = [.. request.History.Sessions.Where(s => s.Task == task)] };
        return new(slots.Sum(s => Math.Min(s.PerWeek, DoneRule.DaysDone(history, plan, s))), slots.Sum(s => s.PerWeek));
    }

    private static string Key(PlanStep step) => Text($"reason.up.{step.Variable switch { PlanVariable.Lengths => "lengths", PlanVariable.Minutes => "minutes", _ => "tempo" }} {step.Before:0.##} {step.After:0.##}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private readonly record struct DoneShare(int Done, int Planned)
    {
        public double Percent => 100.0 * Done / Planned;
    }
}

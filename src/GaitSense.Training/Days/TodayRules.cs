using GaitSense.Training.Gates;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;

namespace GaitSense.Training.Days;

/// <summary>What a person is offered on a day: one session of the plan at most, never more than its slot, and less where a gate or an earlier stop says so.</summary>
public static class TodayRules
{
    /// <summary>All keys that a day's reasons may have beside those of the gates.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["today.no-plan", "today.not-begun", "today.over", "today.running", "today.done", "today.week-done", "today.elsewhere", "today.forward", "today.after-pain", "today.rest-of-it", "today.no-second-task"];

    /// <summary>Decides.</summary>
    public static TodayAnswer Of(TodayRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        GateFacts facts = request.ToFacts();
        GateDecision gates = GateRules.Decide(facts);
        Plan? plan = PlanVersions.On(request.History.Plans, request.Today);
        TodayAnswer answer = new() { Gates = gates, Reasons = [], Questions = [], Plan = plan, Week = plan is null ? null : PlanVersions.WeekOn(plan, request.Today) };
        if (plan is null) return WithoutPlan(request, answer);
        if (request.History.Sessions.Any(s => s.Status == SessionStatus.Running)) return answer with { Reasons = ["today.running"] };
        Session[] today = [.. request.History.Counted.Where(s => s.SlotId is not null && LocalDay.Of(s) >= request.Today && DoneRule.Counts(s))];
        Slot? slot = today is [.., var last] ? Unfinished(request, today, last) : Open(request, plan);
        if (slot is { Task: TrainingTask.Backward } && HasWalkedBackwardFreely(request)) slot = null;
        if (slot is null) return answer with { Reasons = [WhyNone(request, plan, today.Length > 0 || HasWalkedBackwardFreely(request))], NextDay = NextDays.After(request, plan, gates) };
        TodayAnswer held = answer with { Questions = [.. GateQuestions.For(facts, slot.Task).Where(q => !facts.Answers.Any(a => string.Equals(a.Question, q.Id, StringComparison.Ordinal)))] };
        if (!gates.MayWalk) return held with { Reasons = [.. gates.Reasons.Where(r => r.Holds == GateHold.Session).Select(r => r.Key)], NextDay = NextDays.After(request, plan, gates) };
        return Offered(request, plan, slot, held, today);
    }

    private static TodayAnswer WithoutPlan(TodayRequest request, TodayAnswer answer)
    {
        DateOnly? begins = request.History.Plans.Where(p => p.From > request.Today).Select(p => (DateOnly?)p.From).Min();
        string why = begins is not null ? "today.not-begun" : request.History.Plans.Count > 0 ? "today.over" : "today.no-plan";
        return answer with { Reasons = [why], NextDay = begins };
    }

    // Backward is walked once a day, whether the plan asked for it or not.
    private static bool HasWalkedBackwardFreely(TodayRequest request) =>
        request.History.Practised.Any(s => s is { SlotId: null, Task: TrainingTask.Backward } && LocalDay.Of(s) >= request.Today && DoneRule.Counts(s));

    // The slot of this week here that has the largest part still before it.
    private static Slot? Open(TodayRequest request, Plan plan)
    {
        (Slot Slot, double Left)[] open = [.. InWeek(request, plan).Where(s => s.Place == request.Place).Select(s => (s, Left(request, plan, s) / (double)s.PerWeek)).Where(s => s.Item2 > 0)];
        return open.Length == 0 ? null : open.MaxBy(s => s.Left).Slot;
    }

    private static IEnumerable<Slot> InWeek(TodayRequest request, Plan plan) => plan.Slots.Where(s => s.Week == PlanVersions.WeekOn(plan, request.Today));

    internal static int Left(TodayRequest request, Plan plan, Slot slot) => slot.PerWeek - DoneRule.DaysDone(request.History, plan, slot);

    // Of a session that something else cut short, the rest may follow there on the same day.
    private static Slot? Unfinished(TodayRequest request, Session[] today, Session last) =>
        today.All(DoneRule.MayGoOn) && request.History.SlotOf(last) is { } slot && slot.Place == request.Place ? slot : null;

    private static string WhyNone(TodayRequest request, Plan plan, bool walkedToday)
    {
        if (walkedToday) return "today.done";
        return InWeek(request, plan).Any(s => s.Place != request.Place && Left(request, plan, s) > 0) ? "today.elsewhere" : "today.week-done";
    }

    private static TodayAnswer Offered(TodayRequest request, Plan plan, Slot slot, TodayAnswer answer, Session[] today)
    {
        List<string> reasons = [];
        Slot practised = slot;
        if (!answer.Gates.May(slot.Task, slot.Place))
        {
            reasons.AddRange(answer.Gates.HeldBy(slot.Task, slot.Place).Select(r => r.Key));
            if (Forward(plan, slot) is not { } forward) return answer with { Reasons = reasons, NextDay = NextDays.After(request, plan, answer.Gates) };
            reasons.Add("today.forward");
            practised = forward;
        }

        OfferedSession offer = OfferedSession.Of(plan, practised) with { SlotId = slot.Id, Place = slot.Place };
        if (offer is { SecondTask: true, Task: not TrainingTask.Backward } && !answer.Gates.MayHaveSecondTask(offer.Place))
        {
            offer = offer with { SecondTask = false };
            reasons.Add("today.no-second-task");
        }

        if (DoseRules.AfterPain(request.History, plan, practised, offer) is var less && less != offer)
        {
            offer = less;
            reasons.Add("today.after-pain");
        }

        if (answer.Gates.Holds(GateHold.Dose)) reasons.Add("gate.warm");
        offer = DoseRules.Held(offer, answer.Gates);
        if (today.Length > 0)
        {
            if (DoseRules.RestOf(offer, today) is not { } rest) return answer with { Reasons = ["today.done"], NextDay = NextDays.After(request, plan, answer.Gates) };
            offer = rest;
            reasons.Add("today.rest-of-it");
        }

        return answer with { Offer = offer, Reasons = reasons };
    }

    // The comfortable walk of the plan that is nearest before this week, else the first: what a held session becomes.
    private static Slot? Forward(Plan plan, Slot held) => held.Task == TrainingTask.DualTask
        ? held with { Task = TrainingTask.ComfortableWalk, SecondTask = false }
        : plan.Slots.Where(s => s is { Task: TrainingTask.ComfortableWalk, SecondTask: false } && s.Week <= held.Week).MaxBy(s => s.Week)
            ?? plan.Slots.Where(s => s is { Task: TrainingTask.ComfortableWalk, SecondTask: false }).MinBy(s => s.Week);
}

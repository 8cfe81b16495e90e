using FsCheck;
using FsCheck.Fluent;
using GaitSense.Training.Days;
using GaitSense.Training.Gates;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;

namespace GaitSense.Training.Tests.Days;

/// <summary>Whatever the history and the answers: what is offered is never more than the plan, and nothing that is held.</summary>
public sealed class TodayProperties
{
    private static readonly string[] Programmes = ["backward-8-weeks", "comfortable-walk", "comfortable-walk-with-rests", "task-circuit"];

    /// <summary>A person's eight weeks as a chain of answers and outcomes; each session follows what was offered.</summary>
    private sealed record Life(string Programme, int[] Days, Answer[] Answers, StopReason[] Stops, bool[] InClinic, bool Signed);

    [Fact]
    public void EightWeeks_OfAnyone_NeverExceedThePlan()
    {
        Gen<Life> lives =
            from programme in Gen.Elements(Programmes)
            from days in Gen.Choose(0, 3).ArrayOf(60)
            from answers in Gen.Frequency((6, Gen.Constant(Answer.No)), (1, Gen.Constant(Answer.Yes)), (1, Gen.Constant(Answer.NotSaid))).ArrayOf(60)
            from stops in Gen.Frequency((6, Gen.Constant(StopReason.None)), (1, Gen.Elements(StopReason.Pain, StopReason.Heat, StopReason.Enough, StopReason.Interrupted, StopReason.Technical))).ArrayOf(60)
            from clinic in Gen.Elements(true, false, false).ArrayOf(60)
            from signed in Gen.Elements(true, false)
            select new Life(programme, days, answers, stops, clinic, signed);
        Prop.ForAll(lives.ToArbitrary(), Follow).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    private static void Follow(Life life)
    {
        Plan plan = Trainee.PlanOf(life.Programme);
        List<Session> done = [];
        DateOnly today = Trainee.Monday;
        for (int i = 0; i < life.Days.Length && today <= plan.To; i++, today = today.AddDays(life.Days[i % life.Days.Length]))
        {
            TodayRequest request = new()
            {
                Person = Trainee.Person,
                Today = today,
                Place = life.InClinic[i] ? Place.Clinic : Place.Home,
                History = new() { Plans = [plan], Sessions = done, SignOffs = life.Signed ? [Trainee.SignedOff(today.AddDays(-5))] : [] },
                Answers = [new("news", life.Answers[i]), new("emergency", life.Answers[(i + 7) % 60]), new("ill", Answer.No), new("relapse", Answer.No), new("eyes", Answer.No), new("warm", life.Answers[(i + 3) % 60]), new("company", Answer.Yes), new("path", Answer.Yes), new("support", Answer.Yes), new("shoes", Answer.Yes), new("ear", life.Answers[(i + 5) % 60] == Answer.No ? Answer.Yes : Answer.No)],
            };
            if (TodayRules.Of(request) is not { Offer: { } offer } answer) continue;
            Slot slot = plan.Slots.Single(s => s.Id == offer.SlotId);
            CheckOffer(plan, slot, offer, answer, request);
            done.Add(Trainee.Done(plan, slot with { Task = offer.Task, Minutes = offer.Minutes, Lengths = offer.Lengths, PathM = offer.PathM }, today, life.Stops[i], hour: 8 + (i % 12), share: life.Stops[i] == StopReason.None ? 1 : 0.5) with { SlotId = slot.Id });
        }

        CheckWeeks(plan, done);
    }

    private static void CheckOffer(Plan plan, Slot slot, OfferedSession offer, TodayAnswer answer, TodayRequest request)
    {
        answer.Gates.May(offer.Task, request.Place).ShouldBeTrue();
        slot.Week.ShouldBe(PlanVersions.WeekOn(plan, request.Today));
        (slot.Place, offer.Place).ShouldBe((request.Place, request.Place));
        if (offer.Lengths is { } lengths) lengths.ShouldBeInRange(1, slot.Lengths!.Value);
        if (offer.Minutes is { } minutes) minutes.ShouldBeLessThanOrEqualTo(slot.Minutes ?? plan.Slots.Max(s => s.Minutes)!.Value);
        if (answer.Gates.Holds(GateHold.Dose) && offer.Minutes is { } warm && slot.Minutes is { } full) warm.ShouldBeLessThanOrEqualTo(full / 2);
        if (offer is { Task: TrainingTask.Backward, Place: Place.Home }) (offer.TempoPercent <= 0 && !offer.SecondTask).ShouldBeTrue();
        offer.TempoPercent.ShouldBeLessThanOrEqualTo(slot.TempoPercent);
    }

    private static void CheckWeeks(Plan plan, List<Session> done)
    {
        foreach (var week in done.GroupBy(s => (s.SlotId, PlanVersions.WeekOn(plan, LocalDay.Of(s)))))
            week.Where(DoneRule.Counts).Select(LocalDay.Of).Distinct().Count().ShouldBeLessThanOrEqualTo(plan.Slots.Single(s => s.Id == week.Key.SlotId).PerWeek);
        foreach (var week in done.Where(s => s.Task == TrainingTask.Backward).GroupBy(s => PlanVersions.WeekOn(plan, LocalDay.Of(s))))
            week.Sum(s => GaitSense.Training.Volume.SessionDose.Of(s).Lengths ?? 0).ShouldBeLessThanOrEqualTo(plan.Slots.Where(s => s.Week == week.Key).Sum(s => s.PerWeek * (s.Lengths ?? 0)));
        foreach (var day in done.GroupBy(LocalDay.Of)) day.Select(s => s.SlotId).Distinct().Count().ShouldBe(1, "one session of the plan a day");
    }
}

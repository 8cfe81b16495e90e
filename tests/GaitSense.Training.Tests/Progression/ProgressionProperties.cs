using FsCheck;
using FsCheck.Fluent;
using GaitSense.Training.Days;
using GaitSense.Training.Plans;
using GaitSense.Training.Progression;
using GaitSense.Training.Records;
using GaitSense.Training.Regimes;

namespace GaitSense.Training.Tests.Progression;

/// <summary>Whatever the weeks were: nothing goes up after a stop for pain or a fall, one variable at a time, never above the programme, and versions stay what they are.</summary>
public sealed class ProgressionProperties
{
    private static readonly Statement Study = new() { Regime = Regime.RegulatoryDecision, Reference = "2026-4", By = "admin-1", At = Trainee.At(Trainee.Monday, 7) };

    private sealed record Weeks(string Programme, int Confirms, bool[] Walks, StopReason[] Stops, int[] Rises, int[] FallDays);

    [Fact]
    public void AnyEightWeeks_AreFollowedByRulesThatHold()
    {
        Gen<Weeks> weeks =
            from programme in Gen.Elements("comfortable-walk", "comfortable-walk-with-rests", "backward-8-weeks", "task-circuit")
            from confirms in Gen.Choose(1, 4)
            from diligence in Gen.Choose(20, 100)
            from walks in Gen.Choose(1, 100).Select(n => n <= diligence).ArrayOf(56)
            from stops in Gen.Frequency((30, Gen.Constant(StopReason.None)), (1, Gen.Elements(StopReason.Pain, StopReason.Enough, StopReason.Fatigue, StopReason.Technical, StopReason.Fall))).ArrayOf(56)
            from rises in Gen.Frequency((20, Gen.Choose(-1, 1)), (1, Gen.Constant(2))).ArrayOf(56)
            from falls in Gen.Frequency((3, Gen.Constant(Array.Empty<int>())), (1, Gen.Choose(0, 55).ArrayOf(1)))
            select new Weeks(programme, confirms, walks, stops, rises, falls);
        int ups = 0, downs = 0;
        Prop.ForAll(weeks.ToArbitrary(), w => Follow(w, ref ups, ref downs)).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
        (ups > 20 && downs > 20).ShouldBeTrue($"{ups} up, {downs} down: the weeks reach both");
    }

    private static void Follow(Weeks weeks, ref int ups, ref int downs)
    {
        IReadOnlyList<Plan> plans = [Trainee.PlanOf(weeks.Programme, new() { LongestMinutes = 10 })];
        List<Session> done = [];
        for (int day = 0; day < 56; day++)
        {
            DateOnly today = Trainee.Monday.AddDays(day);
            TrainingHistory history = new() { Plans = plans, Sessions = done, Falls = [.. weeks.FallDays.Where(f => f <= day).Select(f => Trainee.FallOn(Trainee.Monday.AddDays(f)))] };
            if (day % weeks.Confirms == 0 && ProgressionRules.Of(new() { Person = Trainee.Person, Today = today, History = history, Statement = Study }).Proposal is { Kind: not ProposalKind.Pause } proposal)
            {
                string[] before = [.. plans.Select(p => PlanJson.Write(p, "P07"))];
                Plan old = plans.Single(p => p.Id == proposal.PlanId), next = PlanChange.Confirm(plans, proposal, Study, "pt-1", Trainee.At(today, 6), Trainee.Id(1000 + plans.Count));
                plans = PlanVersions.Add(plans, next);
                plans.Take(before.Length).Select(p => PlanJson.Write(p, "P07")).ShouldBe(before, "a version never changes");
                if (proposal.Kind == ProposalKind.Up) Up(old, next, proposal, history, today, ref ups);
                else Down(old, next, proposal, ref downs);
            }

            Plan plan = PlanVersions.On(plans, today)!;
            if (!weeks.Walks[day] || plan.Slots.Where(s => s.Week == PlanVersions.WeekOn(plan, today)).FirstOrDefault(s => DoneRule.DaysDone(history, plan, s) < s.PerWeek) is not { } slot) continue;
            done.Add(Trainee.Done(plan, slot, today, weeks.Stops[day], 2, 2 + weeks.Rises[day]));
        }
    }

    private static void Up(Plan old, Plan next, Proposal proposal, TrainingHistory history, DateOnly today, ref int ups)
    {
        ups++;
        PlanStep step = proposal.Steps.ShouldHaveSingleItem();
        Session[] recent = [.. history.Sessions.Where(s => today.DayNumber - LocalDay.Of(s).DayNumber <= 14)];
        recent.ShouldAllBe(s => s.StopReason != StopReason.Pain && s.StopReason != StopReason.Fall);
        recent.ShouldAllBe(s => s.SelfReports[1].Value - s.SelfReports[0].Value <= 1);
        history.Falls.ShouldAllBe(f => today.DayNumber - f.LocalDate.DayNumber > 14);
        (step.After > step.Before).ShouldBeTrue();
        foreach (Slot slot in next.Slots)
        {
            Slot was = old.Slots.Where(s => s.Week == slot.Week && s.Task == slot.Task && s.Place == slot.Place).ShouldHaveSingleItem();
            (slot with { Id = was.Id, Lengths = was.Lengths, Minutes = was.Minutes, TempoPercent = was.TempoPercent }).ShouldBe(was, "one variable at a time");
            int changes = (slot.Lengths != was.Lengths ? 1 : 0) + (slot.Minutes != was.Minutes ? 1 : 0) + (slot.TempoPercent != was.TempoPercent ? 1 : 0);
            changes.ShouldBeLessThanOrEqualTo(1);
            (slot.Lengths ?? 0).ShouldBeInRange(was.Lengths ?? 0, Math.Min(slot.MaxLengths ?? 0, (was.Lengths ?? 0) + 1));
            (slot.Minutes ?? 0).ShouldBeInRange(was.Minutes ?? 0, Math.Min(slot.MaxMinutes ?? 0, (was.Minutes ?? 0) * 1.1 + 1e-9));
        }
    }

    private static void Down(Plan old, Plan next, Proposal proposal, ref int downs)
    {
        downs++;
        proposal.Steps.ShouldNotBeEmpty();
        foreach (PlanStep step in proposal.Steps)
        {
            step.After.ShouldBeLessThanOrEqualTo(Math.Max(step.Before * 0.8, step.Variable == PlanVariable.Lengths ? 1 : PlanLimits.MinMinutes));
            foreach (Slot slot in next.Slots.Where(s => s.Task == step.Task)) (slot.Lengths ?? slot.Minutes)!.Value.ShouldBeLessThanOrEqualTo(step.After);
        }

        foreach (Slot slot in next.Slots)
        {
            Slot was = old.Slots.Single(s => s.Week == slot.Week && s.Task == slot.Task && s.Place == slot.Place);
            ((slot.Lengths ?? 0) <= (was.Lengths ?? 0) && (slot.Minutes ?? 0) <= (was.Minutes ?? 0) && (was.StopAndGo || !slot.StopAndGo) && (was.SecondTask || !slot.SecondTask)).ShouldBeTrue();
        }
    }
}

using FsCheck;
using FsCheck.Fluent;
using GaitSense.Core;
using GaitSense.Training.Days;
using GaitSense.Training.Plans;
using GaitSense.Training.Programmes;
using GaitSense.Training.Rules;
using GaitSense.Training.Texts;

namespace GaitSense.Training.Tests.Plans;

/// <summary>A first plan is half of what was seen, and has rests where somebody needs them.</summary>
public sealed class FirstPlanTests
{
    [Theory]
    [InlineData(12, 6, null)]
    [InlineData(30, 10, null)]
    [InlineData(5, 2.5, null)]
    [InlineData(null, 6, 2.0)]
    public void TheFirstWalk_IsHalfOfTheLongestSeen_AtMostTenMinutes(int? longest, double minutes, double? between)
    {
        FirstDose dose = FirstDose.Of(new() { LongestMinutes = longest }, TrainingRules.Default)!;
        (dose.Minutes, dose.MinutesBetweenRests).ShouldBe((minutes, between));
    }

    [Theory]
    [InlineData(5.9, null, null, null, true)]
    [InlineData(6.1, null, null, null, false)]
    [InlineData(null, -15.0, null, null, true)]
    [InlineData(null, -14.9, null, null, false)]
    [InlineData(null, null, 3, null, true)]
    [InlineData(null, null, 2, null, false)]
    [InlineData(null, null, null, 2, true)]
    [InlineData(null, null, null, 1, false)]
    public void Rests_AreBuiltIn_WhereSomethingSaysSo(double? restAfter, double? fatigability, int? steps, int? rise, bool rests)
    {
        FirstDose dose = FirstDose.Of(new() { LongestMinutes = 20, RestNeededAfterMinutes = restAfter, FatigabilityPercent = fatigability, DiseaseSteps = steps, FatigueRise = rise }, TrainingRules.Default)!;
        (dose.MinutesBetweenRests is not null).ShouldBe(rests);
        if (rests) (dose.Minutes, dose.MinutesBetweenRests, dose.RestMinutes).ShouldBe((6, 2, 2));
    }

    [Fact]
    public void NoBout_OfAnyFirstPlan_IsLongerThanHalfOfTheLongestWalk()
    {
        Gen<KnownWalks> known =
            from longest in Gen.Choose(10, 400)
            from rest in Gen.Elements<double?>(null, 2, 6, 8)
            from percent in Gen.Elements<double?>(null, -30, -15, 0, 10)
            from steps in Gen.Elements<int?>(null, 0, 2, 3, 7)
            from rise in Gen.Elements<int?>(null, 0, 1, 2, 4)
            select new KnownWalks { LongestMinutes = longest / 10.0, RestNeededAfterMinutes = rest, FatigabilityPercent = percent, DiseaseSteps = steps, FatigueRise = rise };
        Prop.ForAll(known.ToArbitrary(), k =>
        {
            FirstDose dose = FirstDose.Of(k, TrainingRules.Default)!;
            (dose.MinutesBetweenRests ?? dose.Minutes).ShouldBeLessThanOrEqualTo(k.LongestMinutes!.Value / 2);
            dose.Minutes.ShouldBeLessThanOrEqualTo(10);
            dose.Minutes.ShouldBeGreaterThan(0);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void AWalkUnderAMinute_MakesNoPlanByRule_AndSaysWhoDecides() =>
        Should.Throw<GaitSenseException>(() => Trainee.PlanOf("comfortable-walk", new() { LongestMinutes = 0.5 })).Message.ShouldBe("P07: the longest walk seen is under 1 min; no rule makes a plan of it: a clinician writes one (plan.json)");

    [Fact]
    public void APlan_FromAnyProgramme_KeepsToWhatThePersonCan()
    {
        Plan plan = Trainee.PlanOf("backward-8-weeks", new() { LongestMinutes = 6, FatigueRise = 2 });
        plan.Slots.Where(s => s.Task == TrainingTask.ComfortableWalk).ShouldAllBe(s => s.Minutes == 6 && s.MinutesBetweenRests == 2 && s.RestMinutes == 2);
        ReasonText.Of(plan.Reason, Catalogue.Of(Language.English)).ShouldBe("3 bouts of 2 minutes with seated rests. Fatigue rose by 2 faces over a walk.");
        ReasonText.Of(plan.Reason, Catalogue.Of(Language.German)).ShouldBe("3 Abschnitte zu 2 Minuten mit Pausen im Sitzen. Die Müdigkeit stieg über einen Gang um 2 Gesichter.");
        Trainee.PlanOf("comfortable-walk-with-rests", new() { LongestMinutes = 3 }).Slots.ShouldAllBe(s => s.MinutesBetweenRests == null && s.Minutes == 1.5);
    }

    [Fact]
    public void TheReasonOfAPlan_ThatAPersonWrote_StaysAsItIs() => ReasonText.Of("She asked for shorter walks; twice", Catalogue.Of(Language.English)).ShouldBe("She asked for shorter walks; twice");

    [Theory]
    [InlineData(-367, false)]
    [InlineData(-366, true)]
    [InlineData(366, true)]
    [InlineData(367, false)]
    public void APlan_BeginsWithinAYearOfTheDayOnWhichItIsMade(int days, bool isFine)
    {
        PlanRequest request = new() { Id = Trainee.Id(2), Person = Trainee.Person, Programme = ProgrammeLibrary.Find("comfortable-walk")!, From = Trainee.Monday.AddDays(days), By = "pt-1", MadeAt = Trainee.At(Trainee.Monday, 8), Known = Trainee.SeenTwentyMinutes };
        if (isFine) PlanMaker.Make(request).From.ShouldBe(request.From);
        else Should.Throw<GaitSenseException>(() => PlanMaker.Make(request)).Message.ShouldContain("at most 366 days before or after the day on which it is made, 2026-03-02");
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(-366, null)]
    [InlineData(-367, "more than 366 days before today")]
    [InlineData(1, "a day to come")]
    public void WhatIsWrittenDownAfterwards_WasWithinTheLastYear(int days, string? why)
    {
        if (why is null) DiaryDay.WhyNot(Trainee.Monday.AddDays(days), Trainee.Monday).ShouldBeNull();
        else DiaryDay.WhyNot(Trainee.Monday.AddDays(days), Trainee.Monday)!.ShouldContain(why);
    }

    [Fact]
    public void NumbersOfAReason_AreWrittenAsTheLanguageHasThem()
    {
        ReasonText.Of("reason.first.half 5.5", Catalogue.Of(Language.German)).ShouldContain("5,5");
        ReasonText.Of("reason.first.half 5.5", Catalogue.Of(Language.English)).ShouldContain("5.5");
        ReasonText.Of("reason.down.pain 2026-03-01", Catalogue.Of(Language.German)).ShouldContain("am 1.3.2026");
        ReasonText.Of("reason.down.pain 2026-03-01", Catalogue.Of(Language.English)).ShouldContain("2026-03-01");
    }

    [Fact]
    public void TheSamePlan_HasTheSameSlots_AndAnotherHasOthers()
    {
        Plan one = Trainee.PlanOf("task-circuit");
        one.Slots.Select(s => s.Id).ShouldBe(Trainee.PlanOf("task-circuit").Slots.Select(s => s.Id));
        one.Slots.Select(s => s.Id).Distinct().Count().ShouldBe(one.Slots.Count);
    }
}

using GaitSense.Training.Days;
using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;

namespace GaitSense.Training.Tests.Days;

/// <summary>What a person is offered on a day.</summary>
public sealed class TodayRuleTests
{
    private static readonly Plan Backward = Trainee.PlanOf("backward-8-weeks");

    private static readonly Plan Comfortable = Trainee.PlanOf("comfortable-walk");

    private static readonly GateAnswer[] AllWell = [new("news", Answer.No), new("warm", Answer.No), new("company", Answer.Yes), new("fall", Answer.No), new("path", Answer.Yes), new("support", Answer.Yes), new("shoes", Answer.Yes), new("ear", Answer.Yes)];

    private static TodayRequest On(Plan plan, int day, params Session[] done) => new()
    {
        Person = Trainee.Person,
        Today = Trainee.Monday.AddDays(day),
        History = new() { Plans = [plan], Sessions = done, SignOffs = [Trainee.SignedOff(Trainee.Monday.AddDays(day))] },
        Answers = AllWell,
    };

    private static Session Walked(Plan plan, int day, TrainingTask task = TrainingTask.ComfortableWalk, Place place = Place.Home, StopReason stop = StopReason.None, double share = 1, int hour = 10, SessionStatus? status = null) =>
        Trainee.Done(plan, plan.SlotIn((day / 7) + 1, task, place), Trainee.Monday.AddDays(day), stop, share: share, hour: hour, status: status);

    [Fact]
    public void TheFirstDay_OffersAComfortableWalkAtHome_AndBackwardInTheClinic()
    {
        TodayRules.Of(On(Backward, 0)).Offer!.ShouldSatisfyAllConditions(o => o.Task.ShouldBe(TrainingTask.ComfortableWalk), o => o.Minutes.ShouldBe(10));
        TodayRules.Of(On(Backward, 0) with { Place = Place.Clinic }).Offer!.ShouldSatisfyAllConditions(o => o.Task.ShouldBe(TrainingTask.Backward), o => o.Lengths.ShouldBe(4), o => o.PathM.ShouldBe(4));
    }

    [Fact]
    public void OneSessionADay_AndTheWeeksNumber_AreAllThatIsOffered()
    {
        TodayAnswer after = TodayRules.Of(On(Comfortable, 0, Walked(Comfortable, 0)));
        (after.Offer, after.NextDay).ShouldBe((null, Trainee.Monday.AddDays(1)));
        after.Reasons.ShouldBe(["today.done"]);
        TodayRules.Of(On(Comfortable, 4, Walked(Comfortable, 0), Walked(Comfortable, 2))).Offer.ShouldNotBeNull();
        TodayAnswer full = TodayRules.Of(On(Comfortable, 5, Walked(Comfortable, 0), Walked(Comfortable, 2), Walked(Comfortable, 4)));
        full.Offer.ShouldBeNull();
        full.Reasons.ShouldBe(["today.week-done"]);
        full.NextDay.ShouldBe(Trainee.Monday.AddDays(7));
    }

    [Theory, InlineData(false, "today.elsewhere"), InlineData(true, "today.week-done")]
    public void WhenHomeIsDone_TheClinicIsSaid_WhereItStillHasASession(bool clinicDone, string reason)
    {
        Session[] home = [Walked(Backward, 0), Walked(Backward, 2)];
        TodayRules.Of(On(Backward, 5, clinicDone ? [.. home, Walked(Backward, 4, TrainingTask.Backward, Place.Clinic)] : home)).Reasons.ShouldBe([reason]);
    }

    [Fact]
    public void OfTwoKindsOfSession_TheOneWithMoreOfItsWeekBeforeIt_ComesNext()
    {
        Plan two = Comfortable with { Slots = [.. Comfortable.Slots, .. Comfortable.Slots.Select((s, i) => s with { Id = Trainee.Id(200 + i), Task = TrainingTask.TaskCircuit, Stations = 2 })] };
        TodayRules.Of(On(two, 0)).Offer!.Task.ShouldBe(TrainingTask.ComfortableWalk);
        TodayRules.Of(On(two, 1, Walked(two, 0))).Offer!.Task.ShouldBe(TrainingTask.TaskCircuit);
        TodayRules.Of(On(two, 2, Walked(two, 0), Walked(two, 1, TrainingTask.TaskCircuit))).Offer!.Task.ShouldBe(TrainingTask.ComfortableWalk);
    }

    [Fact]
    public void WeeksWithoutAWalk_ChangeNothing_AndAreNotSpokenOf()
    {
        TodayAnswer third = TodayRules.Of(On(Comfortable, 15));
        third.Offer!.Minutes.ShouldBe(10);
        third.Reasons.ShouldBeEmpty();
    }

    [Fact]
    public void BeforeThePlan_AndAfterIt_NothingIsOffered()
    {
        TodayAnswer before = TodayRules.Of(On(Comfortable, -1));
        (before.Offer, before.NextDay).ShouldBe((null, Trainee.Monday));
        before.Reasons.ShouldBe(["today.not-begun"]);
        TodayRules.Of(On(Comfortable, 56)).Reasons.ShouldBe(["today.over"]);
        TodayRules.Of(On(Comfortable, 55)).Offer.ShouldNotBeNull();
        TodayRules.Of(On(Comfortable, 0) with { History = new() }).Reasons.ShouldBe(["today.no-plan"]);
    }

    [Fact]
    public void BackwardAtHome_InTheThirdWeek_IsSixLengths_AfterSignOffAlone()
    {
        TodayRules.Of(On(Backward, 14)).Offer!.ShouldSatisfyAllConditions(o => o.Task.ShouldBe(TrainingTask.Backward), o => o.Lengths.ShouldBe(6), o => o.TempoPercent.ShouldBe(0));
        TodayRequest unsigned = On(Backward, 14) with { History = new() { Plans = [Backward] } };
        TodayAnswer answer = TodayRules.Of(unsigned);
        answer.Offer!.ShouldSatisfyAllConditions(o => o.Task.ShouldBe(TrainingTask.ComfortableWalk), o => o.Lengths.ShouldBeNull(), o => o.Minutes.ShouldBe(10));
        answer.Reasons.ShouldBe(["gate.sign-off", "today.forward"]);
        answer.Offer!.SlotId.ShouldBe(Backward.SlotIn(3, TrainingTask.Backward, Place.Home).Id, "what was offered instead is not asked for again");
    }

    [Fact]
    public void WhereNoForwardWalkIsInThePlan_AHeldBackwardSessionBecomesNone()
    {
        Plan only = Backward with { Slots = [.. Backward.Slots.Where(s => s.Task == TrainingTask.Backward)] };
        TodayAnswer answer = TodayRules.Of(On(only, 14) with { History = new() { Plans = [only] } });
        answer.Offer.ShouldBeNull();
        answer.Reasons.ShouldBe(["gate.sign-off"]);
        answer.NextDay.ShouldBe(Trainee.Monday.AddDays(15));
    }

    [Fact]
    public void TwoBackwardSessions_OnOneDay_AreNotOffered_NotEvenBesideThePlan()
    {
        Session clinic = Walked(Backward, 14, TrainingTask.Backward, Place.Clinic);
        TodayRules.Of(On(Backward, 14, clinic)).Offer.ShouldBeNull();
        TodayRules.Of(On(Backward, 14, clinic with { SlotId = null, PlanId = null })).Reasons.ShouldBe(["today.done"]);
        TodayRules.Of(On(Backward, 15, clinic with { SlotId = null, PlanId = null })).Offer.ShouldNotBeNull();
    }

    // A visit begins with its test; the practice that the plan has for the clinic follows it.
    [Fact]
    public void ABackwardTimedTest_IsNotThatDaysBackwardWalk_ButAFallInItHoldsTheDay()
    {
        Session test = Walked(Backward, 0, TrainingTask.Backward, Place.Clinic, share: 0) with { SlotId = null, PlanId = null, Trials = [Verdicts.Some.Trial("3mbw@1", 1, 5)] };
        TodayRules.Of(On(Backward, 0, test) with { Place = Place.Clinic }).Offer!.Task.ShouldBe(TrainingTask.Backward);
        TodayRules.Of(On(Backward, 0, test with { Status = SessionStatus.EndedEarly, StopReason = StopReason.Fall }) with { Place = Place.Clinic }).Offer.ShouldBeNull();
    }

    [Fact]
    public void ADayFurtherEast_DoesNotMakeASecondSession()
    {
        // Walked on Tuesday morning in Auckland; then it is still Monday in Berlin.
        Session far = Walked(Comfortable, 0) with { Start = new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.FromHours(13)), Zone = "Pacific/Auckland" };
        TodayRules.Of(On(Comfortable, 0, far)).Offer.ShouldBeNull();
    }

    [Fact]
    public void AWarmDay_HalvesMinutesAndLengths()
    {
        GateAnswer[] warm = [.. AllWell.Where(a => a.Question is not "warm"), new("warm", Answer.Yes)];
        TodayAnswer answer = TodayRules.Of(On(Comfortable, 0) with { Answers = warm });
        answer.Offer!.ShouldSatisfyAllConditions(o => o.Minutes.ShouldBe(5), o => o.MinutesBetweenRests.ShouldBe(2), o => o.RestMinutes.ShouldBe(2));
        answer.Reasons.ShouldBe(["gate.warm"]);
        TodayRules.Of(On(Backward, 14) with { Answers = warm }).Offer!.Lengths.ShouldBe(3);
    }

    [Fact]
    public void AStopForPain_HoldsThePlansOwnStepsUp_UntilSomebodyLooks()
    {
        Session pain = Walked(Backward, 23, TrainingTask.Backward, stop: StopReason.Pain);
        TodayAnswer fifth = TodayRules.Of(On(Backward, 29, pain));
        fifth.Offer!.ShouldSatisfyAllConditions(o => o.Lengths.ShouldBe(6), o => o.StopAndGo.ShouldBeFalse());
        fifth.Reasons.ShouldBe(["today.after-pain"]);
        TodayRules.Of(On(Backward, 29)).Offer!.ShouldSatisfyAllConditions(o => o.Lengths.ShouldBe(8), o => o.StopAndGo.ShouldBeTrue());
        Plan looked = Backward with { Id = Trainee.Id(50), Version = 2, MadeAt = Trainee.At(Trainee.Monday.AddDays(25), 12) };
        TodayRequest after = On(Backward, 29, pain) with { History = On(Backward, 29, pain).History with { Plans = [Backward, looked] } };
        TodayRules.Of(after).Offer!.Lengths.ShouldBe(8);
    }

    [Fact]
    public void ASession_ThatSomethingCutShort_GoesOnWithItsRestOnTheSameDay()
    {
        TodayAnswer rest = TodayRules.Of(On(Comfortable, 0, Walked(Comfortable, 0, stop: StopReason.Interrupted, share: 0.4)));
        rest.Offer!.Minutes!.Value.ShouldBe(6, 1e-9);
        rest.Reasons.ShouldBe(["today.rest-of-it"]);
        TodayRules.Of(On(Comfortable, 1, Walked(Comfortable, 0, stop: StopReason.Interrupted, share: 0.4))).Offer!.Minutes.ShouldBe(10);
        TodayRules.Of(On(Comfortable, 0, Walked(Comfortable, 0, stop: StopReason.Interrupted, share: 0.95))).Reasons.ShouldBe(["today.done"]);
        TodayRules.Of(On(Comfortable, 0, Walked(Comfortable, 0, stop: StopReason.Enough, share: 0.4))).Reasons.ShouldBe(["today.done"]);
        Session unknown = Walked(Comfortable, 0, status: SessionStatus.CutOff) with { Measures = [] };
        TodayRules.Of(On(Comfortable, 0, unknown)).Reasons.ShouldBe(["today.done"], "nobody knows how much it was");
    }

    // Six lengths in the third week: a length that was begun counts as walked.
    [Theory]
    [InlineData(2, 4)]
    [InlineData(4, 2)]
    [InlineData(4.5, 1)]
    [InlineData(5, 1)]
    [InlineData(5.2, null)]
    [InlineData(6, null)]
    public void LengthsBackward_ThatSomethingCutShort_GoOnWithThoseThatAreLeft(double walked, int? left)
    {
        TodayAnswer rest = TodayRules.Of(On(Backward, 14, Walked(Backward, 14, TrainingTask.Backward, stop: StopReason.Interrupted, share: walked / 6)));
        rest.Offer?.Lengths.ShouldBe(left);
        rest.Reasons.ShouldBe([left is null ? "today.done" : "today.rest-of-it"]);
    }

    [Theory, InlineData(0.9, true), InlineData(0.91, false)]
    public void ARest_OfUnderAMinute_IsNotWalkedAnyMore(double share, bool offered) =>
        (TodayRules.Of(On(Comfortable, 0, Walked(Comfortable, 0, stop: StopReason.Interrupted, share: share))).Offer is not null).ShouldBe(offered);

    [Fact]
    public void WhileASessionRuns_NoneIsOffered() => TodayRules.Of(On(Comfortable, 0, Walked(Comfortable, 0, status: SessionStatus.Running))).Reasons.ShouldBe(["today.running"]);

    [Fact]
    public void SimulatedSessions_AreNoPersons()
    {
        Session simulated = Walked(Comfortable, 0) with { Source = SessionSource.Simulation };
        TodayRules.Of(On(Comfortable, 0, simulated)).Offer.ShouldNotBeNull();
        TodayRequest of = On(Comfortable, 0, simulated);
        TodayRules.Of(of with { History = of.History with { IsSimulated = true } }).Offer.ShouldBeNull();
    }

    [Fact]
    public void ASecondTask_AtHomeWithoutSignOff_IsLeftOut()
    {
        Plan dual = Comfortable with { Slots = [Comfortable.Slots[0] with { Task = TrainingTask.DualTask, SecondTask = true }] };
        TodayAnswer answer = TodayRules.Of(On(dual, 0));
        answer.Offer!.ShouldSatisfyAllConditions(o => o.Task.ShouldBe(TrainingTask.ComfortableWalk), o => o.SecondTask.ShouldBeFalse(), o => o.Minutes.ShouldBe(10));
        answer.Reasons.ShouldBe(["gate.second-task", "today.forward"]);
        Plan walk = Comfortable with { Slots = [Comfortable.Slots[0] with { SecondTask = true }] };
        TodayRules.Of(On(walk, 0)).ShouldSatisfyAllConditions(a => a.Offer!.SecondTask.ShouldBeFalse(), a => a.Reasons.ShouldBe(["today.no-second-task"]));
    }

    [Fact]
    public void ANewVersion_InTheMiddleOfAWeek_DoesNotGiveTheWeekAgain()
    {
        Plan second = Comfortable with { Id = Trainee.Id(60), Version = 2, Slots = [.. Comfortable.Slots.Select((s, i) => s with { Id = Trainee.Id(100 + i), Minutes = 8 })] };
        TodayRequest request = On(Comfortable, 5, Walked(Comfortable, 0), Walked(Comfortable, 2));
        request = request with { History = request.History with { Plans = [Comfortable, second] } };
        TodayRules.Of(request).Offer!.Minutes.ShouldBe(8);
        Session third = Trainee.Done(second, second.Slots[0], Trainee.Monday.AddDays(5));
        TodayRules.Of(request with { Today = Trainee.Monday.AddDays(6), History = request.History with { Sessions = [.. request.History.Sessions, third] } }).Reasons.ShouldBe(["today.week-done"]);
    }

    [Fact]
    public void DuringAPause_NobodyKnowsTheNextDay()
    {
        TodayAnswer answer = TodayRules.Of(On(Comfortable, 0) with { Person = Trainee.Person with { Status = PersonStatus.Paused } });
        (answer.Offer, answer.NextDay).ShouldBe((null, null));
        answer.Reasons.ShouldBe(["gate.paused"]);
        TodayRules.Of(On(Comfortable, 20) with { Person = Trainee.Person with { RelapseOn = Trainee.Monday.AddDays(10) } }).NextDay.ShouldBeNull("a relapse pauses, whatever the status says");
    }

    [Fact]
    public void AHeldBackwardSession_BecomesTheWalkOfTheNearestWeekBeforeIt()
    {
        Plan growing = Backward with { Slots = [.. Backward.Slots.Select(s => s.Task == TrainingTask.ComfortableWalk ? s with { Minutes = 5 + s.Week } : s)] };
        TodayRules.Of(On(growing, 14) with { History = new() { Plans = [growing] } }).Offer!.Minutes.ShouldBe(7);
    }

    [Fact]
    public void WhatWasNotAskedYet_IsToBeAsked()
    {
        TodayRules.Of(On(Backward, 14) with { Answers = [new("news", Answer.No)] }).Questions.Select(q => q.Id).ShouldBe(["fall", "warm", "company", "path", "support", "shoes", "ear"]);
        TodayRules.Of(On(Backward, 14)).Questions.ShouldBeEmpty();
    }
}

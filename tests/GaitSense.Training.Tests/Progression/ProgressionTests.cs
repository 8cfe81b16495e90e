using GaitSense.Training.Days;
using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Progression;
using GaitSense.Training.Records;
using GaitSense.Training.Regimes;

namespace GaitSense.Training.Tests.Progression;

/// <summary>When a plan goes up or down, each case by hand.</summary>
public sealed class ProgressionTests
{
    private static readonly Plan Walks = Trainee.PlanOf("comfortable-walk", new() { LongestMinutes = 10 }); // 5 minutes, at most 10

    private static readonly Statement Study = new() { Regime = Regime.ApprovedStudy, Reference = "EK 2026-113", By = "admin-1", At = Trainee.At(Trainee.Monday, 7) };

    private static ProgressionRequest On(int day, IEnumerable<Session> sessions, Plan? plan = null) => new() { Person = Trainee.Person, Today = Trainee.Monday.AddDays(day), History = new() { Plans = [plan ?? Walks], Sessions = [.. sessions] }, Statement = Study };

    private static Session Walk(int day, StopReason stop = StopReason.None, int? before = 2, int? after = 2) => Trainee.Done(Walks, Walks.Slots.Single(s => s.Week == (day / 7) + 1), Trainee.Monday.AddDays(day), stop, before, after);

    private static readonly Session[] TwoGoodWeeks = [Walk(0), Walk(2), Walk(4), Walk(7), Walk(9), Walk(11)];

    private static Plan Confirmed(ProgressionRequest request) =>
        PlanChange.Confirm(request.History.Plans, ProgressionRules.Of(request).Proposal!, Study, "pt-1", Trainee.At(request.Today, 12), Trainee.Id(70));

    private static IEnumerable<double?> Minutes(Plan plan) => plan.Slots.Select(s => s.Minutes);

    [Fact]
    public void WithoutAStatement_ProgressionIsOff() => ProgressionRules.Of(On(14, TwoGoodWeeks) with { Statement = null }).Reasons.ShouldBe(["progression.off"]);

    [Fact]
    public void TwoGoodWeeks_ProposeATenthMoreMinutes_AndNothingElse()
    {
        Proposal proposal = ProgressionRules.Of(On(14, TwoGoodWeeks)).Proposal!;
        proposal.Kind.ShouldBe(ProposalKind.Up);
        proposal.Steps.ShouldBe([new PlanStep(TrainingTask.ComfortableWalk, PlanVariable.Minutes, 5, 5.5)]);
        proposal.From.ShouldBe(Trainee.Monday.AddDays(14));
        proposal.Reason.ShouldBe("reason.up.minutes 5 5.5; reason.up.done 6 6");
        Plan next = Confirmed(On(14, TwoGoodWeeks));
        Minutes(next).ShouldBe([5, 5, 5.5, 5.5, 5.5, 5.5, 5.5, 5.5], "two weeks are over");
        (next.Version, next.FirstWeek, next.By).ShouldBe((2, 3, "pt-1"));
        PlanVersions.Add([Walks], next).Count.ShouldBe(2);
    }

    [Fact]
    public void AWeek_ThatHasBegun_StaysAsItIs() => ProgressionRules.Of(On(15, [.. TwoGoodWeeks, Walk(14)])).Proposal!.From.ShouldBe(Trainee.Monday.AddDays(21));

    [Theory]
    [InlineData(5, true)]
    [InlineData(4, false)]
    public void EightyPercent_OfTwoWeeks_AreEnough(int done, bool up) => (ProgressionRules.Of(On(14, TwoGoodWeeks.Take(done))).Proposal is not null).ShouldBe(up);

    [Fact]
    public void BeforeTwoFullWeeks_NothingIsProposed() => ProgressionRules.Of(On(13, TwoGoodWeeks)).Reasons.ShouldBe(["progression.too-soon"]);

    [Fact]
    public void ARiseOfTwoFaces_HoldsUp_AndTwiceGoesDown()
    {
        ProgressionRules.Of(On(14, [.. TwoGoodWeeks.Take(5), Walk(11, after: 4)])).Reasons.ShouldBe(["progression.fatigue"]);
        Proposal down = ProgressionRules.Of(On(14, [.. TwoGoodWeeks.Take(4), Walk(9, after: 4), Walk(11, after: 4)])).Proposal!;
        (down.Kind, down.Reason).ShouldBe((ProposalKind.Down, "reason.down.fatigue 2"));
        ProgressionRules.Of(On(14, [.. TwoGoodWeeks.Take(5), Walk(11, after: 3)])).Proposal!.Kind.ShouldBe(ProposalKind.Up);
    }

    [Fact]
    public void Fatigue_ThatWasSeldomSaid_IsNoEvidence() =>
        ProgressionRules.Of(On(14, [.. TwoGoodWeeks.Take(2), .. TwoGoodWeeks.Skip(2).Select(s => s with { SelfReports = [] })])).Reasons.ShouldBe(["progression.not-told"]);

    [Fact]
    public void Fatigue_ThatWasSaidOfHalfTheSessions_IsEnough() =>
        ProgressionRules.Of(On(14, [.. TwoGoodWeeks.Take(3), .. TwoGoodWeeks.Skip(3).Select(s => s with { SelfReports = [] })])).Proposal.ShouldNotBeNull();

    [Fact]
    public void AFall_HoldsUp()
    {
        ProgressionRequest request = On(14, TwoGoodWeeks);
        ProgressionRules.Of(request with { History = request.History with { Falls = [Trainee.FallOn(Trainee.Monday.AddDays(3))] } }).Reasons.ShouldBe(["progression.fall"]);
        ProgressionRules.Of(request with { History = request.History with { Falls = [Trainee.FallOn(Trainee.Monday.AddDays(-1))] } }).Proposal.ShouldNotBeNull();
    }

    [Fact]
    public void AStopForPain_GoesDownByAFifth_AndNoLaterWeekIsMore()
    {
        Plan backward = Trainee.PlanOf("backward-8-weeks");
        Slot slot = backward.SlotIn(4, TrainingTask.Backward, Place.Home);
        ProgressionRequest request = On(23, [Trainee.Done(backward, slot, Trainee.Monday.AddDays(22), StopReason.Pain)], backward);
        Proposal proposal = ProgressionRules.Of(request).Proposal!;
        proposal.Steps.ShouldBe([new PlanStep(TrainingTask.Backward, PlanVariable.Lengths, 6, 4)]);
        proposal.Reason.ShouldBe("reason.down.pain 2026-03-24");
        Plan next = Confirmed(request);
        next.Slots.Where(s => s.Task == TrainingTask.Backward).ShouldAllBe(s => s.Lengths == 4 && !s.StopAndGo && !s.SecondTask);
        next.FirstWeek.ShouldBe(4);
        next.Slots.Where(s => s.Task == TrainingTask.ComfortableWalk).ShouldAllBe(s => s.Minutes == 10);
    }

    [Fact]
    public void AHeldSession_AfterAStepDown_IsStillAWalkForward()
    {
        Plan backward = Trainee.PlanOf("backward-8-weeks");
        Plan next = Confirmed(On(40, [], backward)); // away since the first day: all of it goes down
        next.Reason.ShouldBe("reason.down.away 40");
        TodayAnswer today = TodayRules.Of(new() { Person = Trainee.Person, Today = Trainee.Monday.AddDays(41), History = new() { Plans = [backward, next] }, Answers = [new("news", Answer.No)] });
        today.Offer!.ShouldSatisfyAllConditions(o => o.Task.ShouldBe(TrainingTask.ComfortableWalk), o => o.Minutes.ShouldBe(8), o => o.Place.ShouldBe(Place.Home));
    }

    [Fact]
    public void TwoEarlyStops_GoDown_AndWhatSomethingElseCutShort_DoesNot()
    {
        ProgressionRules.Of(On(9, [Walk(0), Walk(2, StopReason.Enough), Walk(7, StopReason.Fatigue)])).Proposal!.Steps.ShouldBe([new PlanStep(TrainingTask.ComfortableWalk, PlanVariable.Minutes, 5, 4)]);
        ProgressionRules.Of(On(9, [Walk(0), Walk(2, StopReason.Technical), Walk(7, StopReason.Interrupted)])).Proposal.ShouldBeNull();
        ProgressionRules.Of(On(9, [Walk(0), Walk(2, StopReason.Enough)])).Proposal.ShouldBeNull();
    }

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    public void MoreThanFourteenDaysAway_GoDown(int days, bool down) => (ProgressionRules.Of(On(4 + days, [Walk(0), Walk(2), Walk(4)])).Proposal?.Kind == ProposalKind.Down).ShouldBe(down);

    [Fact]
    public void AfterAStepDown_TheDaysAreCountedAnew()
    {
        ProgressionRequest away = On(20, [Walk(0), Walk(2), Walk(4)]);
        Plan next = Confirmed(away);
        ProgressionRules.Of(away with { Today = Trainee.Monday.AddDays(22), History = away.History with { Plans = [Walks, next] } }).Proposal.ShouldBeNull();
    }

    [Fact]
    public void WhereNothingLess_IsLeft_APauseIsProposed()
    {
        Plan least = Walks with { Slots = [.. Walks.Slots.Select(s => s with { Minutes = 0.5 })] };
        Proposal pause = ProgressionRules.Of(On(9, [Walk(2, StopReason.Pain)], least)).Proposal!;
        (pause.Kind, pause.Reason).ShouldBe((ProposalKind.Pause, "reason.down.pain 2026-03-04; reason.down.least"));
        Should.Throw<ArgumentException>(() => PlanChange.Confirm([least], pause, Study, "pt-1", Trainee.At(Trainee.Monday, 12), Trainee.Id(70)));
    }

    [Fact]
    public void ARelapse_Pauses_NothingIsProposed()
    {
        ProgressionRequest request = On(14, TwoGoodWeeks);
        ProgressionRules.Of(request with { Person = Trainee.Person with { RelapseOn = Trainee.Monday.AddDays(10) } }).Reasons.ShouldBe(["progression.paused"]);
        ProgressionRules.Of(request with { Person = Trainee.Person with { RelapseOn = Trainee.Monday.AddDays(10), ClearedOn = Trainee.Monday.AddDays(12) } }).Reasons.ShouldBe(["progression.paused"]);
        ProgressionRules.Of(request with { Person = Trainee.Person with { Status = PersonStatus.Paused } }).Reasons.ShouldBe(["progression.paused"]);
    }

    [Fact]
    public void ADose_AtTheMostThatTheProgrammeAllows_Stays()
    {
        Plan most = Walks with { Slots = [.. Walks.Slots.Select(s => s with { Minutes = 10 })] };
        ProgressionRules.Of(On(14, TwoGoodWeeks, most)).Reasons.ShouldBe(["progression.at-most"]);
        Plan near = Walks with { Slots = [.. Walks.Slots.Select(s => s with { Minutes = 9.8 })] };
        ProgressionRules.Of(On(14, TwoGoodWeeks, near)).Proposal!.Steps[0].After.ShouldBe(10);
        Plan tempo = Walks with { Slots = [.. Walks.Slots.Select(s => s with { Minutes = 10, MaxTempoPercent = 3 })] };
        ProgressionRules.Of(On(14, TwoGoodWeeks, tempo)).Proposal!.Steps.ShouldBe([new PlanStep(TrainingTask.ComfortableWalk, PlanVariable.Tempo, 0, 2)]);
        Minutes(Confirmed(On(14, TwoGoodWeeks, tempo))).ShouldAllBe(m => m == 10);
        Confirmed(On(14, TwoGoodWeeks, tempo)).Slots.Select(s => s.TempoPercent).ShouldBe([0, 0, 2, 2, 2, 2, 2, 2]);
    }

    [Fact]
    public void WhereThePlanGoesUpByItself_NoStepComesOnTop()
    {
        Plan backward = Trainee.PlanOf("backward-8-weeks");
        Session Of(int day, Place place) => Trainee.Done(backward, backward.SlotIn((day / 7) + 1, TrainingTask.Backward, place), Trainee.Monday.AddDays(day));
        Session[] done = [Of(14, Place.Home), Of(16, Place.Clinic), Of(18, Place.Home), Of(21, Place.Home), Of(23, Place.Clinic), Of(25, Place.Home)];
        ProgressionRules.Of(On(28, done, backward)).Reasons.ShouldBe(["progression.steps-itself"]);
        Plan flat = backward with { Slots = [.. backward.Slots.Select(s => s.Lengths is null ? s : s with { Lengths = 6, StopAndGo = false, SecondTask = false })] };
        ProgressionRules.Of(On(28, done, flat)).Proposal!.Steps.ShouldBe([new PlanStep(TrainingTask.Backward, PlanVariable.Lengths, 6, 7)]);
    }

    [Fact]
    public void AProposal_OfAPlanThatHasChanged_IsNotConfirmed()
    {
        Proposal proposal = ProgressionRules.Of(On(14, TwoGoodWeeks)).Proposal!;
        Plan other = Walks with { Id = Trainee.Id(80), Version = 2 };
        Should.Throw<ArgumentException>(() => PlanChange.Confirm([Walks, other], proposal, Study, "pt-1", Trainee.At(Trainee.Monday, 12), Trainee.Id(70)));
        ProgressionRules.Of(On(14, TwoGoodWeeks) with { History = On(14, TwoGoodWeeks).History with { Plans = [Walks, other with { From = Trainee.Monday.AddDays(21), FirstWeek = 4 }] } }).Reasons.ShouldBe(["progression.waiting"]);
    }
}

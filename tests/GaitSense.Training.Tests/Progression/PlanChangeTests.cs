using GaitSense.Training.Plans;
using GaitSense.Training.Progression;
using GaitSense.Training.Records;
using GaitSense.Training.Regimes;

namespace GaitSense.Training.Tests.Progression;

/// <summary>What goes up, where several things could, and what a confirmed step does to the plan.</summary>
public sealed class PlanChangeTests
{
    private static readonly Statement Study = new() { Regime = Regime.ApprovedStudy, Reference = "EK 2026-113", By = "admin-1", At = Trainee.At(Trainee.Monday, 7) };

    // Six lengths in every week, nothing that comes by itself.
    private static readonly Plan Flat = Flattened(Trainee.PlanOf("backward-8-weeks"));

    // Five minutes in all eight weeks, at most ten.
    private static readonly Plan Walks = Trainee.PlanOf("comfortable-walk", new() { LongestMinutes = 10 });

    private static readonly int[] TwoWeeks = [0, 2, 4, 7, 9, 11];

    private static Plan Flattened(Plan plan) => plan with { Slots = [.. plan.Slots.Select(s => s.Lengths is null ? s : s with { Lengths = 6, StopAndGo = false, SecondTask = false })] };

    private static ProgressionRequest On(int day, Plan plan, IEnumerable<Session> sessions) => new() { Person = Trainee.Person, Today = Trainee.Monday.AddDays(day), History = new() { Plans = [plan], Sessions = [.. sessions] }, Statement = Study };

    private static IEnumerable<Session> WeeksThreeAndFour(Plan plan) => new[] { (14, Place.Home), (16, Place.Clinic), (18, Place.Home), (21, Place.Home), (23, Place.Clinic), (25, Place.Home) }
        .Select(d => Trainee.Done(plan, plan.SlotIn((d.Item1 / 7) + 1, TrainingTask.Backward, d.Item2), Trainee.Monday.AddDays(d.Item1)));

    private static IEnumerable<Session> TwoWeeksOf(Plan plan, Func<int, Slot> slot) => TwoWeeks.Select(d => Trainee.Done(plan, slot((d / 7) + 1), Trainee.Monday.AddDays(d)));

    private static Plan Confirmed(ProgressionRequest request) => PlanChange.Confirm(request.History.Plans, ProgressionRules.Of(request).Proposal!, Study, "pt-1", Trainee.At(request.Today, 12), Trainee.Id(70));

    [Fact]
    public void ALengthMore_IsWalkedFromItsWeekOn_AndNoWeekIsOverWhatTheProgrammeAllows()
    {
        Plan next = Confirmed(On(28, Flat, WeeksThreeAndFour(Flat)));
        next.Slots.Where(s => s is { Task: TrainingTask.Backward, Week: < 5 }).ShouldAllBe(s => s.Lengths == 6);
        next.Slots.Where(s => s is { Task: TrainingTask.Backward, Week: >= 5 }).ShouldAllBe(s => s.Lengths == 7);
        Plan full = Flat with { Slots = [.. Flat.Slots.Select(s => s.Week == 7 && s.Lengths is not null ? s with { MaxLengths = 6 } : s)] };
        Confirmed(On(28, full, WeeksThreeAndFour(full))).Slots.Where(s => s is { Task: TrainingTask.Backward, Week: 7 }).ShouldAllBe(s => s.Lengths == 6);
    }

    [Fact]
    public void WhoWalksAllLengthsThatTheProgrammeAllows_GetsNoneMore()
    {
        Plan full = Flat with { Slots = [.. Flat.Slots.Select(s => s.Lengths is null ? s : s with { MaxLengths = 6 })] };
        ProgressionRules.Of(On(28, full, WeeksThreeAndFour(full))).Reasons.ShouldBe(["progression.at-most"]);
    }

    [Theory]
    [InlineData("lengths")]
    [InlineData("stop and go")]
    [InlineData("a second task")]
    [InlineData("tempo")]
    [InlineData("one session more")]
    public void AFifthWeek_ThatHasMoreByItself_GetsNoStepOnTop(string more)
    {
        Plan plan = Flat with
        {
            Slots = [.. Flat.Slots.Select(s => s is not { Task: TrainingTask.Backward, Place: Place.Clinic, Week: >= 5 } ? s : more switch
            {
                "lengths" => s with { Lengths = 7 },
                "stop and go" => s with { StopAndGo = true },
                "a second task" => s with { SecondTask = true },
                "tempo" => s with { TempoPercent = 1, MaxTempoPercent = 2 },
                _ => s with { PerWeek = s.PerWeek + 2 },
            })],
        };
        ProgressionRules.Of(On(28, plan, WeeksThreeAndFour(plan))).Reasons.ShouldBe(["progression.steps-itself"]);
        ProgressionRules.Of(On(28, Flat, WeeksThreeAndFour(Flat))).Proposal.ShouldNotBeNull();
    }

    [Fact]
    public void WhoDoesOneKindOfSessionOfTwo_GetsNoMoreOfEither()
    {
        Plan both = Walks with { Slots = [.. Walks.Slots, .. Walks.Slots.Select((s, i) => s with { Id = Trainee.Id(200 + i), Task = TrainingTask.DualTask })] };
        Slot Walk(int week) => both.Slots.Single(s => s.Week == week && s.Task == TrainingTask.ComfortableWalk);
        ProgressionRules.Of(On(14, both, TwoWeeksOf(both, Walk))).Reasons.ShouldBe(["progression.not-done"]);
    }

    [Theory, InlineData(8, true), InlineData(7, false)]
    public void EightOfTenSessions_AreEightyPercent(int done, bool up)
    {
        Plan five = Walks with { Slots = [.. Walks.Slots.Select(s => s with { PerWeek = 5 })] };
        IEnumerable<Session> sessions = new[] { 0, 1, 2, 3, 4, 7, 8, 9 }.Take(done).Select(d => Trainee.Done(five, five.Slots.Single(s => s.Week == (d / 7) + 1), Trainee.Monday.AddDays(d)));
        (ProgressionRules.Of(On(14, five, sessions)).Proposal is not null).ShouldBe(up);
    }

    [Theory, InlineData(10, false), InlineData(15, true)]
    public void APlan_MadeWeeksBeforeItBegins_IsNotStayedAwayFromBefore(int day, bool down)
    {
        Plan early = Walks with { MadeAt = Trainee.At(Trainee.Monday.AddDays(-20), 8) };
        (ProgressionRules.Of(On(day, early, [])).Proposal?.Kind == ProposalKind.Down).ShouldBe(down);
        if (!down) ProgressionRules.Of(On(day, early, TwoWeeksOf(early, w => early.Slots.Single(s => s.Week == w)).Take(4))).Reasons.ShouldBe(["progression.too-soon"]);
    }

    // A clinician has looked, and made the version that is followed now: it does not go down again for that pain, and not up either.
    [Fact]
    public void Pain_BeforeTheVersionOfToday_HoldsUp()
    {
        Plan looked = Walks with { MadeAt = Trainee.At(Trainee.Monday, 12) };
        Session[] done = [.. TwoWeeksOf(looked, w => looked.Slots.Single(s => s.Week == w))];
        ProgressionRules.Of(On(14, looked, [done[0] with { StopReason = StopReason.Pain, Status = SessionStatus.EndedEarly }, .. done[1..]])).Reasons.ShouldBe(["progression.pain"]);
        ProgressionRules.Of(On(14, looked, done)).Proposal!.Kind.ShouldBe(ProposalKind.Up);
    }

    [Fact]
    public void AfterPain_TheLongestWalkOfTheWeekComesDown_AndShorterOnesStay()
    {
        Plan two = Walks with { Slots = [.. Walks.Slots, .. Walks.Slots.Select((s, i) => s with { Id = Trainee.Id(200 + i), Place = Place.Clinic, Minutes = 8, PerWeek = 1 })] };
        ProgressionRequest request = On(9, two, [Trainee.Done(two, two.SlotIn(2, TrainingTask.ComfortableWalk, Place.Home), Trainee.Monday.AddDays(8), StopReason.Pain)]);
        ProgressionRules.Of(request).Proposal!.Steps.ShouldBe([new PlanStep(TrainingTask.ComfortableWalk, PlanVariable.Minutes, 8, 6.4)]);
        Plan next = Confirmed(request);
        next.Slots.Where(s => s.Place == Place.Home).ShouldAllBe(s => s.Minutes == 5);
        next.Slots.Where(s => s.Place == Place.Clinic).ShouldAllBe(s => s.Minutes == 6.4);
    }

    [Fact]
    public void TheWeekThatBegins_IsWhatIsRaised_NotALighterOneLater()
    {
        Plan lighter = Walks with { Slots = [.. Walks.Slots.Select(s => s.Week > 4 ? s with { Minutes = 4 } : s)] };
        ProgressionRules.Of(On(14, lighter, TwoWeeksOf(lighter, w => lighter.Slots.Single(s => s.Week == w)))).Proposal!.Steps.ShouldBe([new PlanStep(TrainingTask.ComfortableWalk, PlanVariable.Minutes, 5, 5.5)]);
    }

    [Fact]
    public void OfTwoWalksOfAWeek_TheShorterOneIsRaised_AndTheLongerOneStays()
    {
        Plan two = Walks with { Slots = [.. Walks.Slots, .. Walks.Slots.Select((s, i) => s with { Id = Trainee.Id(200 + i), Place = Place.Clinic, Minutes = 8, PerWeek = 1 })] };
        Session[] done = [.. TwoWeeksOf(two, w => two.SlotIn(w, TrainingTask.ComfortableWalk, Place.Home)), .. new[] { 5, 12 }.Select(d => Trainee.Done(two, two.SlotIn((d / 7) + 1, TrainingTask.ComfortableWalk, Place.Clinic), Trainee.Monday.AddDays(d)))];
        ProgressionRequest request = On(14, two, done);
        ProgressionRules.Of(request).Proposal!.Steps.ShouldBe([new PlanStep(TrainingTask.ComfortableWalk, PlanVariable.Minutes, 5, 5.5)]);
        Plan next = Confirmed(request);
        next.SlotIn(3, TrainingTask.ComfortableWalk, Place.Home).Minutes.ShouldBe(5.5);
        next.SlotIn(3, TrainingTask.ComfortableWalk, Place.Clinic).Minutes.ShouldBe(8);
    }
}

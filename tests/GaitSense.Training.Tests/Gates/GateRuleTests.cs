using FsCheck;
using FsCheck.Fluent;
using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;

namespace GaitSense.Training.Tests.Gates;

/// <summary>Gates, each said as a sentence by hand; and for any history that none opens which should hold.</summary>
public sealed class GateRuleTests
{
    private static readonly DateOnly Today = Trainee.Monday.AddDays(20);

    private static readonly string[] ChecklistQuestions = ["path", "support", "shoes", "ear"];

    private static readonly GateFacts AsUsual = new()
    {
        Person = Trainee.Person,
        Today = Today,
        Place = Place.Home,
        SignOffs = [Trainee.SignedOff(Today)],
        Answers = [Said("news", Answer.No), Said("warm", Answer.No), Said("company", Answer.Yes), .. ChecklistQuestions.Select(q => Said(q, Answer.Yes))],
    };

    private static GateAnswer Said(string question, Answer answer) => new(question, answer);

    private static GateFacts With(params GateAnswer[] answers) => AsUsual with { Answers = [.. AsUsual.Answers.Where(a => !answers.Any(n => Same(n.Question, a.Question))), .. answers] };

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    private static GateDecision Decide(GateFacts facts) => GateRules.Decide(facts);

    private static bool MayForward(GateFacts facts) => Decide(facts).May(TrainingTask.ComfortableWalk, facts.Place);

    private static bool MayBackward(GateFacts facts) => Decide(facts).May(TrainingTask.Backward, facts.Place);

    [Fact]
    public void AsUsual_WithSignOffChecklistAndCompany_BackwardAtHomeIsOpen()
    {
        MayBackward(AsUsual).ShouldBeTrue();
        Decide(AsUsual).DoseShare.ShouldBe(1);
        Decide(AsUsual).Advice.ShouldBe(["advice.no-call"]);
    }

    [Fact]
    public void AnEmergency_HoldsAll_SaysSo_AndPauses()
    {
        GateDecision decision = Decide(With(Said("news", Answer.Yes), Said("emergency", Answer.Yes)));
        decision.IsEmergency.ShouldBeTrue();
        decision.MayWalk.ShouldBeFalse();
        decision.Reasons[0].Key.ShouldBe("gate.emergency");
        decision.Apply(Trainee.Person, Today).Status.ShouldBe(PersonStatus.Paused);
    }

    [Fact]
    public void AnEmergency_IsNotTakenBackByAskingAgain()
    {
        DayCheck earlier = new() { Id = Trainee.Id(30), PersonId = Trainee.Person.Id, LocalDate = Today, At = Trainee.At(Today, 8), Place = Place.Home, QuestionsVersion = 1, Answers = [Said("emergency", Answer.Yes)] };
        MayForward(AsUsual with { Checks = [earlier] }).ShouldBeFalse();
        MayForward(AsUsual with { Checks = [earlier with { LocalDate = Today.AddDays(-1) }] }).ShouldBeTrue("the pause is the person's, and here somebody has ended it");
    }

    [Theory]
    [InlineData("ill", "gate.ill")]
    [InlineData("relapse", "gate.relapse")]
    public void FeverInjuryNewSymptomsOrARelapse_HoldAll(string question, string key)
    {
        GateDecision decision = Decide(With(Said("news", Answer.Yes), Said("emergency", Answer.No), Said("ill", Answer.No), Said("relapse", Answer.No), Said("eyes", Answer.No), Said(question, Answer.Yes)));
        decision.MayWalk.ShouldBeFalse();
        decision.Has(key).ShouldBeTrue();
    }

    [Fact]
    public void SomethingNew_ThatIsNotSaid_HoldsAll()
    {
        GateFacts said = With(Said("news", Answer.Yes), Said("emergency", Answer.No), Said("ill", Answer.No), Said("relapse", Answer.No), Said("eyes", Answer.No));
        MayForward(said).ShouldBeTrue();
        foreach (string question in new[] { "emergency", "ill", "relapse" })
            Decide(said with { Answers = [.. said.Answers.Where(a => !Same(a.Question, question))] }).Has("gate.not-said").ShouldBeTrue(question);
    }

    [Fact]
    public void Silence_AboutNews_LetsForwardThrough_AndHoldsBackward()
    {
        MayForward(With(Said("news", Answer.NotSaid))).ShouldBeTrue();
        MayBackward(With(Said("news", Answer.NotSaid))).ShouldBeFalse();
        MayBackward(With(Said("news", Answer.NotSaid)) with { Place = Place.Clinic }).ShouldBeFalse();
    }

    [Fact]
    public void DoubleVisionOrDizziness_HoldsBackward_AndNotForward()
    {
        GateFacts dizzy = With(Said("news", Answer.Yes), Said("emergency", Answer.No), Said("ill", Answer.No), Said("relapse", Answer.No), Said("eyes", Answer.Yes));
        (MayForward(dizzy), MayBackward(dizzy), MayBackward(dizzy with { Place = Place.Clinic })).ShouldBe((true, false, false));
    }

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(30, false, false)]
    [InlineData(31, true, true)]
    public void ARelapse_WithinThirtyDays_IsAPause(int daysAgo, bool forward, bool backward)
    {
        GateFacts facts = AsUsual with { Person = Trainee.Person with { RelapseOn = Today.AddDays(-daysAgo) } };
        (MayForward(facts), MayBackward(facts)).ShouldBe((forward, backward));
    }

    [Fact]
    public void ARelapse_AfterWhichTheClinicStartedAgain_LetsForwardThrough_AndBackwardAfterThirtyDays()
    {
        GateFacts facts = AsUsual with { Person = Trainee.Person with { RelapseOn = Today.AddDays(-20), ClearedOn = Today.AddDays(-2) } };
        (MayForward(facts), MayBackward(facts)).ShouldBe((true, false));
        MayForward(facts with { Person = facts.Person with { ClearedOn = Today.AddDays(-21) } }).ShouldBeFalse("that was an earlier relapse's");
        MayForward(facts with { Person = facts.Person with { ClearedOn = facts.Person.RelapseOn } }).ShouldBeTrue("seen on the day of the relapse");
    }

    [Fact]
    public void ARelapse_ReportedToday_IsKeptWithItsDay_AndTakesAnEarlierClearanceBack()
    {
        Person cleared = Trainee.Person with { RelapseOn = Today.AddDays(-90), ClearedOn = Today.AddDays(-60) };
        GateDecision decision = Decide(With(Said("news", Answer.Yes), Said("emergency", Answer.No), Said("ill", Answer.No), Said("relapse", Answer.Yes), Said("eyes", Answer.No)) with { Person = cleared });
        Person after = decision.Apply(cleared, Today);
        after.ShouldBe(cleared with { Status = PersonStatus.Paused, RelapseOn = Today, ClearedOn = null });
        MayForward(AsUsual with { Person = after with { Status = PersonStatus.Active }, Today = Today.AddDays(1), SignOffs = [Trainee.SignedOff(Today)] }).ShouldBeFalse("nobody has ended the pause");
    }

    [Fact]
    public void APause_EndsByThePersonsWord_WithoutAClinicOnly()
    {
        GateFacts paused = With(Said("seen", Answer.Yes)) with { Person = Trainee.Person with { Status = PersonStatus.Paused } };
        MayForward(paused).ShouldBeFalse();
        MayForward(paused with { HasClinic = false }).ShouldBeTrue();
        Decide(paused with { HasClinic = false }).Apply(paused.Person, Today).ShouldBe(paused.Person with { Status = PersonStatus.Active, ClearedOn = Today });
        MayForward(With(Said("seen", Answer.NotSaid)) with { Person = paused.Person, HasClinic = false }).ShouldBeFalse();
    }

    [Fact]
    public void TwoFalls_InSixMonths_LeaveBackwardToTheClinic()
    {
        GateFacts two = AsUsual with { Falls = [Trainee.FallOn(Today.AddMonths(-6)), Trainee.FallOn(Today.AddDays(-3))] };
        (MayForward(two), MayBackward(two), MayBackward(two with { Place = Place.Clinic })).ShouldBe((true, false, true));
        MayBackward(AsUsual with { Falls = [Trainee.FallOn(Today.AddMonths(-6).AddDays(-1)), Trainee.FallOn(Today.AddDays(-3))] }).ShouldBeTrue();
        MayBackward(With(Said("fall", Answer.Yes)) with { Falls = [Trainee.FallOn(Today.AddDays(-3))] }).ShouldBeFalse("the second was reported just now");
        MayBackward(With(Said("fall", Answer.Yes))).ShouldBeTrue("one fall is one fall");
        MayBackward(AsUsual with { Falls = [Trainee.FallOn(Today), Trainee.FallOn(Today.AddDays(-3))] }).ShouldBeFalse("the second is in the diary since this morning");
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void DiseaseSteps_OfSixOrMore_LeaveBackwardToTheClinic(int steps, bool open)
    {
        GateFacts facts = AsUsual with { Person = Trainee.Person with { DiseaseSteps = steps } };
        (MayBackward(facts), MayBackward(facts with { Place = Place.Clinic })).ShouldBe((open, true));
    }

    [Theory]
    [InlineData(13, 13, true)]
    [InlineData(13, 12, false)]
    [InlineData(14, 14, false)]
    [InlineData(14, 60, false)]
    [InlineData(3, 2, false)]
    [InlineData(-1, 14, false)]
    public void ASignOff_CountsFourteenDaysWithItsFirst_WhateverItSays(int daysAgo, int valid, bool open) => MayBackward(AsUsual with { SignOffs = [Trainee.SignedOff(Today.AddDays(-daysAgo), valid)] }).ShouldBe(open);

    [Fact]
    public void ASignOff_OfAnotherPersonOrForSomethingElse_DoesNotCount()
    {
        MayBackward(AsUsual with { SignOffs = [Trainee.SignedOff(Today) with { PersonId = Trainee.Id(99) }] }).ShouldBeFalse();
        MayBackward(AsUsual with { SignOffs = [Trainee.SignedOff(Today, what: SignOffKind.DualTaskAtHome)] }).ShouldBeFalse();
    }

    [Fact]
    public void ASecondTask_AtHome_NeedsItsOwnSignOff()
    {
        Decide(AsUsual).May(TrainingTask.DualTask, Place.Home).ShouldBeFalse();
        Decide(AsUsual with { SignOffs = [Trainee.SignedOff(Today, what: SignOffKind.DualTaskAtHome)] }).May(TrainingTask.DualTask, Place.Home).ShouldBeTrue();
        Decide(AsUsual).May(TrainingTask.DualTask, Place.Clinic).ShouldBeTrue();
    }

    [Fact]
    public void TheChecklist_IsConfirmedEachTime_PointByPoint()
    {
        foreach (string question in ChecklistQuestions)
            foreach (Answer answer in new[] { Answer.No, Answer.NotSaid })
                MayBackward(With(Said(question, answer))).ShouldBeFalse(question);
        Decide(With(Said("ear", Answer.No))).Has("gate.ear").ShouldBeTrue();
        MayBackward(AsUsual with { Answers = [.. AsUsual.Answers, Said("path", Answer.No)] }).ShouldBeFalse("the last word counts");
        MayBackward(AsUsual with { Answers = [Said("path", Answer.No), .. AsUsual.Answers] }).ShouldBeTrue();
    }

    [Theory]
    [InlineData(Answer.No)]
    [InlineData(Answer.NotSaid)]
    public void NobodyWithinCall_IsForwardOnly_WithAWallInReach(Answer company)
    {
        GateDecision decision = Decide(With(Said("company", company)));
        (decision.May(TrainingTask.ComfortableWalk, Place.Home), decision.May(TrainingTask.Backward, Place.Home)).ShouldBe((true, false));
        decision.Advice.ShouldBe(["advice.no-call", "advice.alone"]);
    }

    [Fact]
    public void AWarmDay_HalvesTheDose_AndRestsEveryTwoMinutes()
    {
        GateDecision decision = Decide(With(Said("warm", Answer.Yes)));
        (decision.DoseShare, decision.BoutMinutes, decision.RestMinutes).ShouldBe((0.5, 2, 2));
        decision.MayWalk.ShouldBeTrue();
    }

    [Fact]
    public void BlurredSightOrHeavierLegs_EndTheDay()
    {
        MayForward(With(Said("heavier", Answer.Yes))).ShouldBeFalse();
        MayForward(AsUsual with { StopsToday = [StopReason.Heat] }).ShouldBeFalse();
    }

    [Theory]
    [InlineData(StopReason.Pain, false)]
    [InlineData(StopReason.Fall, false)]
    [InlineData(StopReason.Fatigue, false)]
    [InlineData(StopReason.Interrupted, true)]
    [InlineData(StopReason.Technical, true)]
    public void AStop_ThatThePersonFelt_EndsTheDay(StopReason stop, bool open) => MayForward(AsUsual with { StopsToday = [stop] }).ShouldBe(open);

    [Fact]
    public void ThoseWhoHaveEnded_AreOfferedNothing() => MayForward(AsUsual with { Person = Trainee.Person with { Status = PersonStatus.Ended } }).ShouldBeFalse();

    [Fact]
    public void NoGate_OfAnyDay_OpensWhichShouldHold()
    {
        string[] questions = [.. GateQuestions.All.Select(q => q.Id)];
        Gen<Answer> answer = Gen.Elements(Answer.Yes, Answer.No, Answer.NotSaid);
        Gen<GateFacts> facts =
            from answers in answer.ArrayOf(questions.Length)
            from put in Gen.Elements(true, true, false).ArrayOf(questions.Length)
            from place in Gen.Elements(Place.Home, Place.Clinic)
            from clinic in Gen.Elements(true, false)
            from status in Gen.Elements(PersonStatus.Active, PersonStatus.Active, PersonStatus.Paused, PersonStatus.Ended)
            from relapse in Gen.Elements<int?>(null, null, 0, 12, 30, 31, 90)
            from cleared in Gen.Elements<int?>(null, 0, 20, 40)
            from steps in Gen.Elements<int?>(null, 0, 5, 6, 8)
            from falls in Gen.Choose(0, 300).ListOf().Select(f => f.Take(4))
            from signed in Gen.Elements<int?>(null, -2, 0, 14, 15, 40)
            from stop in Gen.Elements(StopReason.None, StopReason.Heat, StopReason.Pain, StopReason.Technical)
            select new GateFacts
            {
                Person = Trainee.Person with { Status = status, DiseaseSteps = steps, RelapseOn = relapse is { } r ? Today.AddDays(-r) : null, ClearedOn = cleared is { } c ? Today.AddDays(-c) : null },
                Today = Today,
                Place = place,
                HasClinic = clinic,
                Answers = [.. questions.Zip(answers, Said).Where((_, i) => put[i])],
                Falls = [.. falls.Select(f => Trainee.FallOn(Today.AddDays(-f)))],
                SignOffs = signed is { } s ? [Trainee.SignedOff(Today.AddDays(-s), 60)] : [],
                StopsToday = [stop],
            };
        Prop.ForAll(facts.ToArbitrary(), Check).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    // The same rules once more, as sentences about one day, without the code that decides.
    private static void Check(GateFacts f)
    {
        GateDecision decision = Decide(f);
        bool Yes(string q) => f.Of(q) == Answer.Yes;
        bool forward = decision.May(TrainingTask.ComfortableWalk, f.Place), backward = decision.May(TrainingTask.Backward, f.Place);
        if (Yes("emergency") || Yes("ill") || Yes("relapse") || Yes("heavier")) forward.ShouldBeFalse();
        if (Yes("emergency")) decision.IsEmergency.ShouldBeTrue();
        if (f.Person.Status == PersonStatus.Ended) forward.ShouldBeFalse();
        if (f.Person.Status == PersonStatus.Paused && (f.HasClinic || !Yes("seen"))) forward.ShouldBeFalse();
        int? sinceRelapse = f.Person.RelapseOn is { } relapse ? Today.DayNumber - relapse.DayNumber : null;
        if (sinceRelapse <= 30) backward.ShouldBeFalse();
        if (sinceRelapse <= 30 && (f.Person.ClearedOn is null || f.Person.ClearedOn < f.Person.RelapseOn) && (f.HasClinic || !Yes("seen"))) forward.ShouldBeFalse();
        if (f.StopsToday.Contains(StopReason.Heat) || f.StopsToday.Contains(StopReason.Pain)) forward.ShouldBeFalse();
        if (Yes("news") && new[] { "emergency", "ill", "relapse" }.Any(q => f.Of(q) == Answer.NotSaid)) forward.ShouldBeFalse();
        if (Yes("eyes") || f.Of("news") == Answer.NotSaid) backward.ShouldBeFalse();
        if (!forward) backward.ShouldBeFalse("what holds all holds backward too");
        decision.DoseShare.ShouldBe(Yes("warm") ? 0.5 : 1);
        if (f.Place == Place.Home && backward)
        {
            f.Falls.Count(x => x.LocalDate >= Today.AddMonths(-6)).ShouldBeLessThan(2);
            (f.Person.DiseaseSteps ?? 0).ShouldBeLessThan(6);
            f.SignOffs.ShouldContain(s => s.From <= Today && Today.DayNumber - s.From.DayNumber <= 13);
            new[] { "company", "path", "support", "shoes", "ear" }.Where(q => !Yes(q)).ShouldBeEmpty();
        }

        decision.Reasons.Select(r => r.Key).Except(GateRules.Keys, StringComparer.Ordinal).ShouldBeEmpty();
        decision.Advice[0].ShouldBe("advice.no-call");
    }
}

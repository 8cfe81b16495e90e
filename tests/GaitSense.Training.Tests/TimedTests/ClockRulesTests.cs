using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;
using GaitSense.Training.TimedTests.Feet;
using static GaitSense.Training.Tests.TimedTests.Asked;

namespace GaitSense.Training.Tests.TimedTests;

/// <summary>What the clock of a test does at its limits: rests, lengths and minutes between "go" and the end, trials that are not done in time, results of more trials than are needed.</summary>
public sealed class ClockRulesTests
{
    [Fact]
    public void TrialThatNobodyStops_FailsAtItsLimit_AndNotBefore()
    {
        TimedTestRun run = Run("t25fw");
        new HandMadeFeet().Play(run, 6, Go(5));
        run.Advance(184.9);
        run.State.ShouldBe(TestState.Running);
        run.Advance(185);
        run.State.ShouldBe(TestState.Reviewed);
        Trial failed = run.Trials.ShouldHaveSingleItem();
        (failed.Validity, failed.Reason).ShouldBe((Validity.Invalid, "not done within 180 s"));
    }

    [Theory]
    [InlineData(185.0, TestState.Ended)]
    [InlineData(185.1, TestState.Reviewed)]
    public void StopAfterTheLimit_IsNoResult(double stopS, TestState state)
    {
        TimedTestRun run = Run("t25fw");
        new HandMadeFeet().Play(run, 6, Go(5));
        run.Take(Stop(stopS)).ShouldBeNull();
        run.State.ShouldBe(state);
    }

    [Fact]
    public void KeysBeforeGo_BelongToNoTrial()
    {
        TimedTestRun run = Run("2mwt", corridorM: 30);
        new HandMadeFeet().Play(run, 8, Go(5));
        run.Take(Of(TestRequestKind.Lap, 4.9)).ShouldBe("that was before \"go\"");
        run.Take(Stop(5)).ShouldBe("the stop was before \"go\"");
        run.Draft.LapsS.ShouldBeEmpty();
        run.Take(Of(TestRequestKind.Lap, 7)).ShouldBeNull();
        run.Draft.LapsS.ShouldBe([7.0]);
    }

    [Fact]
    public void GoBeforeTheTestWasArmed_IsRefused()
    {
        TimedTestRun run = Run("t25fw");
        new HandMadeFeet().Play(run, 4, Arm(3.5));
        run.Take(Go(3.4)).ShouldBe("\"go\" was before the test was armed");
        run.Take(Go(3.5)).ShouldBeNull();
    }

    [Fact]
    public void Rests_AreOneAfterTheOther_AndEndWithTheTime()
    {
        TimedTestRun run = Run("2mwt", corridorM: 30);
        HandMadeFeet feet = new HandMadeFeet().Walk(5.2, 0.6, 0.5, 300);
        feet.Play(run, 20, Go(5));
        run.Take(Of(TestRequestKind.Rest, 20)).ShouldBeNull();
        run.Take(Of(TestRequestKind.Rest, 21)).ShouldBe("the person rests already");
        run.Take(Of(TestRequestKind.GoOn, 19)).ShouldBe("the person does not rest"); // not before the rest began
        run.Take(Of(TestRequestKind.GoOn, 24)).ShouldBeNull();
        run.Take(Of(TestRequestKind.GoOn, 25)).ShouldNotBeNull();
        feet.Play(run, 20.01, 120);
        run.Take(Of(TestRequestKind.Rest, 120)).ShouldBeNull();
        run.Take(Of(TestRequestKind.GoOn, 130)).ShouldBeNull(); // the time is over at 125 s
        feet.Play(run, 120.01, 131);
        TrialOutcome outcome = run.Outcome!;
        outcome.Part("rests").ShouldBe(2);
        outcome.Part("rested").ShouldBe(4 + 5, 1e-9);
    }

    [Fact]
    public void MinutesOfTheNextAttempt_AreAnnouncedAnew()
    {
        List<TestNotice> notices = [];
        TimedTestRun run = Run("6mwt", notices.Add, corridorM: 30);
        new HandMadeFeet().Play(run, 10, Go(5));
        run.Advance(70);
        run.Take(Of(TestRequestKind.Abort, 80, "the course was not clear")).ShouldBeNull();
        run.Take(Of(TestRequestKind.Next, 81)).ShouldBeNull();
        run.Take(Arm(90)).ShouldBeNull();
        run.Take(Go(90)).ShouldBeNull();
        run.Advance(151);
        notices.Where(n => n.Kind == TestNoticeKind.Minute).Select(n => (n.Number, n.TimeS)).ShouldBe([(1, 65), (1, 150)]);
    }

    [Fact]
    public void TimeGoesForwardOnly()
    {
        TimedTestRun run = Run("6mwt", corridorM: 30);
        new HandMadeFeet().Play(run, 10, Go(5));
        run.Advance(366);
        run.State.ShouldBe(TestState.Ended);
        run.Draft.StopS.ShouldBe(365); // its own end, not when that was noticed
        run.Advance(300);
        run.Draft.StopS.ShouldBe(365);
    }

    [Fact]
    public void DistanceWalkedIndex_IsTheLastMinuteAgainstTheFirst()
    {
        TimedTestRun run = Run("6mwt", corridorM: 30);
        // Steps of 0.6 m for five minutes, then of 0.45 m.
        new HandMadeFeet().Walk(5, 0.6, 0.5, 600).Walk(305, 0.45, 0.5, 200, startM: 360).Play(run, 368, Go(5));
        run.Outcome!.Part("dwi_6_1").ShouldBe(-25, 1.5);
    }

    [Fact]
    public void WalkOverTheLine_HasItsReactionFromGo_AndItsSpeedFromLeaving()
    {
        TimedTestRun run = Run("t25fw");
        HandMadeFeet feet = new HandMadeFeet().Walk(5.4, 9.62 / 14, 0.5, 14);
        double crosses = feet.Passes(7.62)!.Value.TimeS;
        feet.Play(run, 16, Go(5), Stop(crosses));
        TrialOutcome outcome = run.Outcome!;
        outcome.Part("reaction").ShouldBe(0.4, 1e-6);
        outcome.Part("speed").ShouldBe(7.62 / (crosses - 5.4), 0.01);
    }

    [Fact]
    public void PracticeThatDidNotCount_IsPractisedAgain()
    {
        TimedTestRun run = Run("tug");
        new HandMadeFeet().Play(run, 40, Go(5), Stop(15), Of(TestRequestKind.Reject, 16, "the button was wrong"), Of(TestRequestKind.Next, 17));
        run.Draft.IsPractice.ShouldBeTrue();
    }

    [Fact]
    public void WhatNeedsAnEye_IsSaidOnce()
    {
        TrialDraft draft = new(1, isPractice: false);
        draft.Note("the feet were not still before \"go\"");
        draft.Note("the feet were not still before \"go\"");
        draft.Notes.ShouldHaveSingleItem();
    }

    [Fact]
    public void Result_IsOfTheFirstTrialsThatCount_OfOneInstruction()
    {
        TestDefinition test = TestDefinitions.Find("t25fw")!;
        Trial[] three = [Line(1, 6), Line(2, 7), Line(3, 11)];
        TestSummary.Of(test, three, "fast", "watch-from-go")!.Value.Value.ShouldBe(6.5, 1e-9);
        TestSummary.Of(test, three[..1], "fast", "watch-from-go").ShouldBeNull();
        TestSummary.Of(test, [three[0], three[1] with { Instruction = "comfortable" }], "fast", "watch-from-go").ShouldBeNull();
        TestSummary.Of(test, [three[0], three[1] with { Definition = "feet-leave-to-cross" }], "fast", "watch-from-go").ShouldBeNull();
    }

    [Fact]
    public void UncertaintyOfTheClocks_IsTheLargestThatWasSaid()
    {
        FeetRecord feet = new();
        feet.OnClockUncertainty(0.02);
        feet.OnClockUncertainty(0.01);
        feet.ClockUncertaintyS.ShouldBe(0.02);
    }

    private static Trial Line(int no, double officialS) => new()
    {
        Id = Guid.NewGuid(),
        Test = "t25fw@1",
        No = no,
        Instruction = "fast",
        Official = officialS,
        Definition = "watch-from-go",
        Validity = Validity.Valid,
    };
}

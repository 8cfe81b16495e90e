using GaitSense.Core;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.Regimes;
using GaitSense.Training.TimedTests;
using GaitSense.Training.Verdicts;
using static GaitSense.Training.Tests.TimedTests.Asked;

namespace GaitSense.Training.Tests.TimedTests;

/// <summary>What comes after the clock has stopped: the feet at rest, reasons, results of several parts, the visit before.</summary>
public sealed class TestReviewTests
{
    private static HandMadeFeet Walker() => new HandMadeFeet().Walk(5.4, 9.62 / 14, 0.5, 14);

    [Fact]
    public void TrialIsSettled_WhenTheFeetHaveBeenAtRestForASecond_AndItIsToldOnce()
    {
        List<TestNotice> notices = [];
        TimedTestRun run = Run("t25fw", notices.Add);
        HandMadeFeet feet = Walker();
        feet.Play(run, feet.EndS + 0.7, Go(5), Stop(11));
        run.IsSettled.ShouldBeFalse();
        feet.Play(run, feet.EndS + 0.71, feet.EndS + 4);
        run.IsSettled.ShouldBeTrue();
        notices.Count(n => n.Kind == TestNoticeKind.Settled).ShouldBe(1);
        notices.Single(n => n.Kind == TestNoticeKind.Settled).TimeS.ShouldBe(feet.EndS + 1, 0.3);
        run.Take(Accept(feet.EndS + 4)).ShouldBeNull();
        run.IsSettled.ShouldBeFalse();
    }

    [Fact]
    public void FeetThatWalkOnAfterTheirTime_AreNotWaitedForForever()
    {
        List<TestNotice> notices = [];
        TimedTestRun run = Run("2mwt", notices.Add, corridorM: 30);
        new HandMadeFeet().Walk(5, 0.6, 0.5, 300).Play(run, 135, Go(4.9));
        notices.Single(n => n.Kind == TestNoticeKind.Settled).TimeS.ShouldBe(124.9 + 3, 0.1);
    }

    [Fact]
    public void WalkThatIsBrokenOffBeforeTheSamplesHaveComeToGo_IsKept()
    {
        TimedTestRun run = Run("2mwt", corridorM: 30);
        new HandMadeFeet().Play(run, 4);
        run.Take(Go(4.05)).ShouldBeNull();
        run.Take(Of(TestRequestKind.Abort, 4.06, "pain")).ShouldBeNull();
        run.Trials.ShouldHaveSingleItem().Reason.ShouldBe("pain");
    }

    [Fact]
    public void ReasonThatIsSaidAfterwards_StandsWithTheTrialThatWasBrokenOff_Once()
    {
        TimedTestRun run = Run("t25fw");
        Walker().Play(run, 8, Go(5), Of(TestRequestKind.Abort, 7));
        run.Trials[0].Reason.ShouldBe("broken off");
        run.Take(Of(TestRequestKind.Why, 8)).ShouldNotBeNull();
        run.Take(Of(TestRequestKind.Why, 8, "pain")).ShouldBeNull();
        run.Trials.ShouldHaveSingleItem().Reason.ShouldBe("pain");
        run.Take(Of(TestRequestKind.Why, 9, "another")).ShouldNotBeNull();
    }

    [Fact]
    public void ReasonThatWasGiven_IsNotChangedAfterwards()
    {
        TimedTestRun run = Run("t25fw");
        Walker().Play(run, 8, Go(5), Of(TestRequestKind.Abort, 7, "unsteady"));
        run.Take(Of(TestRequestKind.Why, 8, "pain")).ShouldNotBeNull();
        run.Trials[0].Reason.ShouldBe("unsteady");
    }

    [Fact]
    public void TrialThatNobodyCanChooseOf_WaitsForAnEye_AndTheNextOneMayBegin()
    {
        TimedTestRun run = Run("t25fw", official: "feet-leave-to-cross");
        HandMadeFeet feet = new HandMadeFeet().Walk(5.4, 9.63 / 24, 0.5, 24);
        feet.Play(run, 20, Go(5), Stop(14.8));
        run.Outcome!.NeedsChoice(run.Setting).ShouldBeTrue();
        run.Take(Of(TestRequestKind.Leave, 20)).ShouldBeNull();
        run.Trials[0].Validity.ShouldBe(Validity.Attention);
        run.Trials[0].Reason.ShouldEndWith("nobody has looked at it");
        run.State.ShouldBe(TestState.Reviewed);
        TestSummary.Of(run.Setting.Test, run.Trials, "fast", "feet-leave-to-cross").ShouldBeNull();
    }

    [Fact]
    public void WatchThatIsOfficial_NeedsNoChoice_HoweverManyCrossingsThereAre()
    {
        TimedTestRun run = Run("t25fw");
        new HandMadeFeet().Walk(5.4, 9.63 / 24, 0.5, 24).Play(run, 20, Go(5), Stop(14.8));
        run.Outcome!.Feet.Count.ShouldBe(2);
        run.Outcome.NeedsChoice(run.Setting).ShouldBeFalse();
    }

    [Fact]
    public void SecondPartOfATest_NumbersItsTrialsOn()
    {
        TestDefinition dual = TestDefinitions.Find("dual")!;
        TestSetting[] parts = [.. new TestSetting { Test = dual }.Parts];
        parts.Select(p => p.InstructionGiven).ShouldBe(["single", "dual"]);
        new TestSetting { Test = dual, Instruction = "dual" }.Parts.ShouldHaveSingleItem().InstructionGiven.ShouldBe("dual");
        TimedTestRun run = new(parts[1], () => Guid.Empty, firstNo: 2);
        new HandMadeFeet().Walk(5, 0.5, 0.5, 200).Play(run, 70, Go(4.9), Accept(69));
        run.Trials.ShouldHaveSingleItem().No.ShouldBe(2);
    }

    [Fact]
    public void CostOfTheSecondTask_IsTheOfficialResultOfTheWalkWithIt()
    {
        Trial alone = Walk(1, "single", 1.2), dual = DualTaskCost.Priced(alone, Walk(2, "dual", 0.9));
        dual.Official!.Value.ShouldBe(25, 1e-9);
        dual.Definition.ShouldBe(TestDefinitions.SpeedCost);
        TestSummary.Of(TestDefinitions.Find("dual")!, [alone, dual], "dual", TestDefinitions.SpeedCost)!.Value.Value.ShouldBe(25, 1e-9);
        DualTaskCost.Priced(alone with { Validity = Validity.Invalid }, Walk(2, "dual", 0.9)).Official.ShouldBeNull();
    }

    [Fact]
    public void FeetsOwnSeries_IsSummarisedByTheSameRule_AndNotWhereOneIsMissing()
    {
        TestDefinition test = TestDefinitions.Find("t25fw")!;
        Trial[] trials = [Line(1, 5, 0.0), Line(2, 6, 0.0)];
        TestSummary.OfFeet(test, trials, "fast")!.Value.Value.ShouldBe(5.5, 1e-9);
        TestSummary.OfFeet(test, [trials[0], trials[1] with { Feet = [] }], "fast").ShouldBeNull();
        TestSummary.OfFeet(TestDefinitions.Find("tug")!, trials, "fast").ShouldBeNull();
    }

    [Fact]
    public void GatesAskOfATest_WhatIsDoneInIt()
    {
        TestDefinitions.Find("3mbw")!.Task.ShouldBe(TrainingTask.Backward);
        TestDefinitions.Find("t25bw")!.Task.ShouldBe(TrainingTask.Backward);
        TestDefinitions.Find("dual")!.Task.ShouldBe(TrainingTask.DualTask);
        TestDefinitions.Find("6mwt")!.Task.ShouldBe(TrainingTask.ComfortableWalk);
    }

    [Fact]
    public void VisitBefore_IsNamedWithItsDay_AndAnotherAidIsNotCompared()
    {
        Session first = Visit(1, 6.0), now = Visit(8, 6.6);
        TestSetting setting = new() { Test = TestDefinitions.Find("t25fw")! };
        IReadOnlyList<string> lines = EarlierResults.Lines(setting, "watch-from-go", [first, now], now, statement: null);
        lines[0].ShouldBe("last visit: 6 s on 2026-03-01 (mean of 2)");
        lines[1].ShouldStartWith("Verdicts are off");
        EarlierResults.Lines(setting, "watch-from-go", [first with { Aid = WalkingAid.OneStick }, now], now, statement: null).ShouldHaveSingleItem().ShouldContain("none of the same test");
        EarlierResults.Lines(setting, "feet-leave-to-cross", [first, now], now, statement: null).ShouldHaveSingleItem().ShouldContain("none of the same test");
    }

    [Fact]
    public void VisitsOfWhichNobodySaidTheAid_AreShownTogether_WithoutAVerdict()
    {
        Session[] visits = [.. new[] { Visit(1, 6.0), Visit(3, 6.1), Visit(5, 5.9), Visit(8, 6.2) }.Select(v => v with { Aid = null })];
        Statement statement = new() { Regime = Regime.ApprovedStudy, Reference = "vote 1/26", By = "admin", At = DateTimeOffset.UnixEpoch };
        TestSetting setting = new() { Test = TestDefinitions.Find("t25fw")! };
        EarlierResults.Lines(setting, "watch-from-go", visits, visits[^1], statement).ShouldBe(["last visit: 5.9 s on 2026-03-05 (mean of 2)", "no verdict: nobody said the aid of these visits, so whether they are alike is not known"]);
        // A "none" that was said is another series.
        Session now = visits[^1] with { Aid = WalkingAid.None };
        EarlierResults.Lines(setting, "watch-from-go", [.. visits[..3], now], now, statement).ShouldHaveSingleItem().ShouldContain("none of the same test");
    }

    [Fact]
    public void LimitOfChange_IsSaidWithItsSource_WhereVerdictsAreOn()
    {
        Session[] visits = [Visit(1, 6.0), Visit(3, 6.1), Visit(5, 5.9), Visit(8, 6.2)];
        Statement statement = new() { Regime = Regime.ApprovedStudy, Reference = "vote 1/26", By = "admin", At = DateTimeOffset.UnixEpoch };
        IReadOnlyList<string> lines = EarlierResults.Lines(new TestSetting { Test = TestDefinitions.Find("t25fw")! }, "watch-from-go", visits, visits[^1], statement);
        lines[1].ShouldBe("no clear change");
        lines.ShouldContain(l => l.StartsWith("limit from ", StringComparison.Ordinal));
        lines[^1].ShouldBe(Verdict.Purpose);
    }

    private static Trial Walk(int no, string instruction, double speed) => new()
    {
        Id = Guid.NewGuid(),
        Test = "dual@1",
        No = no,
        Instruction = instruction,
        Parts = [new TrialPart("speed", speed, "m/s")],
        Validity = Validity.Valid,
    };

    private static Trial Line(int no, double feetS, double officialS) => new()
    {
        Id = Guid.NewGuid(),
        Test = "t25fw@1",
        No = no,
        Instruction = "fast",
        Feet = [new FeetTime(1, 1 + feetS, Foot.Left)],
        Official = officialS,
        Definition = "watch-from-go",
        Validity = Validity.Valid,
    };

    private static Session Visit(int day, double s) => new()
    {
        Id = Guid.NewGuid(),
        PersonId = Guid.Empty,
        Task = TrainingTask.ComfortableWalk,
        Start = new DateTimeOffset(2026, 3, day, 10, 0, 0, TimeSpan.Zero),
        Zone = "Etc/UTC",
        Place = Place.Clinic,
        Aid = WalkingAid.None,
        Orthosis = Orthosis.None,
        Source = SessionSource.Sensors,
        Status = SessionStatus.Completed,
        Software = "test",
        Trials = [Line(1, s - 0.5, s), Line(2, s - 0.5, s)],
    };
}

using GaitSense.Core;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;
using static GaitSense.Training.Tests.TimedTests.Asked;

namespace GaitSense.Training.Tests.TimedTests;

/// <summary>What a timed test does when feet move and people ask.</summary>
public sealed class TimedTestRunTests
{
    // 0.7 m steps, two a second: the course of 7.62 m and the second line at 9.62 m are between landings.
    private static HandMadeFeet Walker(double fromS = 5.4, int steps = 14) => new HandMadeFeet().Walk(fromS, 9.62 / 14, 0.5, steps);

    [Fact]
    public void BothFeetStillForTwoSeconds_IsReady_AndAStepIsNot()
    {
        TimedTestRun run = Run("t25fw");
        HandMadeFeet feet = new HandMadeFeet().Swing(Foot.Left, 3, 3.4, 0.3).Swing(Foot.Right, 3.5, 3.9, 0.3);
        feet.Play(run, 1.9);
        run.State.ShouldBe(TestState.Setup);
        feet.Play(run, 1.91, 2.2);
        run.State.ShouldBe(TestState.Ready);
        feet.Play(run, 2.21, 3.2);
        run.State.ShouldBe(TestState.Setup);
        feet.Play(run, 3.21, 5.8);
        run.State.ShouldBe(TestState.Setup);
        feet.Play(run, 5.81, 6.1);
        run.State.ShouldBe(TestState.Ready);
    }

    [Fact]
    public void GoBeforeTheFeetAreStill_IsRefused_ButATestMayBeArmedAllTheSame()
    {
        TimedTestRun run = Run("t25fw");
        Walker(3).Play(run, 1);
        run.Take(Go(1)).ShouldNotBeNull();
        run.State.ShouldBe(TestState.Setup);
        run.Take(Arm(1)).ShouldBeNull();
        run.Draft.Notes.ShouldHaveSingleItem().ShouldContain("not still");
        run.Take(Go(1.1)).ShouldBeNull();
        run.State.ShouldBe(TestState.Running);
    }

    [Fact]
    public void WalkOverTheLine_TheButtonIsOfficial_TheFeetHaveTheirOwn()
    {
        TimedTestRun run = Run("t25fw");
        HandMadeFeet feet = Walker();
        (double crosses, Foot foot) = feet.Passes(7.62)!.Value;
        feet.Play(run, 16, Arm(4), Go(5), Stop(crosses + 0.1), Accept(15));
        Trial trial = run.Trials.ShouldHaveSingleItem();
        trial.Validity.ShouldBe(Validity.Valid, trial.Reason);
        trial.Official!.Value.ShouldBe(crosses + 0.1 - 5, 1e-9);
        trial.Definition.ShouldBe("watch-from-go");
        FeetTime time = trial.Feet.ShouldHaveSingleItem();
        time.StartS.ShouldBe(5.4, 1e-6);
        time.EndS.ShouldBe(crosses, 0.02);
        time.Crosses.ShouldBe(foot);
        run.State.ShouldBe(TestState.Reviewed);
    }

    [Fact]
    public void ClinicThatTakesTheFeet_HasTheirTimeAsOfficial()
    {
        TimedTestRun run = Run("t25fw", official: "feet-leave-to-cross");
        HandMadeFeet feet = Walker();
        double crosses = feet.Passes(7.62)!.Value.TimeS;
        feet.Play(run, 16, Go(5), Stop(crosses), Accept(15));
        run.Trials[0].Official!.Value.ShouldBe(crosses - 5.4, 0.02);
        run.Trials[0].Definition.ShouldBe("feet-leave-to-cross");
    }

    // Who did not notice the false start presses as the foot crosses the line.
    [Fact]
    public void StopAfterAFalseStart_IsNoGo_AndSaysThatNoClockRuns()
    {
        TimedTestRun run = Run("t25fw");
        HandMadeFeet feet = Walker();
        feet.Play(run, 5.8, Arm(5));
        run.Take(Go(5.8))!.ShouldContain("the last trial was a false start, and no clock runs");
        feet.Play(run, 5.81, 20);
        run.State.ShouldBe(TestState.Ready);
        run.Take(Go(20)).ShouldBeNull();
        run.Take(Go(20.5))!.ShouldContain("the clock runs");
    }

    [Fact]
    public void StepBeforeGo_IsAFalseStart_KeptAndRepeated()
    {
        List<TestNotice> notices = [];
        TimedTestRun run = Run("t25fw", notices.Add);
        Walker().Play(run, 5.8, Arm(5));
        Trial trial = run.Trials.ShouldHaveSingleItem();
        trial.Validity.ShouldBe(Validity.Invalid);
        trial.Reason.ShouldStartWith("false start: the right foot");
        trial.Official.ShouldBeNull();
        run.State.ShouldBe(TestState.Setup);
        run.Draft.No.ShouldBe(2);
        notices.Count(n => n.Kind == TestNoticeKind.FalseStart).ShouldBe(1);
        run.Take(Go(5.8)).ShouldNotBeNull();
    }

    [Fact]
    public void FootInTheAirWhenGoIsGiven_IsAFalseStart_EvenWhereItIsKnownLater()
    {
        TimedTestRun run = Run("t25fw");
        Walker().Play(run, 6, Arm(5), Go(5.42));
        run.Trials.ShouldHaveSingleItem().Reason.ShouldBe("false start: the right foot left 0.02 s before \"go\"");
    }

    [Fact]
    public void FootThatLeavesWithGo_IsNone()
    {
        TimedTestRun run = Run("t25fw");
        Walker().Play(run, 6, Arm(5), Go(5.4));
        run.Trials.ShouldBeEmpty();
        run.State.ShouldBe(TestState.Running);
    }

    [Fact]
    public void FootThatIsShiftedByAHandsWidthBeforeGo_HasNotStarted()
    {
        TimedTestRun run = Run("t25fw");
        new HandMadeFeet().Swing(Foot.Left, 5.2, 5.4, 0.08).Play(run, 7, Arm(5));
        run.State.ShouldBe(TestState.Armed);
        run.Trials.ShouldBeEmpty();
    }

    [Fact]
    public void TwoFailures_EndTheTest()
    {
        TimedTestRun run = Run("t25fw");
        new HandMadeFeet().Play(run, 400, Go(3), Of(TestRequestKind.Next, 190), Go(195));
        run.Trials.Select(t => t.Validity).ShouldBe([Validity.Invalid, Validity.Invalid]);
        run.Trials[0].Reason.ShouldBe("not done within 180 s");
        run.State.ShouldBe(TestState.Over);
        run.Take(Of(TestRequestKind.Next, 401)).ShouldNotBeNull();
    }

    [Fact]
    public void ATestBrokenOffBeforeGo_IsNoFailure()
    {
        TimedTestRun run = Run("t25fw");
        HandMadeFeet feet = new();
        feet.Play(run, 30, Arm(3), Of(TestRequestKind.Abort, 4, "somebody on the course"), Arm(7), Of(TestRequestKind.Abort, 8, "again"), Arm(12), Of(TestRequestKind.Abort, 13));
        run.Trials.Count.ShouldBe(3);
        run.Trials[0].Reason.ShouldBe("somebody on the course");
        run.State.ShouldBe(TestState.Ready);
    }

    [Fact]
    public void MoreThanFiveMinutesBetweenTrials_NeedsAnEye()
    {
        TimedTestRun run = Run("t25fw");
        HandMadeFeet feet = Walker().Walk(330, 9.62 / 14, 0.5, 14, startM: 9.62);
        double crosses = feet.Passes(7.62)!.Value.TimeS;
        feet.Play(run, 325, Go(5), Stop(crosses), Accept(20), Of(TestRequestKind.Next, 21), Go(crosses + 300.1));
        run.Draft.Notes.ShouldContain(n => string.Equals(n, "more than 5 min since the last trial", StringComparison.Ordinal));
    }

    [Fact]
    public void TwoTrials_AreOver_AndTheirMeanIsTheResult()
    {
        TimedTestRun run = Run("t25fw");
        HandMadeFeet feet = new HandMadeFeet().Walk(5.4, 9.62 / 14, 0.5, 14).Walk(30.4, -9.62 / 14, 0.5, 14, startM: 9.62);
        feet.Play(run, 50, Go(5), Stop(11), Accept(20), Of(TestRequestKind.Next, 21), Go(30), Stop(37), Accept(45));
        run.State.ShouldBe(TestState.Over);
        TestSummary summary = TestSummary.Of(run.Setting.Test, run.Trials, "fast", "watch-from-go")!.Value;
        summary.Value.ShouldBe(6.5, 1e-9);
        summary.Trials.ShouldBe(2);
        TestSummary.Of(run.Setting.Test, run.Trials, "fast", "feet-leave-to-cross").ShouldBeNull();
        TestSummary.Of(run.Setting.Test, run.Trials.Take(1), "fast", "watch-from-go").ShouldBeNull();
    }

    [Fact]
    public void PracticeTrial_IsKept_AndDoesNotCount()
    {
        TimedTestRun run = Run("tug");
        new HandMadeFeet().Play(run, 60, Go(5), Stop(15), Accept(16), Of(TestRequestKind.Next, 17), Go(25), Stop(34), Accept(40));
        run.Trials.Select(t => t.Practice).ShouldBe([true, false]);
        run.State.ShouldBe(TestState.Over);
        TestSummary.Of(run.Setting.Test, run.Trials, "comfortable", "watch-from-go")!.Value.Value.ShouldBe(9, 1e-9);
    }

    [Fact]
    public void GapNearALine_NeedsAnEye_AndOneOnTheWayWithholdsTheFeetsTime()
    {
        double crosses = Walker().Passes(7.62)!.Value.TimeS;
        TimedTestRun near = Run("t25fw");
        Walker().Lose(Foot.Left, crosses + 0.30, crosses + 0.37).Play(near, 16, Go(5), Stop(crosses));
        near.Outcome!.Validity.ShouldBe(Validity.Attention);
        near.Outcome.Notes.ShouldContain(n => string.Equals(n, "samples of the left foot are missing for 0.07 s near a line", StringComparison.Ordinal));
        near.Outcome.Feet.ShouldNotBeEmpty();
        TimedTestRun way = Run("t25fw");
        Walker().Lose(Foot.Left, 7.2, 7.5).Play(way, 16, Go(5), Stop(crosses));
        way.Outcome!.Feet.ShouldBeEmpty();
        way.Outcome.Notes.ShouldContain(n => n.StartsWith("the feet's time is withheld", StringComparison.Ordinal));
        way.Take(Accept(16)).ShouldBeNull();
        way.Trials[0].Official!.Value.ShouldBe(crosses - 5, 1e-9);
    }

    [Fact]
    public void FootOnTheLine_GivesTwoCandidates_AndAPersonChooses()
    {
        // The 19th of 24 landings is 4 mm beyond the line: crossed at the end of its swing, or in the middle of the next.
        HandMadeFeet feet = new HandMadeFeet().Walk(5.4, 9.63 / 24, 0.5, 24);
        double[] crossings = [5.4 + (18 * 0.5) + 0.3, 5.4 + (19 * 0.5) + 0.15];
        TimedTestRun run = Run("t25fw");
        feet.Play(run, 20, Go(5), Stop(14.8));
        TrialOutcome outcome = run.Outcome!;
        outcome.Feet.Count.ShouldBe(2);
        outcome.Validity.ShouldBe(Validity.Attention);
        foreach (FeetTime f in outcome.Feet) crossings.Min(c => Math.Abs(c - f.EndS)).ShouldBeLessThan(0.03);
        outcome.Feet[0].EndS.ShouldBe(crossings[0], 0.03);
        run.Take(Accept(20, 2)).ShouldBe("there is no candidate 3");
        run.Take(Accept(20, 1)).ShouldBeNull();
        run.Trials[0].Feet.ShouldBe([outcome.Feet[1], outcome.Feet[0]]);
    }

    [Fact]
    public void TrialThatDoesNotCount_NeedsAReason_AndHasNoOfficialValue()
    {
        TimedTestRun run = Run("t25fw");
        Walker().Play(run, 16, Go(5), Stop(11));
        run.Take(Of(TestRequestKind.Reject, 16)).ShouldNotBeNull();
        run.Take(Of(TestRequestKind.Reject, 16, "slowed before the line")).ShouldBeNull();
        run.Trials[0].Validity.ShouldBe(Validity.Invalid);
        run.Trials[0].Official.ShouldBeNull();
        run.Trials[0].Definition.ShouldBeNull();
        run.State.ShouldBe(TestState.Reviewed);
    }

    [Fact]
    public void TestEndedBeforeAnybodyLooked_KeepsTheTrialForAnEye()
    {
        TimedTestRun run = Run("t25fw");
        Walker().Play(run, 16, Go(5), Stop(11), Of(TestRequestKind.End, 15));
        run.Trials.ShouldHaveSingleItem().Validity.ShouldBe(Validity.Attention);
        run.Trials[0].Reason.ShouldContain("nobody has looked at it");
        run.State.ShouldBe(TestState.Over);
    }

    [Fact]
    public void WalkerWhoGoesForwardInABackwardTest_IsSeen()
    {
        TimedTestRun run = Run("3mbw");
        new HandMadeFeet().Walk(5.4, 4.5 / 10, 0.5, 10).Play(run, 14, Go(5), Stop(9));
        run.Outcome!.Notes.ShouldContain(n => n.EndsWith("strides did not go backward", StringComparison.Ordinal));
        TimedTestRun back = Run("3mbw");
        new HandMadeFeet().Walk(5.4, -4.5 / 10, 0.5, 10).Play(back, 14, Go(5), Stop(8.6));
        back.Outcome!.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void SixMinutes_AreAnnouncedEach_EndByThemselves_AndHaveTheirMinutes()
    {
        List<TestNotice> notices = [];
        TimedTestRun run = Run("6mwt", notices.Add, corridorM: 30, official: "stride-sum");
        new HandMadeFeet().Walk(5, 0.6, 0.5, 800).Play(run, 370, Go(5), Of(TestRequestKind.Rest, 100), Of(TestRequestKind.GoOn, 112));
        notices.Where(n => n.Kind == TestNoticeKind.Minute).Select(n => (n.Number, n.TimeS)).ShouldBe([(1, 65), (2, 125), (3, 185), (4, 245), (5, 305), (6, 365)]);
        run.State.ShouldBe(TestState.Ended);
        TrialOutcome outcome = run.Outcome!;
        outcome.Values["stride-sum"].ShouldBe(720 * 0.6, 0.7);
        foreach (int minute in Enumerable.Range(1, 6)) outcome.Part($"distance_minute_{minute}").ShouldBe(72, 0.7);
        outcome.Part("dwi_6_1").ShouldBe(0, 1);
        outcome.Part("rested").ShouldBe(12, 1e-9);
        outcome.WatchS.ShouldBeNull();
    }

    [Fact]
    public void Key_IsTimedByTheHostsClock_FromTheWalksStart()
    {
        KeyTime.OnWalkS(new HostTime(12_345_678), new HostTime(2_345_678)).ShouldBe(10, 1e-9);
        KeyTime.OnWalkS(new HostTime(0), new HostTime(500_000)).ShouldBe(-0.5, 1e-9);
    }

    [Fact]
    public void KeysOutOfPlace_AreRefused_AndChangeNothing()
    {
        TimedTestRun run = Run("t25fw");
        new HandMadeFeet().Play(run, 4);
        foreach (TestRequestKind kind in (TestRequestKind[])[TestRequestKind.Stop, TestRequestKind.Lap, TestRequestKind.Rest, TestRequestKind.GoOn, TestRequestKind.Error, TestRequestKind.Abort, TestRequestKind.Accept, TestRequestKind.Reject, TestRequestKind.Next])
        {
            run.Take(Of(kind, 4)).ShouldNotBeNull();
            run.State.ShouldBe(TestState.Ready);
        }

        run.Take(Go(4)).ShouldBeNull();
        run.Take(Go(4.1)).ShouldNotBeNull();
        run.Take(Stop(3.9)).ShouldNotBeNull();
        run.Take(Of(TestRequestKind.Stop, double.NaN)).ShouldNotBeNull();
        run.State.ShouldBe(TestState.Running);
        run.Draft.GoS.ShouldBe(4);
    }
}

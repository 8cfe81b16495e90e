using GaitSense.Core;
using GaitSense.Feedback.Backward;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;

namespace GaitSense.Feedback.Tests;

/// <summary>Walking backward has gates of its own.</summary>
public sealed class BackwardTests
{
    private static readonly CuePlan Plan = new()
    {
        Practice = Practice.Backward,
        DurationS = 3600,
        Rhythm = new RhythmPlan { BaselineS = 10, BaselineStrides = 6 },
        Backward = new BackwardPlan { BoutS = 40, RestS = 10, PathM = 50 },
    };

    private readonly Stepper _walk = new(Plan) { Direction = WalkingDirection.Backward, LengthM = 0.5 };

    [Fact]
    public void WithoutTheChecklist_NothingIsCued()
    {
        _walk.Walk(200);
        _walk.Cues.Decided.Where(c => c.Kind != CueKind.Words).ShouldBeEmpty();
    }

    [Fact]
    public void WithoutTheChecklist_ItIsTheReasonFromTheBeginningOn()
    {
        _walk.Engine.Silence.ShouldBe(SilenceReason.Unconfirmed);
        _walk.Walk(30);
        _walk.Engine.Silence.ShouldBe(SilenceReason.Unconfirmed);
        _walk.Direction = WalkingDirection.Forward;
        _walk.Walk(30);
        _walk.Engine.Silence.ShouldBe(SilenceReason.Unconfirmed, "another direction is not why");
        Confirm();
        _walk.Engine.Silence.ShouldBe(SilenceReason.WrongDirection);
    }

    [Fact]
    public void BackwardBeforeTheCheckIsPassed_StopIsSaidToItsEndAtAnyTimeOfTheCheck()
    {
        for (double after = 0; after < 30; after += 1.1)
        {
            Stepper walk = new(Plan with { Safety = new SafetyPlan { StartCheck = true } }) { Direction = WalkingDirection.Backward, LengthM = 0.5 };
            walk.Engine.Request(CueRequest.ConfirmChecklist);
            walk.Pass(after);
            walk.Step();
            walk.Step();
            double known = walk.NowS;
            walk.Walk(8);
            Cue stop = walk.Cues.Heard.Where(c => c.Phrase is Phrases.Stop).ShouldHaveSingleItem("told once");
            stop.DecidedAt.Seconds.ShouldBeLessThan(known);
            walk.Cues.Decided.ShouldNotContain(c => c.Number > stop.Number && c.DecidedAt.SecondsSince(stop.DecidedAt) < BackwardBouts.StopSaidS, $"no question into it, after {after} s");
            walk.Cues.Beats.ShouldBeEmpty();
        }
    }

    [Fact]
    public void SilenceThatSomebodyAskedFor_HoldsAtThePathsEndAndStopIsSaidOnceItIsTakenBack()
    {
        Confirm();
        _walk.Walk(10);
        _walk.Engine.Request(CueRequest.Stop);
        int said = _walk.Cues.Decided.Count;
        _walk.Walk(60);
        _walk.Cues.Decided.Count.ShouldBe(said, "who asked for silence is beside the walker");
        _walk.Engine.Request(CueRequest.Go);
        _walk.Step();
        _walk.Cues.Decided.Skip(said).Select(c => c.Phrase).ShouldBe([Phrases.Stop]);
    }

    [Fact]
    public void Stretch_IsOverAtItsTimeAndAnotherNeedsARest()
    {
        Confirm();
        _walk.Walk(100);
        _walk.Cues.Said.Count(s => string.Equals(s, Phrases.BoutOver, StringComparison.Ordinal)).ShouldBe(1);
        double last = _walk.Cues.Beats.Max(b => b.PlannedAt.Seconds);
        last.ShouldBeLessThan(43);
        _walk.Pass(12);
        _walk.Direction = WalkingDirection.Forward;
        _walk.Walk(110);
        _walk.Direction = WalkingDirection.Backward;
        double rested = _walk.NowS;
        _walk.Walk(20);
        _walk.Cues.Beats.Last().PlannedAt.Seconds.ShouldBeGreaterThan(rested);
    }

    [Fact]
    public void NotWalkedForwardAgain_NoBeatAndToldToStopOnce()
    {
        Confirm();
        _walk.Walk(20);
        _walk.Pass(15);
        double stood = _walk.NowS;
        _walk.Walk(20);
        _walk.Cues.Beats.ShouldNotContain(b => b.PlannedAt.Seconds > stood);
        _walk.Cues.Heard.Where(c => c.DecidedAt.Seconds > stood).Select(c => c.Phrase).ShouldBe([Phrases.Stop]);
        _walk.Engine.Silence.ShouldBe(SilenceReason.AwayFromStart);
        _walk.Pass(5);
        Confirm();
        double confirmed = _walk.NowS;
        _walk.Walk(10);
        _walk.Cues.Beats.ShouldContain(b => b.PlannedAt.Seconds > confirmed, "a person confirmed the path from here");
    }

    [Fact]
    public void FirstStretch_IsSaidToBeSilentOnceUnlessThePaceIsKnown()
    {
        Confirm();
        _walk.Pass(5);
        _walk.Cues.Said.ShouldBe([Phrases.FirstSilent]);
        Confirm();
        _walk.Pass(5);
        _walk.Cues.Said.Count().ShouldBe(1);

        Stepper known = new(Plan with { Rhythm = Plan.Rhythm with { OwnCadenceStepsPerMin = 118 } }) { Direction = WalkingDirection.Backward, LengthM = 0.5 };
        known.Engine.Request(CueRequest.ConfirmChecklist);
        known.Walk(6);
        known.Cues.Said.ShouldBeEmpty();
        known.Cues.Beats.Count().ShouldBeGreaterThan(4, "beats from the first clean steps on");
        known.Engine.Report().BaselineCadenceStepsPerMin.ShouldBe(118);
        known.Cues.Outcomes.Max(o => o.TempoStepsPerMin)!.Value.ShouldBeLessThanOrEqualTo(118.1);
    }

    [Fact]
    public void PathTooShortForABeat_IsSaidOnceAfterThreeStretches()
    {
        Stepper walk = new(Plan with { Backward = Plan.Backward with { PathM = 4 } }) { Direction = WalkingDirection.Backward, LengthM = 0.9 };
        for (int i = 0; i < 5; i++)
        {
            walk.Engine.Request(CueRequest.ConfirmChecklist);
            walk.Pass(15);
            walk.Walk(2);
            walk.Pass(15);
        }

        walk.Cues.Beats.ShouldBeEmpty();
        walk.Cues.Said.Count(s => string.Equals(s, Phrases.TooShort, StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void TurnedAndWalkedForwardTowardThePathsEnd_IsNotHavingGoneBack()
    {
        Confirm();
        _walk.Walk(20);
        _walk.Direction = WalkingDirection.Forward;
        _walk.TurnDeg = 45;
        for (int i = 0; i < 8; i++) _walk.Step(); // both feet by 180 degrees
        _walk.TurnDeg = 0;
        _walk.Walk(40);
        double turned = _walk.NowS;
        _walk.Direction = WalkingDirection.Backward;
        _walk.Walk(4);
        _walk.Cues.Beats.ShouldNotContain(b => b.PlannedAt.Seconds > turned);
        _walk.Cues.Heard.Where(c => c.DecidedAt.Seconds > turned).Select(c => c.Phrase).ShouldBe([Phrases.Stop]);
    }

    [Fact]
    public void ForwardStridesWhoseTurnIsNotKnown_OpenNoStretch()
    {
        Confirm();
        _walk.Walk(20);
        _walk.Direction = WalkingDirection.Forward;
        _walk.TurnDeg = null;
        _walk.Walk(60);
        double walked = _walk.NowS;
        (_walk.Direction, _walk.TurnDeg) = (WalkingDirection.Backward, 0);
        _walk.Walk(10);
        _walk.Cues.Beats.ShouldNotContain(b => b.PlannedAt.Seconds > walked);
        _walk.Engine.Silence.ShouldBe(SilenceReason.AwayFromStart);
    }

    [Fact]
    public void UnknownSwings_DoNotKeepBackwardCuesAlive()
    {
        Confirm();
        _walk.Walk(20);
        _walk.Direction = WalkingDirection.Unknown;
        _walk.Step();
        double at = _walk.NowS;
        for (int i = 0; i < 6; i++) _walk.Step();
        _walk.Cues.Beats.ShouldNotContain(b => b.DecidedAt.Seconds > at);
    }

    [Fact]
    public void IrregularStep_StopsAtOnceAndIsSaid()
    {
        Confirm();
        _walk.Walk(20);
        _walk.Step(0.75);
        double at = _walk.NowS;
        _walk.Walk(5);
        _walk.Cues.Said.ShouldContain(s => string.Equals(s, Phrases.Stop, StringComparison.Ordinal));
        _walk.Cues.Beats.Max(b => b.PlannedAt.Seconds).ShouldBeLessThanOrEqualTo(at);
    }

    [Fact]
    public void Turn_StopsAndIsSaid()
    {
        Confirm();
        _walk.Walk(20);
        _walk.TurnDeg = 40;
        _walk.Step();
        _walk.Walk(5);
        _walk.Cues.Said.ShouldContain(s => string.Equals(s, Phrases.Stop, StringComparison.Ordinal));
    }

    [Fact]
    public void Path_ItsLastMetresAreCountedDown()
    {
        Stepper walk = new(Plan with { Backward = Plan.Backward with { PathM = 6, BoutS = 300 } }) { Direction = WalkingDirection.Backward, LengthM = 0.4 };
        walk.Engine.Request(CueRequest.ConfirmChecklist);
        walk.Walk(60, 0.8);
        walk.Cues.Said.ShouldBe([Phrases.FirstSilent, "count-3", "count-2", "count-1", Phrases.BoutOver], "and then nothing: who was told to stop is not told again");
    }

    [Fact]
    public void QuickWalker_TheTempoStaysAtTheOwn()
    {
        Confirm();
        _walk.Walk(12, 0.6);
        _walk.Walk(20, 0.57);
        _walk.Cues.Outcomes.Max(o => o.TempoStepsPerMin)!.Value.ShouldBeLessThanOrEqualTo(100.1);
    }

    private void Confirm() => _walk.Engine.Request(CueRequest.ConfirmChecklist);
}

using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Engine;
using GaitSense.Feedback.Plan;

namespace GaitSense.Feedback.Tests;

/// <summary>The tempo climbs for who follows, goes back for who does not, and stays there after the second time.</summary>
public sealed class LadderTests
{
    private static readonly CuePlan Climbing = new() { DurationS = 3600, Ladder = new LadderPlan { Enabled = true }, Rest = new RestPlan { EveryS = 3600 } };

    [Fact]
    public void WalkerWhoFollows_ClimbsToTheCapAndNotFarther()
    {
        Stepper steps = Walk(Climbing, Following.Well, minutes: 12);
        CueReport report = steps.Engine.Report();
        report.HighestLevelPercent.ShouldBe(6);
        report.BackOffs.ShouldBe(0);
        steps.Cues.Outcomes.Max(o => o.TempoStepsPerMin)!.Value.ShouldBeLessThanOrEqualTo(1.0601 * report.BaselineCadenceStepsPerMin!.Value);
        steps.Engine.TempoStepsPerMin!.Value.ShouldBe(1.06 * report.BaselineCadenceStepsPerMin.Value, 0.5);
    }

    [Fact]
    public void WalkerWhoDoesNot_GoesBackTwiceAndStaysAtTheOwnPace()
    {
        Stepper steps = Walk(Climbing, Following.NotAtAll, minutes: 12);
        CueReport report = steps.Engine.Report();
        report.BackOffs.ShouldBe(2);
        steps.Engine.TempoStepsPerMin!.Value.ShouldBe(report.BaselineCadenceStepsPerMin!.Value, 0.02 * report.BaselineCadenceStepsPerMin.Value);
    }

    [Fact]
    public void WalkerWhoTires_IsNotPushed()
    {
        Stepper steps = Walk(Climbing, new Following(0, 0, DriftPerMin: 0.01), minutes: 9);
        CueReport report = steps.Engine.Report();
        report.HighestLevelPercent.ShouldBeLessThanOrEqualTo(2);
        double own = steps.Cues.Outcomes.Where(o => o.Contact is not null).TakeLast(20).Average(o => o.TempoStepsPerMin!.Value);
        own.ShouldBeLessThan(0.96 * report.BaselineCadenceStepsPerMin!.Value);
    }

    [Fact]
    public void ShorterStrides_StopTheClimb()
    {
        Stepper steps = new(Climbing);
        CuedWalker walker = new(steps, Following.Well, 0.55, new Random(1));
        steps.WalkIn(0.55);
        steps.LengthM *= 0.9;
        walker.Walk(400);
        steps.Engine.Report().HighestLevelPercent.ShouldBe(0);
    }

    [Fact]
    public void RestOffered_NoTempoClimbsAfterIt()
    {
        Stepper steps = new(Climbing with { Rest = new RestPlan { EveryS = 60 } });
        CuedWalker walker = new(steps, Following.Well, 0.55, new Random(1));
        walker.Walk(600);
        steps.Cues.Said.ShouldContain(p => string.Equals(p, Phrases.Rest, StringComparison.Ordinal));
        steps.Engine.Report().HighestLevelPercent.ShouldBe(0);
    }

    private static Stepper Walk(CuePlan plan, Following following, double minutes)
    {
        Stepper steps = new(plan);
        new CuedWalker(steps, following, 0.55, new Random(7)).Walk(60 * minutes);
        return steps;
    }
}

using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;

namespace GaitSense.Feedback.Tests;

/// <summary>A silence that the plan wanted says which part of the plan it is.</summary>
public sealed class PlannedSilenceTests
{
    private static readonly CuePlan Plan = new()
    {
        DurationS = 400,
        Rhythm = new RhythmPlan { BaselineS = 20, BaselineStrides = 10 },
        Fading = new FadingPlan { CuedMinutesPercent = 50, ProbeS = 60 },
    };

    [Fact]
    public void Walk_WithFadingAndAProbe_NamesBaselinePauseProbeAndTheEndOfThePlan()
    {
        Stepper walk = new(Plan);
        walk.Walk(10);
        walk.Engine.Silence.ShouldBe(SilenceReason.Baseline);
        walk.WalkIn();
        double from = walk.NowS;
        walk.Engine.Silence.ShouldBe(SilenceReason.None);
        walk.Walk(from + 55 - walk.NowS);
        walk.Engine.Silence.ShouldBe(SilenceReason.None, "the first minute is cued");
        walk.Walk(from + 90 - walk.NowS);
        walk.Engine.Silence.ShouldBe(SilenceReason.Fading, "the second is not");
        walk.Walk(from + 150 - walk.NowS);
        walk.Engine.Silence.ShouldBe(SilenceReason.None, "the third is");
        walk.Walk(338 - walk.NowS);
        walk.Engine.Silence.ShouldNotBe(SilenceReason.Probe);
        walk.Walk(345 - walk.NowS);
        walk.Engine.Silence.ShouldBe(SilenceReason.Probe, "the last minute of the plan's time");
        walk.Walk(405 - walk.NowS);
        walk.Engine.Silence.ShouldBe(SilenceReason.PlanOver);
    }

    [Fact]
    public void BackwardAgainWithoutHavingStood_TheRestIsTheReason()
    {
        CuePlan plan = new()
        {
            Practice = Practice.Backward,
            DurationS = 3600,
            Rhythm = new RhythmPlan { BaselineS = 10, BaselineStrides = 6 },
            Backward = new BackwardPlan { BoutS = 40, RestS = 10, PathM = 50 },
        };
        Stepper walk = new(plan) { Direction = WalkingDirection.Backward, LengthM = 0.5 };
        walk.Engine.Request(CueRequest.ConfirmChecklist);
        walk.Walk(42);
        walk.Engine.Silence.ShouldBe(SilenceReason.AwayFromStart, "the stretch is over; the way back is not walked");
        walk.Direction = WalkingDirection.Forward;
        walk.Walk(60);
        walk.Direction = WalkingDirection.Backward;
        walk.Walk(6);
        walk.Engine.Silence.ShouldBe(SilenceReason.Rest);
        walk.Cues.Beats.ShouldNotContain(b => b.PlannedAt.Seconds > 43);
    }

    [Theory]
    [InlineData(SilenceReason.Baseline, true)]
    [InlineData(SilenceReason.Fading, true)]
    [InlineData(SilenceReason.Probe, true)]
    [InlineData(SilenceReason.PlanOver, true)]
    [InlineData(SilenceReason.Rest, true)]
    [InlineData(SilenceReason.Interrupted, false)]
    [InlineData(SilenceReason.Stopped, false)]
    [InlineData(SilenceReason.AwayFromStart, false)]
    [InlineData(SilenceReason.None, false)]
    public void Reason_IsThePlansOrNot(SilenceReason reason, bool isPlanned) => reason.IsPlanned().ShouldBe(isPlanned);
}

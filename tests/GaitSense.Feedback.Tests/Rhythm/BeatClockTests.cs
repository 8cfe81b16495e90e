using GaitSense.Core;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Rhythm;

namespace GaitSense.Feedback.Tests;

/// <summary>The next beat is for the other foot, even or on its own late or early landing, and never far from the steps.</summary>
public sealed class BeatClockTests
{
    // The left foot lands 0.05 s late: after it the right one comes in 0.4 s, after the right one the left in 0.6 s; even beats lie between.
    [Theory]
    [InlineData(Foot.Left, 0, 0.4)]
    [InlineData(Foot.Right, 0, 0.6)]
    [InlineData(Foot.Left, 100, 0.45)]
    [InlineData(Foot.Right, 100, 0.55)]
    public void FirstBeat_OfSomebodyWhoLimps_IsOnTheOtherFootsLanding_OrEven(Foot foot, double evennessPercent, double beatS)
    {
        BeatClock clock = new(new RhythmPlan { EvennessPercent = evennessPercent });
        clock.Lock(foot, At(10), limpS: 0.05, tempoStepsPerMin: 120);
        clock.IsLocked.ShouldBeTrue();
        clock.Beat.Seconds.ShouldBe(10 + beatS, 1e-6);
        clock.PeriodS.ShouldBe(0.5, 1e-9);
        clock.AsynchronyS.ShouldBe(0);
    }

    // 15 % of 0.5 s.
    [Theory, InlineData(0.074, true), InlineData(-0.074, true), InlineData(0.076, false), InlineData(-0.076, false)]
    public void BeatsAndSteps_ComeApartAtAShareOfAStep(double lateS, bool isInTime)
    {
        BeatClock clock = new(new RhythmPlan { OutOfPhasePercent = 15 });
        clock.Lock(Foot.Left, At(10), 0, 120);
        clock.TryAdvance(Foot.Right, At(10.5 + lateS), 120, 0.7).ShouldBe(isInTime);
        clock.IsLocked.ShouldBe(isInTime);
        clock.AsynchronyS.ShouldBe(lateS, 1e-6);
    }

    // Half of a difference of 10 ms is made up for, and of a large one no more than 4 % of a step.
    [Theory, InlineData(0.01, 0.005), InlineData(-0.01, -0.005), InlineData(0.06, 0.02), InlineData(-0.06, -0.02)]
    public void NextBeat_MovesTowardTheLandingByALimitedPart(double lateS, double movedS)
    {
        BeatClock clock = new(new RhythmPlan { MaxCorrectionPercent = 4 });
        clock.Lock(Foot.Left, At(10), 0, 120);
        clock.TryAdvance(Foot.Right, At(10.5 + lateS), targetStepsPerMin: 120, phaseGain: 0.5).ShouldBeTrue();
        clock.Beat.Seconds.ShouldBe(11 + movedS, 1e-6);
        clock.Unlock();
        clock.IsLocked.ShouldBeFalse();
    }

    [Theory]
    [InlineData(100, true, 100)]
    [InlineData(80, true, 90)]
    [InlineData(120, true, 110)]
    [InlineData(105, false, 100)]
    [InlineData(95, false, 95)]
    public void PreferredCadence_IsFollowedATenthOfTheWay_AndBackwardNeverFaster(double now, bool mayExceed, double followed) =>
        new BeatClock(new RhythmPlan { FollowPercent = 10 }).Follow(100, now, mayExceed).ShouldBe(followed, 1e-9);

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);
}

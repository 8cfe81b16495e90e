using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Engine;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Safety;

namespace GaitSense.Feedback.Tests;

/// <summary>The small watches of the cue engine, each rule at its edge.</summary>
public sealed class SmallWatchTests
{
    [Theory]
    [InlineData(0.29, 1.4, true)]
    [InlineData(-0.29, 1.4, true)]
    [InlineData(0.27, 1.4, false)] // below a fifth of the length
    [InlineData(0.11, 0.4, true)]
    [InlineData(0.09, 0.4, false)] // below 0.1 m, however short
    public void TwoStridesInARow_UpOrDownByAFifthOfTheirLength_AreSteep(double heightM, double lengthM, bool isSteep)
    {
        SlopeWatch slope = new();
        slope.IsSteep(Stride(heightM, lengthM)).ShouldBeFalse("one stride does not tell");
        slope.IsSteep(Stride(heightM, lengthM)).ShouldBe(isSteep);
    }

    [Fact]
    public void UpAndDown_OrALevelStrideBetween_IsNotSteep()
    {
        SlopeWatch slope = new();
        slope.IsSteep(Stride(0.4, 1)).ShouldBeFalse();
        slope.IsSteep(Stride(-0.4, 1)).ShouldBeFalse();
        slope.IsSteep(Stride(0, 1)).ShouldBeFalse();
        slope.IsSteep(Stride(-0.4, 1)).ShouldBeFalse();
        slope.IsSteep(Stride(null, 1)).ShouldBeFalse("what is not known says nothing");
        slope.IsSteep(Stride(-0.4, 1)).ShouldBeTrue();
    }

    [Fact]
    public void Foot_IsLiftedBySwingOrSpeed_UntilItLandsOrLiesFlat()
    {
        LiftWatch lifts = new();
        lifts.IsLifted(Foot.Left).ShouldBeFalse();
        lifts.Observe(Pose(Foot.Left, FootPhase.PushOff, 0.29));
        lifts.IsLifted(Foot.Left).ShouldBeFalse("a rising heel");
        lifts.Observe(Pose(Foot.Left, FootPhase.PushOff, 0.31));
        (lifts.IsLifted(Foot.Left), lifts.IsLifted(Foot.Right)).ShouldBe((true, false));
        lifts.Land(Foot.Right);
        lifts.IsLifted(Foot.Left).ShouldBeTrue("the other foot landed");
        lifts.Land(Foot.Left);
        lifts.IsLifted(Foot.Left).ShouldBeFalse();
        lifts.Observe(Pose(Foot.Left, FootPhase.Swing, 0));
        lifts.IsLifted(Foot.Left).ShouldBeTrue();
        lifts.Observe(Pose(Foot.Left, FootPhase.FootFlat, 0.5));
        lifts.IsLifted(Foot.Left).ShouldBeFalse("a heel that came down again");
    }

    [Theory, InlineData(19, true), InlineData(20.1, false)]
    public void SeventhSilence_WithinTwoMinutes_EndsTheCues(double everyS, bool ends)
    {
        PieceWatch pieces = new();
        for (int i = 0; i < 6; i++) pieces.Fall(DeviceTime.FromSeconds(i * everyS), SilenceReason.StepIrregular, isLadder: false).ShouldBeFalse();
        pieces.HasEnded.ShouldBeFalse();
        pieces.Fall(DeviceTime.FromSeconds(6 * everyS), SilenceReason.StepMissed, isLadder: false).ShouldBe(ends);
        pieces.HasEnded.ShouldBe(ends);
        if (ends) pieces.Fall(DeviceTime.FromSeconds((6 * everyS) + 1), SilenceReason.StepMissed, isLadder: false).ShouldBeFalse("it is told once");
    }

    [Theory]
    [InlineData(SilenceReason.Fading, false, false)]
    [InlineData(SilenceReason.Baseline, false, false)]
    [InlineData(SilenceReason.Rest, false, false)]
    [InlineData(SilenceReason.Stopped, false, false)]
    [InlineData(SilenceReason.OutOfPhase, true, false)] // the ladder goes back by itself
    [InlineData(SilenceReason.OutOfPhase, false, true)]
    [InlineData(SilenceReason.StepIrregular, true, true)]
    [InlineData(SilenceReason.Turning, false, true)]
    public void Silence_ThatWasWanted_IsNoPiece(SilenceReason why, bool isLadder, bool counts)
    {
        PieceWatch pieces = new();
        for (int i = 0; i < 7; i++) pieces.Fall(DeviceTime.FromSeconds(i), why, isLadder);
        pieces.HasEnded.ShouldBe(counts);
    }

    [Theory]
    [InlineData(WalkingDirection.Forward, false, true)]
    [InlineData(WalkingDirection.InPlace, false, true)]
    [InlineData(WalkingDirection.Unknown, false, true)]
    [InlineData(WalkingDirection.Backward, true, false)]
    [InlineData(WalkingDirection.Left, true, false)]
    [InlineData(WalkingDirection.Right, true, false)]
    public void Forward_IsRightUnlessEitherFootGoesAnotherWay(WalkingDirection direction, bool isWrong, bool isRight)
    {
        foreach (Foot foot in (Foot[])[Foot.Left, Foot.Right])
        {
            DirectionWatch watch = new(Practice.Forward);
            watch.IsRight.ShouldBeTrue();
            watch.IsWrong(foot, direction).ShouldBe(isWrong);
            watch.IsRight.ShouldBe(isRight);
            watch.IsWrong(foot, WalkingDirection.Unknown).ShouldBeFalse();
            watch.IsRight.ShouldBe(isRight, "what is not known changes nothing forward");
            watch.IsWrong(foot, WalkingDirection.Forward);
            watch.IsRight.ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData(WalkingDirection.Backward, false, true)]
    [InlineData(WalkingDirection.Unknown, false, false)]
    [InlineData(WalkingDirection.InPlace, true, false)]
    [InlineData(WalkingDirection.Forward, true, false)]
    [InlineData(WalkingDirection.Left, true, false)]
    public void Backward_IsRightOnlyWhereBothFeetAreSeenToGoSo(WalkingDirection direction, bool isWrong, bool isRight)
    {
        foreach (Foot foot in (Foot[])[Foot.Left, Foot.Right])
        {
            DirectionWatch watch = new(Practice.Backward);
            watch.IsRight.ShouldBeFalse();
            watch.IsWrong(foot, WalkingDirection.Backward).ShouldBeFalse();
            watch.IsRight.ShouldBeFalse("one foot");
            watch.IsWrong(foot == Foot.Left ? Foot.Right : Foot.Left, WalkingDirection.Backward).ShouldBeFalse();
            watch.IsRight.ShouldBeTrue();
            watch.IsWrong(foot, direction).ShouldBe(isWrong);
            watch.IsRight.ShouldBe(isRight);
        }
    }

    // 0.35 of a step less 60 ms: at 60 steps/min 0.29 s, at 120 0.115 s; where nothing is left there is none.
    [Theory, InlineData(60, 0.29), InlineData(120, 0.115), InlineData(350, 0)]
    public void Latency_ThatIsAllowed_IsWhatIsLeftOfAStep(double cadence, double latencyS)
    {
        OutputLatency.MaxLatencyS(cadence).ShouldBe(latencyS, 1e-9);
        OutputLatency.MaxCadenceStepsPerMin(latencyS).ShouldBe(cadence, 1e-6);
    }

    [Theory, InlineData(43.9, false), InlineData(44, true), InlineData(100, true), InlineData(141, true), InlineData(141.1, false), InlineData(double.PositiveInfinity, false)]
    public void Cadence_HasCuesWithinThePlan_EndsIncluded(double cadence, bool allows) => new RhythmPlan().Allows(cadence).ShouldBe(allows);

    private static Stride Stride(double? heightM, double lengthM) => new() { HeightChangeM = heightM, LengthM = lengthM };

    private static FootPose Pose(Foot foot, FootPhase phase, double speedMps) => new(foot, default, default, new Vector3D(0, speedMps, 0), 0, 0, phase);
}

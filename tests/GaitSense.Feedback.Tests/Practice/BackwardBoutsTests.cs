using GaitSense.Core;
using GaitSense.Feedback.Backward;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;

namespace GaitSense.Feedback.Tests;

/// <summary>When a stretch of walking backward begins, when it is over, and when the next may begin: strides of 1 m in 1.25 s on a path of 10 m.</summary>
public sealed class BackwardBoutsTests
{
    private readonly BackwardBouts _bouts = new(new BackwardPlan { PathM = 10, BoutS = 20, RestS = 10 });
    private double _nowS = 10;
    private Foot _next = Foot.Left;

    public BackwardBoutsTests() => _bouts.Confirm();

    // 12 strides are 6.268 m and what they may be off by; "stop" is decided on at 10 - 1.5 - 0.8 m/s * 1.3 s - half a stride = 6.96 m.
    [Fact]
    public void Stretch_IsOverSoEarlyThatStopHasBeenSaidBeforeTheRunOut()
    {
        Walk(WalkingDirection.Backward, 12);
        double overS = (10 - 1.5 - (0.8 * 1.3) - 0.5 - (6 + (0.06 * Math.Sqrt(12)) + 0.06)) / 0.8;
        _bouts.IsOver(At(_nowS + overS - 0.01)).ShouldBeFalse();
        _bouts.IsUnderWay.ShouldBeTrue();
        _bouts.IsOver(At(_nowS + overS + 0.01)).ShouldBeTrue();
        (_bouts.IsUnderWay, _bouts.IsOpen, _bouts.Why).ShouldBe((false, false, SilenceReason.AwayFromStart));
        _bouts.IsOver(At(_nowS + overS + 0.5)).ShouldBeFalse("it is told once");
    }

    // Who begins 2.306 m ahead of the start has no longer path than who begins at it.
    [Fact]
    public void Stretch_BegunAheadOfTheStart_IsAsMuchShorter()
    {
        Walk(WalkingDirection.Forward, 6);
        Walk(WalkingDirection.Backward, 12);
        double aheadM = 2 - (0.06 * Math.Sqrt(7)) - 0.035 + 0.5, behindM = 3 + (0.06 * Math.Sqrt(18)) + 0.09;
        double overS = (10 - aheadM - 1.5 - (0.8 * 1.3) - 0.5 - behindM) / 0.8;
        _bouts.IsOver(At(_nowS + overS - 0.01)).ShouldBeFalse();
        _bouts.IsOver(At(_nowS + overS + 0.01)).ShouldBeTrue();
    }

    [Theory, InlineData(19.999, false), InlineData(20, true)]
    public void Stretch_IsOverAtItsTime(double afterS, bool isOver)
    {
        Walk(WalkingDirection.Backward, 1);
        double beganS = _nowS - 0.5;
        _bouts.IsOver(At(beganS + afterS)).ShouldBe(isOver);
        _bouts.IsUnderWay.ShouldBe(!isOver);
    }

    // 5.240 m and 0.8 m/s would be at 6.96 m after 2.15 s; who has not stepped for 2 s stands.
    [Fact]
    public void WalkerWhoStands_DoesNotComeNearerToTheEnd()
    {
        Walk(WalkingDirection.Backward, 10);
        _bouts.IsOver(At(_nowS + 2)).ShouldBeFalse();
        _bouts.IsOver(At(_nowS + 5)).ShouldBeFalse();
        _bouts.IsUnderWay.ShouldBeTrue();
    }

    [Theory, InlineData(14.999, false), InlineData(15, true)]
    public void StretchOfItsWholeTime_ARestMustFollowWithoutSteps(double afterS, bool isOpen)
    {
        Walk(WalkingDirection.Backward, 1);
        double overS = _nowS + 20;
        _bouts.IsOver(At(overS)).ShouldBeTrue();
        Walk(WalkingDirection.Forward, 4);
        _bouts.Why.ShouldBe(SilenceReason.Rest);
        _bouts.Land(At(overS + 5));
        _bouts.IsOver(At(overS + afterS)).ShouldBeFalse();
        _bouts.IsOpen.ShouldBe(isOpen);
    }

    // 5.240 m and three steps of half a metre: 6.74 m now, 6.98 m after 0.3 s.
    [Theory, InlineData(0, false), InlineData(0.3, true)]
    public void StretchThatBreaksOff_StopIsSaidWhereTheEndIsWithinThreeSteps(double afterS, bool isNear)
    {
        Walk(WalkingDirection.Backward, 10);
        _bouts.End(At(_nowS + afterS)).ShouldBe(isNear);
        _bouts.IsUnderWay.ShouldBeFalse();
        _bouts.End(At(_nowS + afterS)).ShouldBeFalse("there is none to end");
    }

    [Theory]
    [InlineData(2, SilenceReason.StepMissed, false)]
    [InlineData(2, SilenceReason.SensorLost, true)]
    [InlineData(11, SilenceReason.StepMissed, true)]
    [InlineData(11, SilenceReason.SensorLost, true)]
    public void WalkerWhoIsNotSeen_IsToldToStop_AndWhoseStepDidNotComeOnlyNearTheEnd(int strides, SilenceReason why, bool isTold)
    {
        Walk(WalkingDirection.Backward, strides);
        _bouts.LoseStep(At(_nowS), why).ShouldBe(isTold);
        _bouts.IsUnderWay.ShouldBeFalse();
    }

    [Theory, InlineData(SilenceReason.StepMissed, true), InlineData(SilenceReason.SensorLost, false)]
    public void WalkerWhoWasNotSeen_IsLostUntilAPersonSaysWhere(SilenceReason why, bool isOpen)
    {
        Walk(WalkingDirection.Backward, 2);
        _bouts.LoseStep(At(_nowS), why);
        _bouts.LoseStep(At(_nowS + 1), why).ShouldBeFalse("nobody walks backward");
        Walk(WalkingDirection.Forward, 6);
        _bouts.IsOpen.ShouldBe(isOpen);
        if (!isOpen) _bouts.Why.ShouldBe(SilenceReason.AwayFromStart);
        _bouts.Confirm();
        _bouts.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void WalkerWhoHasNotMoved_IsNotLost()
    {
        _bouts.LoseStep(At(_nowS), SilenceReason.SensorLost).ShouldBeFalse();
        _bouts.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void WhoWasToldToStop_IsNotToldAgainUntilWalkingForward()
    {
        Walk(WalkingDirection.Backward, 2);
        _bouts.End(At(_nowS));
        Walk(WalkingDirection.Backward, 1).ShouldBe(Phrases.Stop);
        _bouts.Said(Phrases.Stop).ShouldBe(Phrases.Stop);
        _bouts.Said(Phrases.BoutOver).ShouldBe(Phrases.BoutOver);
        _bouts.Said(Phrases.TooShort);
        Walk(WalkingDirection.Backward, 1).ShouldBeNull();
        Walk(WalkingDirection.Forward, 1).ShouldBeNull();
        Walk(WalkingDirection.Backward, 1).ShouldBe(Phrases.Stop);
    }

    [Fact]
    public void ThirdStretchWithoutABeat_IsSaidToBeTooShortOnce()
    {
        Stretch();
        Stretch();
        _bouts.Beat();
        for (int i = 0; i < 3; i++)
        {
            _bouts.Explains(isPaceKnown: true).ShouldBeNull($"{i} stretches");
            Stretch();
        }

        _bouts.Explains(isPaceKnown: true).ShouldBe(Phrases.TooShort);
        _bouts.Explains(isPaceKnown: true).ShouldBeNull();

        void Stretch()
        {
            Walk(WalkingDirection.Backward, 2);
            _bouts.End(At(_nowS));
            Walk(WalkingDirection.Forward, 4);
        }
    }

    private string? Walk(WalkingDirection direction, int strides)
    {
        string? said = null;
        for (int i = 0; i < strides; i++)
        {
            _nowS += 0.625;
            _bouts.Land(At(_nowS));
            said = _bouts.Stride(
                new Stride
                {
                    Foot = _next,
                    Start = At(_nowS - 1.25),
                    TerminalContact = At(_nowS - 0.5),
                    End = At(_nowS),
                    LengthM = 1,
                    TurnRad = 0,
                    Direction = direction,
                },
                isChecked: true);
            _next = _next == Foot.Left ? Foot.Right : Foot.Left;
        }

        return said;
    }

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);
}

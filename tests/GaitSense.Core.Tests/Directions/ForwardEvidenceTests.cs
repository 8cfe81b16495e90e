namespace GaitSense.Core.Tests;

/// <summary>Which end of a foot is the toe: what a gait is worth as evidence, and what outranks it.</summary>
public sealed class ForwardEvidenceTests
{
    private const double DegreeRad = Math.PI / 180;

    [Fact]
    public void PushOff_OfAnOrdinaryGait_IsBelievedAfterTwoStrides()
    {
        ForwardTracker foot = new(false);
        Walk(foot, 0, 2, release: 63, landing: 22, outwardM: 0.02);
        foot.IsKnown.ShouldBeTrue();
        foot.Sign.ShouldBe(1);
    }

    [Fact]
    public void BackwardGait_FromTheFirstStrideOn_IsBelieved()
    {
        ForwardTracker foot = new(false);
        Walk(foot, 0, 5, release: 20, landing: 60, outwardM: -0.02);
        foot.IsKnown.ShouldBeTrue();
        foot.Sign.ShouldBe(-1);
    }

    // A brace: the foot hardly pushes off, and lands on its heel. As many strides as there may be, they are one person's.
    [Theory, InlineData(3), InlineData(30), InlineData(300)]
    public void BracedFoot_HoweverFarItWalks_IsNotCalledBackward(int strides)
    {
        ForwardTracker foot = new(false);
        Walk(foot, 0, strides, release: 7, landing: 20, rollLn: -1, outwardM: 0.01);
        (foot.IsKnown && foot.Sign < 0).ShouldBeFalse($"confidence {foot.Confidence:F3}");
        foot.Confidence.ShouldBeLessThan(0.9);
    }

    [Theory, InlineData(1), InlineData(-1)]
    public void BracedFoot_BesideOneThatPushesOff_GoesItsWay(int axis)
    {
        (ForwardTracker braced, ForwardTracker other) = Pair();
        for (int i = 0; i < 20; i++)
        {
            Walk(braced, i * 1.2, 1, release: 7, landing: 20, travel: axis);
            Walk(other, (i * 1.2) + 0.6, 1, release: 55, landing: 10);
            braced.Observe(At((i * 1.2) + 1.1));
            other.Observe(At((i * 1.2) + 1.1));
        }

        other.IsKnown.ShouldBeTrue();
        braced.IsKnown.ShouldBeTrue();
        (braced.Sign * axis).ShouldBe(other.Sign);
    }

    // Two feet that walk beside each other and say opposite things: one of them errs, and nobody knows which.
    [Fact]
    public void Feet_ThatContradictEachOtherClearly_AreNotNamed()
    {
        (ForwardTracker one, ForwardTracker other) = Pair();
        for (int i = 0; i < 20; i++)
        {
            Walk(one, i * 1.2, 1, release: 20, landing: 60, travel: 1);
            Walk(other, (i * 1.2) + 0.6, 1, release: 60, landing: 20, travel: 1);
        }

        one.ObserveAll();
        other.ObserveAll();
        one.IsKnown.ShouldBeFalse();
        other.IsKnown.ShouldBeFalse();
    }

    [Fact]
    public void DeclaredStrides_UntilTheSensorSlips_OutrankHowTheFootTurns()
    {
        ForwardTracker foot = new(false);
        foot.ObserveDeclared(1);
        foot.ObserveDeclared(1);
        Walk(foot, 0, 100, release: 20, landing: 60, outwardM: -0.03);
        (foot.Sign, foot.IsKnown).ShouldBe((1, true));
        foot.MarkSlip();
        Walk(foot, 200, 10, release: 20, landing: 60, outwardM: -0.03);
        foot.Confidence.ShouldBeLessThan(0.95, "after a slip it is one piece of evidence among others");
    }

    [Fact]
    public void DeclaredAxes_UntilTheSensorSlips_AreCertain()
    {
        ForwardTracker foot = new(true);
        Walk(foot, 0, 100, release: 20, landing: 60, outwardM: -0.03);
        (foot.Sign, foot.Confidence).ShouldBe((1, 1.0));
        foot.MarkSlip();
        foot.Confidence.ShouldBeLessThan(1);
    }

    // As far one way as the other: that people mostly walk forward says nothing here.
    [Fact]
    public void FlatFoot_ThatGoesBothWays_IsNotGuessedForward()
    {
        ForwardTracker foot = new(false);
        for (int i = 0; i < 20; i++) Walk(foot, i, 1, release: 8, landing: 8, travel: i % 2 == 0 ? 1 : -1);
        foot.Confidence.ShouldBeLessThan(0.6);
    }

    private static (ForwardTracker, ForwardTracker) Pair()
    {
        ForwardTracker one = new(false), other = new(false);
        one.Pair(other);
        other.Pair(one);
        return (one, other);
    }

    // Strides of one foot, a second apart; angles in degrees, seen in the direction of travel.
    private static void Walk(ForwardTracker foot, double fromS, int strides, double release, double landing, double? rollLn = null, double? outwardM = null, int travel = 1)
    {
        for (int i = 0; i < strides; i++)
            foot.Observe(new WayShown(At(fromS + i), travel, release * DegreeRad, landing * DegreeRad, rollLn, outwardM, null, false), At(fromS + i + 0.3));
    }

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);
}

using GaitSense.Core;
using GaitSense.Feedback.Backward;

namespace GaitSense.Feedback.Tests;

/// <summary>Where on the path the walker is, from strides as sensors measure them.</summary>
public sealed class PathPositionTests
{
    // Half an hour of 6 m back, a rest, 6 m forward: an error that turned the walker round would say the start where the end is.
    [Theory, InlineData(0.25), InlineData(-0.25), InlineData(0)]
    public void EndOfThePath_IsKnown_HoweverLongGyroscopesDrift(double driftDegPerS)
    {
        PathPosition position = new();
        position.Confirm();
        double nowS = 0;
        double[] endedS = new double[2];
        for (int back = 0; back < 40; back++)
        {
            for (int i = 0; i < 12; i++) Step(WalkingDirection.Backward, i);
            position.MaxBehindM.ShouldBeGreaterThan(5.7, $"after {nowS:0} s");
            nowS += 20;
            for (int i = 0; i < 12; i++) Step(WalkingDirection.Forward, i);
            nowS += 5;
        }

        void Step(WalkingDirection direction, int index)
        {
            nowS += 0.6;
            Foot foot = index % 2 == 0 ? Foot.Left : Foot.Right;
            position.Stride(Of(foot, direction, nowS, driftDegPerS * (nowS - endedS[(int)foot])));
            endedS[(int)foot] = nowS;
        }
    }

    // Who really turns round and walks on toward the end goes on toward it.
    [Fact]
    public void WalkingForwardTowardTheEnd_TurnedRound_IsNoWayBack()
    {
        PathPosition position = new();
        position.Confirm();
        double nowS = 0;
        for (int i = 0; i < 6; i++) Walk(WalkingDirection.Backward, 0);
        double before = position.MaxBehindM;
        for (int i = 0; i < 6; i++) Walk(WalkingDirection.Forward, 30);
        for (int i = 0; i < 4; i++) Walk(WalkingDirection.Forward, 0);
        position.MaxBehindM.ShouldBeGreaterThan(before + 2);

        void Walk(WalkingDirection direction, double turnDeg)
        {
            nowS += 1.2;
            foreach (Foot foot in Enum.GetValues<Foot>()) position.Stride(Of(foot, direction, nowS, turnDeg));
        }
    }

    // A foot whose stride is not known may have gone back as far as any does.
    [Theory]
    [InlineData(false, null, WalkingDirection.Forward, 0.0, 1.2)]
    [InlineData(false, 0.5, WalkingDirection.Forward, 0.0, 1.2)]
    [InlineData(false, 2.0, WalkingDirection.Forward, 0.0, 2.0)]
    [InlineData(true, null, WalkingDirection.Forward, 0.0, 1.2)]
    [InlineData(true, 1.0, WalkingDirection.Unknown, 0.0, 1.0)]
    [InlineData(true, 1.0, WalkingDirection.Forward, null, 1.0)]
    [InlineData(true, 1.0, WalkingDirection.Backward, 0.0, 1.0)]
    public void StrideThatIsNotKnown_CountsAsWayBack(bool isValid, double? lengthM, WalkingDirection direction, double? turnDeg, double behindM)
    {
        PathPosition position = new();
        position.Stride(Of(Foot.Left, direction, 10, turnDeg) with { LengthM = lengthM, RejectReason = isValid ? RejectReason.None : RejectReason.Gap });
        position.MaxBehindM.ShouldBe(behindM + 0.06 + (0.01 * 0.5 * behindM), 1e-9);
    }

    // The foot that is farther back counts, and the error grows with the root of the strides.
    [Fact]
    public void WayBack_IsThatOfTheFootFartherBack_AndWhatStridesMayBeOffBy()
    {
        PathPosition position = new();
        position.HasMoved.ShouldBeFalse();
        for (int i = 1; i <= 3; i++) position.Stride(Of(Foot.Right, WalkingDirection.Backward, i, 0));
        position.Stride(Of(Foot.Left, WalkingDirection.Backward, 4, 0));
        position.HasMoved.ShouldBeTrue();
        position.MaxBehindM.ShouldBe(3 + (0.06 * 2) + (0.01 * 2), 1e-9);
        position.Confirm();
        (position.HasMoved, position.MaxBehindM).ShouldBe((false, 0));
    }

    [Fact]
    public void Speed_IsThatOfTheFasterOfTwoStridesBackward_AndNoneOtherwise()
    {
        PathPosition position = new();
        Go(WalkingDirection.Backward, 1, 1.25, speedMps: 0.8, stepM: 0.5);
        Go(WalkingDirection.Backward, 0.5, 1.25, speedMps: 0.8, stepM: 0.25);
        Go(WalkingDirection.Backward, 0.5, 1.25, speedMps: 0.4, stepM: 0.25);
        Go(WalkingDirection.InPlace, 1, 1.25, speedMps: 0, stepM: 0);
        Go(WalkingDirection.Backward, 0.5, 1.25, speedMps: 0.4, stepM: 0.25);
        Go(WalkingDirection.Forward, 2, 1.25, speedMps: 0, stepM: 0);
        Go(WalkingDirection.Backward, 0.5, 1.25, speedMps: 0.4, stepM: 0.25);
        Go(WalkingDirection.Backward, 0.3, 0.1, speedMps: 1, stepM: 0.15); // nobody strides faster than in 0.3 s
        Go(WalkingDirection.Backward, 0.6, null, speedMps: 1, stepM: 0.3); // twice the swing of 0.5 s

        void Go(WalkingDirection direction, double lengthM, double? strideS, double speedMps, double stepM)
        {
            Stride stride = Of(Foot.Left, direction, 10, 0) with { LengthM = lengthM, Start = strideS is { } s ? DeviceTime.FromSeconds(10 - s) : null };
            position.Stride(in stride);
            position.SpeedMps.ShouldBe(speedMps, 1e-9, $"{lengthM} m {direction}");
            position.StepM.ShouldBe(stepM, 1e-9, $"{lengthM} m {direction}");
        }
    }

    [Fact]
    public void StrideWithoutStart_LastsTwiceItsSwing()
    {
        PathPosition position = new();
        position.Stride(Of(Foot.Left, WalkingDirection.Backward, 10, 0) with { Start = null, TerminalContact = DeviceTime.FromSeconds(9.6) });
        position.SpeedMps.ShouldBe(1 / 0.8, 1e-9);
    }

    // A gyroscope drifts while a foot rests: 10 degrees in a minute are none of the walker's, in 10 s they are a turn.
    [Theory, InlineData(60, 8.5), InlineData(300, 8.5), InlineData(10, 10)]
    public void Heading_ThatDriftCanExplain_IsTakenBackInParts(double restS, double headingDeg)
    {
        PathPosition position = new();
        position.Stride(Of(Foot.Left, WalkingDirection.Backward, 1.2, 0));
        position.Stride(Of(Foot.Left, WalkingDirection.Backward, 1.2 + restS, 10));
        position.MaxBehindM.ShouldBe(1 + Math.Cos(headingDeg * Math.PI / 180) + (0.06 * Math.Sqrt(2)) + 0.01, 1e-9);
    }

    [Fact]
    public void PathConfirmedAgain_NoTurnAndNoTimeOfBeforeCounts()
    {
        PathPosition position = new();
        position.Stride(Of(Foot.Left, WalkingDirection.Backward, 1.2, 90));
        position.Confirm();
        position.Stride(Of(Foot.Left, WalkingDirection.Backward, 61.2, 10));
        position.MaxBehindM.ShouldBe(Math.Cos(10 * Math.PI / 180) + 0.06 + 0.005, 1e-9);
    }

    private static Stride Of(Foot foot, WalkingDirection direction, double endS, double? turnDeg) => new()
    {
        Foot = foot,
        Start = DeviceTime.FromSeconds(endS - 1.2),
        End = DeviceTime.FromSeconds(endS),
        TerminalContact = DeviceTime.FromSeconds(endS - 0.5),
        KnownAt = DeviceTime.FromSeconds(endS),
        LengthM = 1,
        TurnRad = turnDeg * Math.PI / 180,
        Direction = direction,
        Confidence = 0.9,
        RejectReason = RejectReason.None,
    };
}

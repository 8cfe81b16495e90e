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

    private static Stride Of(Foot foot, WalkingDirection direction, double endS, double turnDeg) => new()
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

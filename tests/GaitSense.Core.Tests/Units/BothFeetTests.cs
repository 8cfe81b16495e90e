namespace GaitSense.Core.Tests;

/// <summary>Rules of what needs both feet, each by hand.</summary>
public sealed class BothFeetTests
{
    // The right foot's last sample came at 5 s; what the left foot did at 6 s waits for it, but not for ever.
    [Theory, InlineData(7.9, false), InlineData(8.1, true)]
    public void FootThatHasFallenSilent_IsWaitedForThreeSeconds(double leftS, bool isTold)
    {
        Told told = new();
        BilateralStage stage = new(new WalkPipelineOptions(), told);
        stage.Advance(Foot.Right, At(5));
        stage.Advance(Foot.Left, At(5.9));
        stage.Add(new Stride { Foot = Foot.Left, End = At(5.9), TerminalContact = At(5.5), KnownAt = At(6) });
        stage.Advance(Foot.Left, At(leftS));
        told.Metrics.ShouldBe(isTold ? 1 : 0);
    }

    // Two contacts of 10 ms each, and the clocks: variances add.
    [Theory, InlineData(0, 0.014142), InlineData(0.010, 0.017321), InlineData(0.030, 0.033166)]
    public void StepTime_IsAsUnsureAsTwoContactsAndTheClocks(double clockS, double uncertaintyS)
    {
        StepAssembler steps = new(clockS);
        steps.TryPush(Contact(Foot.Left, GaitEventKind.InitialContact, 1), out _);
        steps.TryPush(Contact(Foot.Right, GaitEventKind.InitialContact, 1.5), out _);
        steps.TryPush(Contact(Foot.Left, GaitEventKind.TerminalContact, 1.6), out Step step).ShouldBeTrue();
        step.StepTimeS.ShouldBe(0.5, 1e-9);
        step.DoubleSupportS.ShouldNotBeNull().ShouldBe(0.1, 1e-9);
        step.StepTimeUncertaintyS.ShouldBe(uncertaintyS, 1e-6);
    }

    [Fact]
    public void LiveDirection_ChangesWhenThreeStridesAgree()
    {
        LiveMeter meter = new();
        WalkingDirection[] walked = [.. Enumerable.Repeat(WalkingDirection.Forward, 4), .. Enumerable.Repeat(WalkingDirection.Backward, 3)];
        List<WalkingDirection> said = [];
        foreach (WalkingDirection direction in walked)
        {
            meter.Push(new Stride { Foot = Foot.Left, LengthM = 1, Confidence = 0.9, Direction = direction });
            said.Add(meter.Read(default, isWalking: true).Direction);
        }

        said.ShouldBe([.. Enumerable.Repeat(WalkingDirection.Forward, 6), WalkingDirection.Backward]);
    }

    // Three strides forward, then one that turns by 100 degrees while the foot goes on: it goes the way of the walk, if there still is one.
    [Theory, InlineData(4, nameof(AxisDirection.Along)), InlineData(6, nameof(AxisDirection.Unknown))]
    public void StrideAroundASharpCorner_GoesTheWayOfTheWalk_ForFiveSeconds(double afterS, string expected)
    {
        WalkCourse course = new();
        for (int i = 0; i < 3; i++) course.Judge(Walked(1 + i, turnDeg: 0), new FootPath(1, 0)).ShouldBe(AxisDirection.Along);
        course.Judge(Walked(3 + afterS, turnDeg: 100), new FootPath(-0.3, 0.1)).ToString().ShouldBe(expected);
    }

    private static Stride Walked(double endS, double turnDeg) =>
        new() { Foot = Foot.Left, End = At(endS), LengthM = 1, TurnRad = turnDeg * Math.PI / 180, Confidence = 0.9 };

    private static GaitEvent Contact(Foot foot, GaitEventKind kind, double timeS) => new(foot, kind, At(timeS), At(timeS), WalkingDirection.Forward, 0.9, null);

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);

    private sealed class Told : IWalkObserver
    {
        public int Metrics { get; private set; }

        public void OnMetrics(in LiveMetrics metrics) => Metrics++;
    }
}

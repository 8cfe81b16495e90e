namespace GaitSense.Core.Tests;

/// <summary>Which way a stride went along the foot, how sure that is, and what is learned from it.</summary>
public sealed class DirectionJudgeTests
{
    private readonly MountingTracker _declared = new(MountingAxes.Identity);

    [Theory, InlineData(1, 0, nameof(AxisDirection.Along)), InlineData(-0.6, 0.1, nameof(AxisDirection.Against)), InlineData(0.1, 0.5, nameof(AxisDirection.LeftOf)), InlineData(0.02, 0.03, nameof(AxisDirection.InPlace))]
    public void Stride_GoesWhereItWent(double along, double left, string expected)
    {
        DirectionJudge judge = new(Foot.Left, _declared, 0);
        Stride stride = Straight();
        Judged(judge, ref stride, new FootPath(along, left)).ToString().ShouldBe(expected);
        stride.Confidence.ShouldBe(0.9, "it is what was measured");
        Stride unmeasured = Straight();
        Judged(judge, ref unmeasured, null).ShouldBe(AxisDirection.Unknown);
    }

    // Around a corner, and turning on the spot, the direction is an inference.
    [Theory, InlineData(100, -0.3, nameof(AxisDirection.Along)), InlineData(60, 0.03, nameof(AxisDirection.InPlace))]
    public void CornerStride_IsAnInference(double turnDeg, double along, string expected)
    {
        DirectionJudge judge = new(Foot.Left, _declared, 0);
        for (int i = 0; i < 3; i++)
        {
            Stride before = Straight(i);
            Judged(judge, ref before, new FootPath(1, 0));
        }

        Stride corner = Straight(3) with { TurnRad = turnDeg * Math.PI / 180 };
        Judged(judge, ref corner, new FootPath(along, 0)).ToString().ShouldBe(expected);
        corner.Confidence.ShouldBe(0.6);
        Stride unsure = Straight(4) with { TurnRad = turnDeg * Math.PI / 180, Confidence = 0.4 };
        Judged(judge, ref unsure, new FootPath(along, 0));
        unsure.Confidence.ShouldBe(0.4);
    }

    // Bridged samples: the swing must have gone 0.1 m farther than what would be another way; unseen ones: 2.5 m for each second, too.
    [Theory, InlineData(0, 0.21, true), InlineData(0, 0.19, false), InlineData(0.1, 0.46, true), InlineData(0.1, 0.44, false)]
    public void SwingWithAHole_NeedsToGoClearly(double unseenS, double alongM, bool isClear)
    {
        DirectionJudge judge = new(Foot.Left, _declared, 0);
        judge.MarkLost(unseenS);
        judge.Early(new FootPath(alongM, 0)).ShouldBe(isClear ? AxisDirection.Along : AxisDirection.Unknown);
        Stride stride = Straight();
        Judged(judge, ref stride, new FootPath(alongM, 0)).ShouldBe(isClear ? AxisDirection.Along : AxisDirection.Unknown);
        judge.Early(new FootPath(0.11, 0)).ShouldBe(AxisDirection.Along, "the hole was of that stride");
    }

    [Fact]
    public void Holes_AddUp_UntilTheFootRests()
    {
        DirectionJudge judge = new(Foot.Left, _declared, 0);
        judge.MarkLost(0.1);
        judge.MarkLost(0.1);
        judge.Early(new FootPath(0.69, 0)).ShouldBe(AxisDirection.Unknown);
        judge.Early(new FootPath(0.71, 0)).ShouldBe(AxisDirection.Along);
        judge.Rest();
        judge.Early(new FootPath(0.11, 0)).ShouldBe(AxisDirection.Along);
    }

    // A calibration walk of 5 s: strides that land by then are declared to go forward, whatever the foot looks like; two are all there is to know.
    [Theory, InlineData(1, 5.0, 1), InlineData(-1, 5.0, -1), InlineData(-1, 5.1, -1)]
    public void CalibrationWalk_DeclaresForward(int along, double sinceStartS, int sign)
    {
        MountingTracker mounting = new(null);
        DirectionJudge judge = new(Foot.Left, mounting, 5);
        for (int i = 0; i < 2; i++)
        {
            Stride stride = Straight(i) with { AngleAtTerminalContactRad = 0, AngleAtInitialContactRad = 0 };
            judge.Judge(ref stride, new FootPath(along, 0), default, sinceStartS, stride.End);
        }

        mounting.Forward.Sign.ShouldBe(sign);
        (mounting.Forward.Confidence > 0.99).ShouldBe(sinceStartS <= 5);
    }

    // The trailing end lifted far, and the leading end less: forward. Seen in the direction of travel, so that both names of the axis agree.
    [Theory, InlineData(1, -1.1, 0.4, 1), InlineData(-1, 1.1, -0.4, 1), InlineData(1, -0.4, 1.1, -1)]
    public void WayTheFootTurns_TellsWhichEndIsTheToe(int along, double release, double landing, int travelSign)
    {
        MountingTracker mounting = new(null);
        DirectionJudge judge = new(Foot.Left, mounting, 0);
        for (int i = 0; i < 4; i++)
        {
            Stride stride = Straight(i) with { AngleAtTerminalContactRad = release, AngleAtInitialContactRad = landing };
            Judged(judge, ref stride, new FootPath(along, 0));
        }

        mounting.Forward.IsKnown.ShouldBeTrue();
        (mounting.Forward.Sign * along).ShouldBe(travelSign);
    }

    // Corners, sideways steps, strides that are rejected and those whose angles are not known teach nothing.
    [Fact]
    public void StridesThatDoNotShowTheWay_TeachNothing()
    {
        MountingTracker mounting = new(null);
        DirectionJudge judge = new(Foot.Left, mounting, 99);
        for (int i = 0; i < 4; i++)
        {
            Stride corner = Straight(i) with { TurnRad = 0.9 }, rejected = Straight(i) with { RejectReason = RejectReason.Gap }, blind = Straight(i) with { AngleAtTerminalContactRad = null };
            Stride unknown = Straight(i) with { AngleAtInitialContactRad = null }, sideways = Straight(i);
            Judged(judge, ref corner, new FootPath(-1, 0));
            Judged(judge, ref rejected, new FootPath(-1, 0));
            Judged(judge, ref blind, new FootPath(-1, 0));
            Judged(judge, ref unknown, new FootPath(-1, 0));
            Judged(judge, ref sideways, new FootPath(0.1, 1));
        }

        (mounting.Forward.IsKnown, mounting.Forward.Sign, mounting.Forward.Confidence).ShouldBe((false, 1, 0.5));
    }

    // How a foot rolls over: the time of rolling off over that of coming down flat.
    [Theory]
    [InlineData(0.1, 0.2, 0.7, 0.6931), InlineData(0.2, 0.1, 0.7, -0.6931), InlineData(0.39, 0.59, 1.9, 0.4140)]
    [InlineData(0.41, 0.2, 0.7, null), InlineData(0.1, 0.61, 0.9, null), InlineData(0.1, 0.2, 2.0, null), InlineData(0, 0.2, 0.7, null), InlineData(0.1, 0, 0.7, null)]
    public void Roll_IsSeenInAStanceThatRolls(double loadS, double pushS, double stanceS, double? ln)
    {
        StanceRoll roll = default;
        roll.Land(At(1));
        roll.Flat(At(1 + loadS));
        roll.Release(At(1 + stanceS - pushS), At(1 + stanceS));
        if (ln is { } expected) roll.Ln!.Value.ShouldBe(expected, 1e-3);
        else roll.Ln.ShouldBeNull();
        roll.Land(At(4));
        roll.Release(At(4.5), At(4.7));
        roll.Ln.ShouldBeNull("it did not come down flat");
        roll.Flat(At(4.1));
        roll.Release(null, At(4.7));
        roll.Ln.ShouldBeNull("its heel was not seen to rise");
    }

    // 10 degrees to the right of the foot's axis: the toe points outward on the left foot, inward on the right; walking backward the line is the same.
    [Theory]
    [InlineData(Foot.Left, 1, -10, 10.0), InlineData(Foot.Right, 1, -10, -10.0), InlineData(Foot.Right, 1, 10, 10.0), InlineData(Foot.Left, -1, 10, -10.0)]
    [InlineData(Foot.Left, 1, 59, -59.0), InlineData(Foot.Left, 1, 61, null), InlineData(Foot.Left, 0.19, 10, null), InlineData(Foot.Left, 0.21, 10, -10.0)]
    public void ToeOut_IsAgainstTheWayTheFootWent(Foot foot, double lengthM, double leftDeg, double? outDeg)
    {
        double rad = leftDeg * Math.PI / 180;
        double? found = ToeOut.Of(foot, new FootPath(lengthM * Math.Cos(rad), lengthM * Math.Sin(rad) * Math.Sign(1)));
        if (outDeg is { } deg) (found!.Value * 180 / Math.PI).ShouldBe(deg, 1e-9);
        else found.ShouldBeNull();
    }

    [Theory]
    [InlineData(nameof(AxisDirection.Along), WalkingDirection.Forward, nameof(AxisDirection.Along), WalkingDirection.Forward, false, DirectionRevision.None)]
    [InlineData(nameof(AxisDirection.Unknown), WalkingDirection.Unknown, nameof(AxisDirection.Along), WalkingDirection.Forward, false, DirectionRevision.NoEarlyEstimate)]
    [InlineData(nameof(AxisDirection.Along), WalkingDirection.Unknown, nameof(AxisDirection.Along), WalkingDirection.Forward, true, DirectionRevision.ForwardLearned)]
    [InlineData(nameof(AxisDirection.LeftOf), WalkingDirection.Left, nameof(AxisDirection.Along), WalkingDirection.Forward, true, DirectionRevision.Corner)]
    [InlineData(nameof(AxisDirection.LeftOf), WalkingDirection.Left, nameof(AxisDirection.Along), WalkingDirection.Forward, false, DirectionRevision.Displacement)]
    public void DirectionThatIsNotTheEarlyOne_HasAReason(string early, WalkingDirection name, string axis, WalkingDirection final, bool isCorner, DirectionRevision reason) =>
        new EarlyDirection(Enum.Parse<AxisDirection>(early), name).RevisedBy(Enum.Parse<AxisDirection>(axis), final, isCorner).ShouldBe(reason);

    private static AxisDirection Judged(DirectionJudge judge, ref Stride stride, FootPath? path) => judge.Judge(ref stride, in path, default, 9, stride.End);

    private static Stride Straight(double end = 1) => new()
    {
        Start = At(end - 1),
        TerminalContact = At(end - 0.4),
        End = At(end),
        Confidence = 0.9,
        TurnRad = 0,
        AngleAtTerminalContactRad = -0.8,
        AngleAtInitialContactRad = 0.3,
    };

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);
}

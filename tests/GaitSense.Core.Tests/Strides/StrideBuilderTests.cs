namespace GaitSense.Core.Tests;

/// <summary>What a stride is measured from and to, and why its numbers are not to be used; a foot that is posed by hand.</summary>
public sealed class StrideBuilderTests
{
    private static readonly FootAxis Ahead = new(new Vector3D(1, 0, 0), 1);

    private readonly StrideBuilder _builder = new(Foot.Right);
    private readonly PosedTracker _foot = new();

    [Fact]
    public void Stride_IsMeasuredFromMidStanceToMidStance()
    {
        Stand(0.1, default, angleRad: 0.05);
        Release(0.3, angleRad: 0.5, confidence: 0.9, ambiguityS: 0.03);
        Fly(0.505, new(0.6, 0, 0.2));
        Land(0.7, angleRad: -0.2, confidence: 0.8);
        _builder.IsAwaitingRest.ShouldBeTrue();
        Stand(0.8, new(1.2, 0.5, 0.05), headingRad: 0.3);
        Stride stride = Completed(0.8);
        _builder.IsAwaitingRest.ShouldBeFalse();
        (stride.Foot, stride.Index, stride.Start, stride.TerminalContact, stride.End, stride.KnownAt).ShouldBe((Foot.Right, 0, null, At(0.3), At(0.7), At(0.8)));
        (stride.ZeroVelocityStart, stride.ZeroVelocityEnd, stride.RejectReason).ShouldBe((At(0.1), At(0.8), RejectReason.None));
        stride.LengthM!.Value.ShouldBe(1.3, 1e-9);
        stride.HeightChangeM!.Value.ShouldBe(0.05, 1e-9);
        stride.TurnRad!.Value.ShouldBe(0.3, 1e-9);
        // Toe up is positive; angles are from those of the mid-stance before.
        stride.AngleAtTerminalContactRad!.Value.ShouldBe(-0.45, 1e-9);
        stride.AngleAtInitialContactRad!.Value.ShouldBe(0.25, 1e-9);
        stride.TerminalContactAmbiguityS.ShouldBe(0.03);
        // 20 cm high at two thirds of the way from mid-stance to landing, where the line is 3.3 cm high.
        stride.ClearanceM!.Value.ShouldBe(0.2 - (0.05 * 0.405 / 0.6), 1e-9);
        // The less sure of the two contacts; the way lies between the headings at start and end.
        FootPath path = FootPath.Of(new Vector3D(1.2, 0.5, 0), new Vector3D(Math.Cos(0.15), Math.Sin(0.15), 0));
        stride.Confidence.ShouldBe(0.8 * DirectionRule.Confidence(DirectionRule.MarginM(in path, 0.3), 0), 1e-9);
    }

    [Fact]
    public void TurnAcrossTheBackOfTheCircle_IsTheShortWay()
    {
        Stand(0.1, default, headingRad: 3);
        Release(0.3);
        Land(0.7);
        Stand(0.8, new(0.3, 0, 0), headingRad: -3);
        Completed(0.8).TurnRad!.Value.ShouldBe((2 * Math.PI) - 6, 1e-9);
    }

    [Fact]
    public void NextStride_OpensWithTheLastLanding()
    {
        Step(0, 0);
        _builder.Flatten(At(0.75));
        Stand(0.95, new(1, 0, 0));
        Release(1.1, heelOff: 1.0);
        Fly(1.3, new(1.5, 0, 0.1));
        Land(1.5);
        Stand(1.6, new(2, 0, 0));
        Stride stride = Completed(1.6);
        (stride.Index, stride.Start, stride.FootFlat, stride.HeelOff).ShouldBe((1, At(0.7), At(0.75), At(1.0)));
        stride.LengthM!.Value.ShouldBe(1, 1e-9);
    }

    // Flat after the heel rose, or before the foot landed; a heel that rose before the landing or after the toe left: not of this stance.
    [Theory, InlineData(1.05, 1.0, false, true), InlineData(0.65, 1.0, false, true), InlineData(0.75, 0.65, false, false), InlineData(0.75, 1.15, true, false), InlineData(0.7, 1.1, true, true)]
    public void FootFlatAndHeelOff_ThatDoNotLieInTheStance_AreLeftOut(double flat, double heelOff, bool hasFlat, bool hasHeelOff)
    {
        Step(0, 0);
        _builder.Flatten(At(flat));
        Stand(0.95, new(1, 0, 0));
        Release(1.1, heelOff: heelOff);
        Land(1.5);
        Stand(1.6, new(2, 0, 0));
        Stride stride = Completed(1.6);
        stride.FootFlat.ShouldBe(hasFlat ? At(flat) : null);
        stride.HeelOff.ShouldBe(hasHeelOff ? At(heelOff) : null);
    }

    [Fact]
    public void FootFlat_WithoutAHeelOff_IsBeforeTheToeLeaves()
    {
        Step(0, 0);
        _builder.Flatten(At(1.05));
        Stand(1.0, new(1, 0, 0));
        Release(1.1);
        Land(1.5);
        Stand(1.6, new(2, 0, 0));
        (Completed(1.6).FootFlat, Step(1.6, 2).FootFlat).ShouldBe((At(1.05), null));
    }

    // At rest for 60 ms, and landed for longer than that; or forced by the next release.
    [Theory, InlineData(0.10, 0.05, false, false), InlineData(0.10, 0.065, false, true), InlineData(0.05, 0.065, false, false), InlineData(0.05, 0, true, true)]
    public void Stride_IsCompleteAtRest(double afterLandingS, double stillForS, bool force, bool isComplete)
    {
        Stand(0.1, default);
        Release(0.3);
        Land(0.7);
        _foot.At(new(1, 0, 0), stillForS: stillForS);
        _builder.Track(_foot.Tracker, At(0.7 + afterLandingS), 0, inSwing: false);
        TryComplete(0.7 + afterLandingS, force, out _).ShouldBe(isComplete);
    }

    [Fact]
    public void SwingWithoutALanding_IsNoStride()
    {
        Stand(0.1, default);
        TryComplete(0.2, force: true, out _).ShouldBeFalse();
        Release(0.3);
        TryComplete(0.5, force: true, out _).ShouldBeFalse();
        _builder.Reset();
        Land(0.7);
        TryComplete(0.9, force: true, out _).ShouldBeFalse("a landing without a release is the end of nothing");
    }

    [Fact]
    public void WithoutAMidStance_ThereIsNoLength()
    {
        Release(0.3);
        Land(0.7);
        Stand(0.8, new(1, 0, 0));
        Stride start = Completed(0.8);
        (start.RejectReason, start.LengthM, start.ZeroVelocityStart, start.ZeroVelocityEnd, start.AngleAtInitialContactRad, start.AngleAtTerminalContactRad)
            .ShouldBe((RejectReason.NoZeroVelocity, null, null, At(0.8), null, null));
        Release(1.1);
        Land(1.5);
        TryComplete(1.6, force: true, out Stride end).ShouldBeTrue();
        (end.RejectReason, end.LengthM, end.ZeroVelocityStart, end.ZeroVelocityEnd).ShouldBe((RejectReason.NoZeroVelocity, null, At(0.8), null));
        end.AngleAtInitialContactRad.ShouldNotBeNull();
    }

    // The stillest instant of a fast stance; one that is too fast, or not trusted, is none.
    [Fact]
    public void MidStance_IsWhereTheFootIsStillest()
    {
        Track(0.1, zeroSdMps: 0.81).ShouldBeFalse();
        Track(0.2, zeroSdMps: 0.5, isTrusted: false).ShouldBeFalse();
        _builder.HasReference.ShouldBeFalse();
        Track(0.3, zeroSdMps: 0.79).ShouldBeTrue();
        Track(0.4, zeroSdMps: 0.3).ShouldBeTrue();
        Track(0.5, zeroSdMps: 0.4).ShouldBeFalse();
        _builder.Reference.Time.ShouldBe(At(0.4));
        Track(0.6, zeroSdMps: 0.3).ShouldBeTrue("as still, and later");
        Track(0.7, zeroSdMps: 0.35, stillForS: 0.01).ShouldBeTrue("a foot that stands still does so until it leaves");
        _foot.At(default, stillForS: 0.1);
        _builder.Track(_foot.Tracker, At(0.8), 0, inSwing: true).ShouldBeFalse("no foot in the air stands");
        _builder.Reference.Time.ShouldBe(At(0.7));

        bool Track(double time, double zeroSdMps, double stillForS = 0, bool isTrusted = true)
        {
            _foot.At(default, stillForS: stillForS, zeroSdMps: zeroSdMps, isTrusted: isTrusted);
            return _builder.Track(_foot.Tracker, At(time), 0, inSwing: false);
        }
    }

    [Theory, InlineData(1.9, true), InlineData(2.1, false)]
    public void StandingForTwoSeconds_ClosesTheStride(double stillForS, bool isOpen)
    {
        Step(0, 0);
        Stand(1.0, new(1, 0, 0), stillForS: stillForS);
        Release(1.1);
        Land(1.5);
        Stand(1.6, new(2, 0, 0));
        Completed(1.6).Start.HasValue.ShouldBe(isOpen);
    }

    // 4 s before this walker's own stances are known; then two and a half times as long as usual, and never less than 1.5 s.
    [Theory, InlineData(0, 3.9, true), InlineData(0, 4.1, false), InlineData(0.4, 1.4, true), InlineData(0.4, 1.6, false), InlineData(1, 2.4, true), InlineData(1, 2.6, false)]
    public void StanceFarLongerThanUsual_OpensNoStride(double usualS, double stanceS, bool isOpen)
    {
        Step(0, 0);
        double landed = 0.7;
        if (usualS > 0)
        {
            Release(landed + usualS);
            Land(landed + usualS + 0.4);
            landed += usualS + 0.4;
            Stand(landed + 0.1, new(2, 0, 0));
            Completed(landed + 0.1);
        }

        Release(landed + stanceS);
        Land(landed + stanceS + 0.4);
        Stand(landed + stanceS + 0.5, new(3, 0, 0));
        Completed(landed + stanceS + 0.5).Start.HasValue.ShouldBe(isOpen);
    }

    [Fact]
    public void Gap_RejectsTheStrideItLiesIn_AndNoOther()
    {
        Stand(0.1, default);
        Release(0.3);
        Lose(At(0.5));
        Land(0.7);
        Stand(0.8, new(1, 0, 0));
        Completed(0.8).RejectReason.ShouldBe(RejectReason.Gap);
        Step(1, 1).RejectReason.ShouldBe(RejectReason.None);
        // In the stance, before the instant that the next stride is measured from: it is over by then.
        Release(2.3);
        Land(2.7);
        Lose(At(2.75));
        Stand(2.8, new(3, 0, 0));
        Completed(2.8).RejectReason.ShouldBe(RejectReason.Gap, "it lies between this stride's mid-stances");
        Step(3, 3).RejectReason.ShouldBe(RejectReason.None);
    }

    // A landing that may have been a tenth of a second earlier, in samples that were lost, ends its stride and opens none.
    [Theory, InlineData(0.09, true), InlineData(0.11, false)]
    public void LandingWhoseInstantIsUnsure_OpensNoStride(double ambiguityS, bool isOpen)
    {
        Stand(0.1, default);
        Release(0.3);
        Land(0.7, ambiguityS: ambiguityS);
        Stand(0.8, new(1, 0, 0));
        Completed(0.8).End.ShouldBe(At(0.7));
        Step(0.8, 1).Start.ShouldBe(isOpen ? At(0.7) : null);
        Step(1.6, 2).Start.HasValue.ShouldBeTrue("the landing after it was seen");
    }

    // Two steps would be taken for one stride. In the air nothing but the landing can be lost, and the landing says so.
    [Theory, InlineData(0.19, false, true), InlineData(0.21, false, false), InlineData(0.21, true, true)]
    public void GapThatMayHideASwing_LeavesTheNextStrideWithoutABegin(double seconds, bool inSwing, bool isOpen)
    {
        Step(0, 0);
        Stand(0.9, new(1, 0, 0));
        _builder.MarkGap(At(1.0), seconds, inSwing);
        Release(1.1);
        Land(1.5);
        Stand(1.6, new(2, 0, 0));
        Completed(1.6).Start.ShouldBe(isOpen ? At(0.7) : null);
        Step(1.6, 2).Start.ShouldBe(At(1.5));
    }

    [Fact]
    public void Gap_AfterTheMidStance_IsOfTheNextStride()
    {
        Step(0, 0);
        Stand(0.9, new(1, 0, 0));
        Lose(At(1.0));
        Release(1.1);
        Land(1.5);
        Stand(1.6, new(2, 0, 0));
        Completed(1.6).RejectReason.ShouldBe(RejectReason.Gap);
        Step(1.6, 2).RejectReason.ShouldBe(RejectReason.None);
    }

    [Fact]
    public void Gap_WithoutAMidStance_IsTheReason()
    {
        Stand(0.1, default);
        Release(0.3);
        Land(0.7);
        Lose(At(0.75));
        TryComplete(0.9, force: true, out Stride stride);
        (stride.RejectReason, stride.LengthM).ShouldBe((RejectReason.Gap, null));
    }

    // A release that is told after a gap in its swing.
    [Theory, InlineData(1.2, RejectReason.Gap), InlineData(1.05, RejectReason.None)]
    public void ReleaseToldLate_HasTheGapSince(double gapEnd, RejectReason reason)
    {
        Step(0, 0);
        Release(0.9);
        Lose(At(gapEnd));
        Release(0.95);
        Land(1.0);
        Stand(1.1, new(1, 0, 0));
        Completed(1.1);
        Release(1.1);
        Land(1.5);
        Stand(1.6, new(2, 0, 0));
        Completed(1.6).RejectReason.ShouldBe(reason);
    }

    [Fact]
    public void SensorThatSlips_RejectsTheStrideItSlipsIn()
    {
        Stand(0.1, default);
        _builder.MarkSlip();
        Release(0.3);
        Land(0.7);
        Stand(0.8, new(1, 0, 0));
        Completed(0.8).RejectReason.ShouldBe(RejectReason.MountingSlip);
        Step(1, 1).RejectReason.ShouldBe(RejectReason.None);
        Release(2.3);
        _builder.MarkSlip();
        Lose(At(2.4));
        Land(2.7);
        Stand(2.8, new(3, 0, 0));
        Completed(2.8).RejectReason.ShouldBe(RejectReason.Gap, "the first cause is named");
    }

    [Fact]
    public void StrideThatNoFootMakes_IsImplausible() => (Step(0, 0, lengthM: 3.1).RejectReason, Step(1, 3.1, lengthM: 2.9, seconds: 1.5).RejectReason).ShouldBe((RejectReason.Implausible, RejectReason.None));

    // What the zero velocity after the landing takes back of the height is spread over the swing with the square of time.
    [Fact]
    public void HeightThatTheFilterTakesBack_IsSpreadOverTheSwing()
    {
        Stand(0.1, default);
        Release(0.3);
        Fly(0.404, new(0.6, 0, 0.2));
        Land(0.7);
        _foot.At(new(1, 0, 0), stillForS: 0.1, shiftM: new(0, 0, -0.08));
        _builder.Track(_foot.Tracker, At(0.8), 0, inSwing: false);
        double share = 0.305 / 0.6;
        Completed(0.8).ClearanceM!.Value.ShouldBe(0.2 - (0.08 * share * share), 1e-9);
    }

    // The same of a zero velocity in mid-swing: the heights before and after it are of one path.
    [Fact]
    public void HeightThatTheFilterTakesBackInTheAir_IsSpreadToo()
    {
        Stand(0.1, default);
        Release(0.3);
        _foot.At(new(0.3, 0, 0.09), shiftM: new(0, 0, 0.04));
        _builder.Track(_foot.Tracker, At(0.305), 0, inSwing: true);
        Fly(0.505, new(0.6, 0, 0.24));
        Land(0.7);
        Stand(0.8, new(1, 0, 0));
        double share = 0.405 / 0.6;
        Completed(0.8).ClearanceM!.Value.ShouldBe(0.2 + (0.04 * share * share), 1e-9);
    }

    [Fact]
    public void PathOfASwing_HasItsTopSpeedAndRate()
    {
        Stand(0.1, default);
        Path(0.1, default, 0, 1, inSwing: false);
        Path(0.2, default, 0, 7, inSwing: false);
        Release(0.3);
        Path(0.4, new(0.5, 0, 0), 2, 3, inSwing: true);
        Path(0.5, new(0.5, 0.2, 0), 4, 5, inSwing: true);
        Land(0.7);
        Path(0.75, new(1, 0, 0), 9, 9, inSwing: false);
        Stand(0.8, new(1, 0, 0));
        SwingShape shape = Completed(0.8).Swing!.Value;
        (shape.PeakSpeedMps, shape.PeakRateRadPerS).ShouldBe((4.0, 7.0), "push-off begins before the release");
        shape.LateralM!.Value.ShouldBe(0.2, 1e-9);
        shape.PathLengthM.ShouldBe(0.5 + 0.2 + Math.Sqrt(0.29), 1e-9);

        void Path(double time, Vector3D place, double speed, double rate, bool inSwing)
        {
            _foot.At(place, velocityMps: new(speed, 0, 0));
            _builder.TrackPath(_foot.Tracker, At(time), new Vector3D(0, rate, 0), inSwing);
        }
    }

    private Stride Step(double from, double x, double lengthM = 1, double seconds = 0.7)
    {
        Stand(from + 0.1, new(x, 0, 0));
        Release(from + 0.3);
        Land(from + seconds);
        Stand(from + seconds + 0.1, new(x + lengthM, 0, 0));
        return Completed(from + seconds + 0.1);
    }

    private void Stand(double time, Vector3D place, double headingRad = 0, double angleRad = 0, double stillForS = 0.08)
    {
        _foot.At(place, headingRad, stillForS);
        _builder.Track(_foot.Tracker, At(time), angleRad, inSwing: false).ShouldBeTrue();
    }

    private void Fly(double time, Vector3D place)
    {
        _foot.At(place);
        _builder.Track(_foot.Tracker, At(time), 0, inSwing: true).ShouldBeFalse();
    }

    private void Release(double time, double angleRad = 0, double confidence = 0.98, double ambiguityS = 0, double? heelOff = null) =>
        _builder.Release(new ContactEvent(GaitEventKind.TerminalContact, At(time), angleRad, 1, 0.5, confidence, ambiguityS), heelOff is { } off ? At(off) : null);

    private void Land(double time, double angleRad = 0, double confidence = 0.98, double ambiguityS = 0) =>
        _builder.Land(new ContactEvent(GaitEventKind.InitialContact, At(time), angleRad, 1, 0.5, confidence, ambiguityS));

    private void Lose(DeviceTime until) => _builder.MarkGap(until, 0.05, inSwing: false);

    private Stride Completed(double time)
    {
        TryComplete(time, force: false, out Stride stride).ShouldBeTrue();
        return stride;
    }

    private bool TryComplete(double time, bool force, out Stride stride) => _builder.TryComplete(_foot.Tracker, At(time), in Ahead, force, out stride, out _, out _);

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);
}

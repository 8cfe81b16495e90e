namespace GaitSense.Core.Tests;

public sealed class SmallPartsTests
{
    [Fact]
    public void RotateTwice_AQuarterInAll_TurnsForwardToTheLeft()
    {
        Attitude q = Attitude.Identity;
        q.RotateTwice(new Vector3D(0, 0, Math.PI / 4), out Attitude middle);
        Near(q.ToMatrix().Multiply(new(1, 0, 0)), new(0, 1, 0));
        Near(middle.ToMatrix().Multiply(new(1, 0, 0)), new Vector3D(1, 1, 0).Normalized());
    }

    [Fact]
    public void RotateByWalkVector_ThereAndBack_IsWhereItWas()
    {
        Attitude q = Attitude.FromAxes(new Vector3D(0, 1, 0), new Vector3D(1, 0, 0));
        Vector3D before = q.ToMatrix().Multiply(new(0.3, -0.4, 0.5)), turn = new(0.02, -0.01, 0.03);
        q.RotateByWalkVector(turn);
        q.RotateByWalkVector(-turn);
        Near(q.ToMatrix().Multiply(new(0.3, -0.4, 0.5)), before);
    }

    [Theory]
    [InlineData(1, 0, 0, 0, 0, 1), InlineData(0, 1, 0, 0, 0, 1), InlineData(-1, 0, 0, 0, 0, 1), InlineData(1, 0, 0, 0, 0, -1), InlineData(0, 1, 0, 0, 0, -1), InlineData(0, 0, 1, 1, 0, 0)]
    public void FromAxes_AnyAxes_TurnsThemIntoTheWalkFrame(double fx, double fy, double fz, double ux, double uy, double uz)
    {
        Matrix3 m = Attitude.FromAxes(new Vector3D(fx, fy, fz), new Vector3D(ux, uy, uz)).ToMatrix();
        Near(m.Multiply(new(fx, fy, fz)), new(1, 0, 0));
        Near(m.Multiply(new(ux, uy, uz)), new(0, 0, 1));
        Near(m.TransposeMultiply(new(0, 0, 1)), new(ux, uy, uz));
    }

    [Theory, InlineData(0.2), InlineData(0.6), InlineData(3), InlineData(60)]
    public void HeightProfile_SwingOfAnyLength_KeepsItsTop(double durationS)
    {
        HeightProfile profile = default;
        profile.Clear();
        for (double t = 0; t <= durationS; t += 0.01) profile.Push(t, 0.1 * Math.Sin(Math.PI * t / durationS));
        profile.MaxAboveLine(durationS, 0, 0).ShouldBe(0.1, 0.003);
    }

    [Theory]
    [InlineData(1, 0, "Along"), InlineData(-1, 0, "Against"), InlineData(0, 1, "LeftOf"), InlineData(0, -1, "RightOf")]
    [InlineData(0.05, 0.05, "InPlace"), InlineData(0.6, 1, "Along"), InlineData(0.5, 1, "LeftOf"), InlineData(-0.5, -1, "RightOf")]
    public void DirectionOf_ADisplacement_IsAlongTheFoot(double x, double y, string expected) =>
        DirectionRule.Of(FootPath.Of(new Vector3D(x, y, 0.3), new Vector3D(1, 0, 0))).ToString().ShouldBe(expected);

    [Theory]
    [InlineData("Along", WalkingDirection.Forward, WalkingDirection.Backward), InlineData("Against", WalkingDirection.Backward, WalkingDirection.Forward)]
    [InlineData("LeftOf", WalkingDirection.Left, WalkingDirection.Right), InlineData("RightOf", WalkingDirection.Right, WalkingDirection.Left)]
    [InlineData("InPlace", WalkingDirection.InPlace, WalkingDirection.InPlace), InlineData("Unknown", WalkingDirection.Unknown, WalkingDirection.Unknown)]
    public void NameOfADirection_WithTheSign_IsTheWalkersWord(string axis, WalkingDirection forward, WalkingDirection reversed)
    {
        AxisDirection direction = Enum.Parse<AxisDirection>(axis);
        DirectionRule.Name(direction, 1).ShouldBe(forward);
        DirectionRule.Name(direction, -1).ShouldBe(reversed);
    }

    [Fact]
    public void IsRotation_LeftHandedOrSkewOrLong_IsFalse()
    {
        MountingAxes good = MountingAxes.Identity;
        good.IsRotation().ShouldBeTrue();
        (good with { Left = new(0, -1, 0) }).IsRotation().ShouldBeFalse();
        (good with { Forward = new(0.8, 0.6, 0) }).IsRotation().ShouldBeFalse();
        (good with { Up = new(0, 0, 1.1) }).IsRotation().ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, 0.3, "Against"), InlineData(50, 0.2, "Along"), InlineData(50, 0.6, "Against"), InlineData(120, 0.6, "Along"), InlineData(120, 0.05, "InPlace")]
    public void Course_OfAStepThatSeemsToGoBack_HoldsOnlyAroundACorner(double turnDeg, double backM, string expected)
    {
        WalkCourse course = new();
        for (int i = 0; i < 4; i++) course.Judge(StrideAt(i, 0), new FootPath(1.2, 0)).ShouldBe(AxisDirection.Along);
        course.Judge(StrideAt(4, turnDeg), new FootPath(-backM, 0)).ToString().ShouldBe(expected);
    }

    [Theory, InlineData(0.11, 0.4, "Unknown"), InlineData(0.11, 0.6, "Against"), InlineData(0.2, 0.4, "Against")]
    public void Course_OfAShuffleBack_IsTurnedAroundOnlyByOneThatIsSure(double backM, double confidence, string expected)
    {
        WalkCourse course = new();
        for (int i = 0; i < 4; i++) course.Judge(StrideAt(i, 0), new FootPath(1.2, 0));
        course.Judge(StrideAt(4, 0) with { Confidence = confidence }, new FootPath(-backM, 0)).ToString().ShouldBe(expected);
    }

    [Theory, InlineData(60, 0.6, "Along"), InlineData(120, 0.6, "Along"), InlineData(60, 0.2, "Along"), InlineData(120, 0.2, "Unknown")]
    public void Course_OfACornerWithNothingBeforeIt_IsWhatIsClear(double turnDeg, double aheadM, string expected) =>
        new WalkCourse().Judge(StrideAt(0, turnDeg), new FootPath(aheadM, 0)).ToString().ShouldBe(expected);

    [Fact]
    public void LiveSymmetry_BeforeTenStridesOfEachFoot_IsWithheld()
    {
        LiveMeter meter = new();
        for (int i = 1; i <= 10; i++)
        {
            meter.Push(new Stride { Foot = Foot.Left, LengthM = 1.0, Direction = WalkingDirection.Forward, Confidence = 0.9 });
            if (i == 10) meter.Read(default, true).LengthSymmetryPercent.ShouldBeNull();
            meter.Push(new Stride { Foot = Foot.Right, LengthM = 1.2, Direction = WalkingDirection.Forward, Confidence = 0.9 });
            meter.Read(default, true).StridesPerFoot.ShouldBe(i);
        }

        meter.Read(default, true).LengthSymmetryPercent!.Value.ShouldBe(100 * 0.2 / 1.1, 1e-9);
    }

    [Fact]
    public void DeviceTime_Arithmetic_IsExactToTheMicrosecond()
    {
        DeviceTime t = DeviceTime.FromSeconds(12.345678);
        t.Microseconds.ShouldBe(12_345_678);
        t.Seconds.ShouldBe(12.345678);
        t.AddSeconds(0.1).SecondsSince(t).ShouldBe(0.1, 1e-12);
        t.AddSeconds(-13).Microseconds.ShouldBe(-654_322);
        (t < t.AddSeconds(1e-6)).ShouldBeTrue();
        (t >= t.AddSeconds(1e-6)).ShouldBeFalse();
        t.CompareTo(t).ShouldBe(0);
    }

    private static void Near(Vector3D actual, Vector3D expected) => (actual - expected).Length.ShouldBeLessThan(1e-12);

    private static Stride StrideAt(double seconds, double turnDeg) => new()
    {
        TerminalContact = DeviceTime.FromSeconds(seconds + 0.6),
        End = DeviceTime.FromSeconds(seconds + 1),
        TurnRad = turnDeg * Math.PI / 180,
    };
}

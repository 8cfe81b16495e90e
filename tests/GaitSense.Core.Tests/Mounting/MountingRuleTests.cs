namespace GaitSense.Core.Tests;

/// <summary>What rests, swings and straight strides tell of how a sensor sits.</summary>
public sealed class MountingRuleTests
{
    private static readonly Vector3D Up = new(0, 0, 1);

    [Fact]
    public void DeclaredForward_IsTurnedUprightByGravity()
    {
        MountingTracker mounting = new(MountingAxes.Identity);
        (mounting.IsDeclared, mounting.HasUp).ShouldBe((true, true));
        Near(mounting.Axis, new(0, 1, 0));
        // The shoe tilts the sensor's nose up by 30 degrees.
        mounting.ObserveUp(Tilted(30), isNewStance: true).ShouldBeFalse();
        Near(mounting.Axes.Up, Tilted(30));
        Near(mounting.Axes.Left, new(0, 1, 0));
        Near(mounting.Axes.Forward, new(Math.Cos(Math.PI / 6), 0, Math.Sin(-Math.PI / 6)));
        mounting.Axes.IsRotation(1e-9).ShouldBeTrue();
        mounting.Reset();
        Near(mounting.Up, Up);
    }

    // Its forward straight up: what is left, and nothing to project.
    [Fact]
    public void DeclaredForwardThatPointsUp_KeepsTheDeclaredLeft()
    {
        MountingTracker mounting = new(MountingAxes.Identity);
        mounting.ObserveUp(new(1, 0, 0), isNewStance: true);
        Near(mounting.Axis, new(0, 1, 0));
    }

    // The first rest tells up; each later one moves it by a fifth.
    [Fact]
    public void Rests_RefineUp()
    {
        MountingTracker mounting = new(null);
        mounting.HasUp.ShouldBeFalse();
        mounting.AssumeUp(Tilted(40));
        Near(mounting.Up, Tilted(40));
        mounting.ObserveUp(Up, isNewStance: true).ShouldBeFalse();
        Near(mounting.Up, Up);
        mounting.AssumeUp(Tilted(40));
        Near(mounting.Up, Up, "after a rest nothing is assumed");
        mounting.ObserveUp(Tilted(10), isNewStance: false).ShouldBeFalse();
        Near(mounting.Up, (Up + ((Tilted(10) - Up) * 0.2)).Normalized());
    }

    // Farther off than 12 degrees: one or two odd rests are a stone, three stances in a row are a sensor that moved.
    [Theory, InlineData(11.9, false), InlineData(12.2, true)]
    public void ThreeOddStancesInARow_AreASlip(double deg, bool isSlip)
    {
        MountingTracker mounting = new(MountingAxes.Identity);
        mounting.ObserveUp(Up, isNewStance: true);
        if (!isSlip)
        {
            mounting.ObserveUp(Tilted(deg), isNewStance: true).ShouldBeFalse();
            mounting.Up.ShouldNotBe(Up);
            return;
        }

        mounting.ObserveUp(Tilted(deg), isNewStance: true).ShouldBeFalse();
        mounting.ObserveUp(Tilted(deg), isNewStance: true).ShouldBeFalse();
        mounting.ObserveUp(Up, isNewStance: true).ShouldBeFalse("as it was: they were stones");
        for (int i = 0; i < 9; i++) mounting.ObserveUp(Tilted(deg), isNewStance: i == 0).ShouldBeFalse("rests of one stance say the same");
        mounting.ObserveUp(Tilted(deg), isNewStance: true).ShouldBeFalse();
        Near(mounting.Up, Up);
        mounting.Forward.Confidence.ShouldBe(1);
        mounting.ObserveUp(Tilted(deg), isNewStance: true).ShouldBeTrue();
        Near(mounting.Up, Tilted(deg));
        mounting.Forward.Confidence.ShouldBeLessThan(1);
        mounting.ObserveUp(Up, isNewStance: true).ShouldBeFalse("it counts anew");
    }

    // The level axis about which the foot turns most, whatever else it does; slow turning tells nothing, once something is known.
    [Fact]
    public void SwingAxis_IsTheOneTheFootTurnsAbout()
    {
        MountingTracker mounting = new(null);
        Turn(mounting, new(3, 4, 9), 1);
        mounting.Axis.ShouldBe(default, "before up is known nothing is level");
        mounting.AssumeUp(Up);
        Turn(mounting, new(0.2, 0.2, 5), 1);
        mounting.Axis.ShouldBe(default, "turning about the vertical is none");
        Turn(mounting, new(3, 4, 9), 0.5);
        Near(mounting.Axis, new(0.6, 0.8, 0));
        Near(mounting.AxisForward, new(0.8, -0.6, 0));
        Turn(mounting, new(0.9, 0, 0), 20);
        Near(mounting.Axis, new(0.6, 0.8, 0));
        // Back and forth is one axis.
        Turn(mounting, new(-3, -4, 0), 0.5);
        Near(mounting.Axis, new(0.6, 0.8, 0));
        (Math.Abs(mounting.Axes.Left.X), mounting.Axes.Up).ShouldBe((Math.Abs(mounting.Axis.X), Up));
    }

    // About eight seconds of turning are remembered: an axis that is another from now on is followed.
    [Theory, InlineData(2, false), InlineData(12, true)]
    public void AxisThatChanges_IsFollowed(double seconds, bool isFollowed)
    {
        MountingTracker mounting = new(null);
        mounting.AssumeUp(Up);
        for (int i = 0; i < 20; i++) Turn(mounting, new(0, 4, 0), 0.5);
        for (int i = 0; i < 2 * seconds; i++) Turn(mounting, new(4, 0.4, 0), 0.5);
        (Math.Abs(mounting.Axis.X) > 0.9).ShouldBe(isFollowed);
    }

    [Fact]
    public void DeclaredSensor_LearnsNoAxisAndNoWay()
    {
        MountingTracker mounting = new(MountingAxes.Identity);
        Turn(mounting, new(3, 4, 0), 1);
        mounting.ObserveTravel(new FootPath(1, 0.5));
        Near(mounting.Axis, new(0, 1, 0));
        Near(mounting.FootAxis.Forward, new(1, 0, 0));
    }

    // Straight strides that go 20 degrees to the left of the swing's axis: the foot's long axis is there. The first counts half, for the axis itself is one opinion.
    [Fact]
    public void StraightStrides_ShowTheFootsLongAxis()
    {
        MountingTracker mounting = new(null);
        mounting.AssumeUp(Up);
        Turn(mounting, new(0, 4, 0), 0.5);
        Near(mounting.FootAxis.Forward, mounting.AxisForward);
        mounting.ObserveTravel(Way(20, 1));
        YawDeg(mounting).ShouldBe(10, 1e-6);
        // Seen from the axis as it is now, 10 degrees are left; the way back is the same line.
        mounting.ObserveTravel(Way(10, -1));
        YawDeg(mounting).ShouldBe(10 + (10.0 / 3), 1e-6);
        for (int i = 0; i < 200; i++) mounting.ObserveTravel(Way(20 - YawDeg(mounting), 1));
        YawDeg(mounting).ShouldBe(20, 1e-3);
        // Then each counts a ninth.
        mounting.ObserveTravel(Way(-9, 1));
        YawDeg(mounting).ShouldBe(19, 1e-3);
    }

    // A short step shows no line, and one that goes sideways shows another.
    [Theory, InlineData(20, 0.29, false), InlineData(20, 0.31, true), InlineData(59, 1, true), InlineData(61, 1, false), InlineData(-61, 1, false), InlineData(90, 1, false)]
    public void ShortOrSidewaysStrides_ShowNoAxis(double deg, double lengthM, bool isLearned)
    {
        MountingTracker mounting = new(null);
        mounting.AssumeUp(Up);
        Turn(mounting, new(0, 4, 0), 0.5);
        mounting.ObserveTravel(Way(deg, lengthM));
        YawDeg(mounting).ShouldBe(isLearned ? 0.5 * deg : 0, 1e-6);
    }

    private static FootPath Way(double deg, double lengthM) => new(lengthM * Math.Cos(deg * Math.PI / 180), lengthM * Math.Sin(deg * Math.PI / 180));

    private static double YawDeg(MountingTracker mounting)
    {
        Vector3D foot = mounting.FootAxis.Forward, axis = mounting.AxisForward;
        return Math.Atan2(Vector3D.Dot(Vector3D.Cross(axis, foot), Up), Vector3D.Dot(axis, foot)) * 180 / Math.PI;
    }

    private static void Turn(MountingTracker mounting, Vector3D rate, double seconds)
    {
        for (int i = 0; i < (int)Math.Round(seconds * 100); i++) mounting.ObserveRate(in rate, 0.01);
    }

    // Up as a sensor reads it whose nose is up.
    private static Vector3D Tilted(double deg) => new(Math.Sin(deg * Math.PI / 180), 0, Math.Cos(deg * Math.PI / 180));

    private static void Near(Vector3D actual, Vector3D expected, string? why = null) => (actual - expected).Length.ShouldBeLessThan(1e-6, why ?? $"{actual} is not {expected}");
}

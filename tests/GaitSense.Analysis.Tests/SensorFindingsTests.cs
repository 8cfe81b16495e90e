using GaitSense.Analysis.Sensors;
using GaitSense.Core;

namespace GaitSense.Analysis.Tests;

/// <summary>What both feet together say of their sensors, and what nobody could check.</summary>
public sealed class SensorFindingsTests
{
    // What one person's walk makes of a delay is the same in both feet: two that agree are not twice as sure.
    [Theory]
    [InlineData(20, 20, true)]
    [InlineData(15, 15, true)]
    [InlineData(11.5, 11.5, false)]
    [InlineData(25, 1, false)]
    public void Delay_OfBothFeet_IsNamedWhereItIsBeyondWhatAWalkMakes(double leftMs, double rightMs, bool isNamed) =>
        SensorFindings.Of([Quality(Foot.Left, 40, leftMs, 6), Quality(Foot.Right, 40, rightMs, 6)]).Any(f => f.Kind == SensorFaultKind.GyroLate).ShouldBe(isNamed);

    [Theory]
    [InlineData(3, "on a foot")]
    [InlineData(7, "scale and time")]
    [InlineData(40, null)]
    public void Unchecked_FewSwings_SaysWhatTheyDoNotTell(int swings, string? what)
    {
        IReadOnlyList<string> open = SensorFindings.Unchecked(Quality(Foot.Left, swings, 0, 6));
        if (what is null) open.ShouldBeEmpty();
        else open.Single().ShouldContain(what);
    }

    [Fact]
    public void Unchecked_SwingsThatDoNotClose_SaysHowLateAGyroscopeMayBe() =>
        SensorFindings.Unchecked(Quality(Foot.Left, 40, -30, 30)).Single().ShouldContain("late by less than 61 ms");

    private static DataQuality Quality(Foot foot, int swings, double delayMs, double sdMs) =>
        new DataQuality { Foot = foot } with { Health = new SensorHealth(null, null, null, null, swings, 1, delayMs * 1e-3, sdMs * 1e-3) };
}

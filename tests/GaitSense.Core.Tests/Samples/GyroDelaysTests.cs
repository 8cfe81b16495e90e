namespace GaitSense.Core.Tests;

/// <summary>What the swings of two feet show together of how late their gyroscopes are.</summary>
public sealed class GyroDelaysTests
{
    private const double PeriodS = 0.02;

    // A foot whose swings tell little would be drawn to no delay at all, and the feet's lengths apart.
    [Fact]
    public void FootWhoseSwingsTellLittle_TakesWhatTheOtherFootsSwingsShow()
    {
        (double left, double right) = Learned((0.004, 0.013), (0.017, 0.008));
        left.ShouldBe(right, 1e-9);
        left.ShouldBe(0.0092, 0.0002); // (4/13² + 17/8²) / (1/13² + 1/8² + 1/10²) ms
        (double leftAlone, _) = Learned((0.004, 0.013), null);
        leftAlone.ShouldBe(0.0015, 0.0001);
    }

    [Fact]
    public void FeetThatContradictEachOther_KeepEachItsOwn()
    {
        (double left, double right) = Learned((0, 0.003), (0.017, 0.003));
        left.ShouldBe(0, 1e-9);
        right.ShouldBeGreaterThan(0.015);
    }

    [Fact]
    public void FootOfAnotherRateOrWithADeclaredDelay_SaysNothingOfThisOne()
    {
        (double alone, _) = Learned((0.004, 0.013), null);
        Learned((0.004, 0.013), (0.017, 0.008), rightPeriodS: 0.01).Left.ShouldBe(alone, 1e-9);
        Learned((0.004, 0.013), (0.017, 0.008), isRightDeclared: true).Left.ShouldBe(alone, 1e-9);
    }

    // The samples of a foot may arrive up to 3 s after the other's.
    [Fact]
    public void OrderInWhichTheFeetsStancesArrive_ChangesNothing()
    {
        Learned((0.004, 0.013), (0.017, 0.008), rightFirstByStances: 2).Left.ShouldBe(Learned((0.004, 0.013), (0.017, 0.008)).Left, 1e-12);
    }

    // What each foot has learned at its last of 12 stances, one a second, of swings that tell more with each.
    private static (double Left, double Right) Learned(
        (double DelayS, double SdS) left, (double DelayS, double SdS)? right, double rightPeriodS = PeriodS, bool isRightDeclared = false, int rightFirstByStances = 0)
    {
        GyroDelays l = new(isDeclared: false), r = new(isRightDeclared);
        l.Pair(r);
        r.Pair(l);
        (double L, double R) learned = default;
        for (int i = -rightFirstByStances; i < 12; i++)
        {
            int ahead = i + rightFirstByStances;
            if (ahead < 12) learned.R = r.Learn(DeviceTime.FromSeconds(ahead + 0.5), IsPublished(right, ahead), rightPeriodS);
            if (i >= 0) learned.L = l.Learn(DeviceTime.FromSeconds(i), IsPublished(left, i), PeriodS);
        }

        return learned;

        static (double, double)? IsPublished((double DelayS, double SdS)? shown, int stance) =>
            shown is { } s ? (s.DelayS, s.SdS * (stance < 4 ? 2 : 1)) : null;
    }
}

using GaitSense.Analysis.Accuracy;
using GaitSense.Analysis.Statistics;

namespace GaitSense.Analysis.Tests;

public sealed class StatisticsTests
{
    [Fact]
    public void Values_EightNumbers_GivesTheHandComputedFigures()
    {
        // Sum 40, mean 5, squares 32: SD = sqrt(32 / 7). Cosine sums (2 C²/n, j = 1 to 4) by hand, t(0.975, 4) = 2.776445 (tables).
        Statistic s = Describe.Values([2, 4, 4, 4, 5, 5, 7, 9], "m");

        s.N.ShouldBe(8);
        s.Mean.ShouldBe(5);
        s.Sd!.Value.ShouldBe(2.138090, 1e-6);
        s.Median.ShouldBe(4.5);
        s.Min.ShouldBe(2);
        s.Max.ShouldBe(9);
        s.Ci95Low!.Value.ShouldBe(5 - (2.776445 * 0.979206), 1e-5);
        s.Ci95High!.Value.ShouldBe(5 + (2.776445 * 0.979206), 1e-5);
        s.CvPercent.ShouldBeNull();
        s.Withheld!.ShouldContain("8 of at least 30");
    }

    [Fact]
    public void Values_FiveNumbers_AreWithheldWithTheReason()
    {
        Statistic s = Describe.Values([1, 2, 3, 4, 5], "m");

        s.N.ShouldBe(5);
        new[] { s.Mean, s.Sd, s.Median, s.Min, s.Max, s.Ci95Low, s.Ci95High, s.CvPercent }.ShouldAllBe(v => v == null);
        s.Withheld.ShouldBe("5 of at least 6 needed");
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public void Values_Variability_NeedsThirty(int n, bool given)
    {
        // Alternating 9 and 11: SD is close to 1, CV to 10 %.
        Statistic s = Describe.Values([.. Enumerable.Range(0, n).Select(i => i % 2 == 0 ? 9.0 : 11.0)], "m");

        s.CvPercent.HasValue.ShouldBe(given);
        if (given) s.CvPercent!.Value.ShouldBe(100 * Math.Sqrt(30.0 / 29) / 10, 1e-9);
    }

    [Fact]
    public void Values_SignedQuantity_HasNoCoefficientOfVariation() =>
        Describe.Values([.. Enumerable.Range(0, 60).Select(i => (double)i)], "deg", positive: false).ShouldSatisfyAllConditions(
            s => s.CvPercent.ShouldBeNull(), s => s.Withheld.ShouldBeNull(), s => s.Mean.ShouldBe(29.5));

    [Fact]
    public void Symmetry_KnownMeans_IsRobinsonsIndexWithItsInterval()
    {
        // L = 0.9 +- 0.1, R = 1.1 +- 0.1, both n = 10, SD² = 0.1² 10 / 9: SI = 100 0.2 / 1 = 20.
        double[] left = [.. Enumerable.Range(0, 10).Select(i => i % 2 == 0 ? 0.8 : 1.0)], right = [.. left.Select(v => v + 0.2)];
        SymmetryIndex s = SymmetryIndex.Of(left, right);

        s.Percent!.Value.ShouldBe(20, 1e-9);
        s.LnRatioPercent!.Value.ShouldBe(100 * Math.Log(1.1 / 0.9), 1e-9);
        s.Ratio!.Value.ShouldBe(1.1 / 0.9, 1e-9);
        s.SymmetryAnglePercent!.Value.ShouldBe(100 * (45 - (Math.Atan(0.9 / 1.1) * 180 / Math.PI)) / 90, 1e-9);
        // All intervals are that of ln(R / L), carried over: SI = 200 tanh(q / 2).
        s.Ci95Low!.Value.ShouldBe(200 * Math.Tanh(s.LnRatioCi95Low!.Value / 200), 1e-9);
        s.RatioCi95High!.Value.ShouldBe(Math.Exp(s.LnRatioCi95High!.Value / 100), 1e-9);
        (s.LnRatioCi95High.Value - s.LnRatioPercent.Value).ShouldBe(s.LnRatioPercent.Value - s.LnRatioCi95Low.Value, 1e-9);
    }

    [Fact]
    public void Symmetry_NineStridesOfOneFoot_IsWithheld()
    {
        SymmetryIndex s = SymmetryIndex.Of([.. Enumerable.Repeat(1.0, 9)], [.. Enumerable.Repeat(1.0, 50)]);

        s.Percent.ShouldBeNull();
        s.Withheld.ShouldBe("left 9, right 50: at least 10 of each foot needed");
    }

    [Fact]
    public void Symmetry_UncertainClock_WidensTheIntervalAndThenWithholds()
    {
        double[] same = [.. Enumerable.Repeat(0.6, 20)];

        // 10 ms at 100 steps a minute move the index by 2 d / T = 3.33 %; twice that is about the 95 % interval.
        SymmetryIndex s = SymmetryIndex.Of(same, same, clockUncertaintyS: 0.010);
        s.LnRatioCi95High!.Value.ShouldBe(1.96 * 100 * 0.020 / 0.6, 0.01);
        s.ClockPartPercent!.Value.ShouldBe(100 * 0.020 / 0.6, 1e-9);
        SymmetryIndex.Of(same, same, clockUncertaintyS: 0.011).Withheld!.ShouldContain("too uncertain");
    }

    [Fact]
    public void BlandAltman_TenDifferences_GivesTheHandComputedLimits()
    {
        // -1 and 1 in turn: bias 0, SD = sqrt(10 / 9); t(0.975, 9) = 2.262157.
        BlandAltman b = BlandAltman.Of([.. Enumerable.Range(0, 10).Select(i => i % 2 == 0 ? -1.0 : 1.0)])!;

        double sd = Math.Sqrt(10.0 / 9);
        b.Bias.ShouldBe(0, 1e-12);
        b.UpperLimit.ShouldBe(1.96 * sd, 1e-9);
        b.LowerLimit.ShouldBe(-1.96 * sd, 1e-9);
        b.BiasHalfWidth95.ShouldBe(2.262157 * sd / Math.Sqrt(10), 1e-5);
        b.LimitHalfWidth95.ShouldBe(2.262157 * sd * Math.Sqrt(0.1 + (1.96 * 1.96 / 18)), 1e-5);
        BlandAltman.Of([1, 2]).ShouldBeNull();
    }
}

using GaitSense.Analysis.Accuracy;

namespace GaitSense.Analysis.Tests;

public sealed class ExactNumbersTests
{
    [Theory]
    [InlineData(0.125, 2, 0.12)]     // exact ties go to the even digit
    [InlineData(0.375, 2, 0.38)]
    [InlineData(2.5, 0, 2.0)]
    [InlineData(2.675, 2, 2.67)]     // the double is below 2.675
    [InlineData(1.005, 2, 1.0)]
    [InlineData(-0.125, 2, -0.12)]
    [InlineData(12345.678, 1, 12345.7)]
    public void Round_Ties_FollowTheExactBinaryValue(double value, int decimals, double expected) => ExactNumbers.Round(value, decimals).ShouldBe(expected);

    [Fact]
    public void Round_SmallNegative_KeepsTheSign() => ExactNumbers.Text(ExactNumbers.Round(-0.001, 2)).ShouldBe("-0.0");

    [Fact]
    public void Mean_CancellingValues_LosesNothing() => ExactNumbers.Mean([1e16, 1, -1e16, 1]).ShouldBe(0.5);

    [Fact]
    public void PopulationSd_ValuesFarFromZero_LosesNothing()
    {
        ExactNumbers.PopulationSd([1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4]).ShouldBe(Math.Sqrt(1.25));
        ExactNumbers.PopulationSd([3, 3, 3]).ShouldBe(0);
        ExactNumbers.PopulationSd([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]).ShouldBe(0.986893273527251);
    }

    [Theory]
    [InlineData(0.5, 3)]    // index round(1.5) = 2
    [InlineData(0.95, 4)]
    [InlineData(0.1, 1)]
    public void Percentile_FourValues_IsTheNearestRankHalfToEven(double q, double expected) => ExactNumbers.Percentile([4, 2, 3, 1], q).ShouldBe(expected);
}

using GaitSense.Feedback.Engine;
using GaitSense.Feedback.Rhythm;

namespace GaitSense.Feedback.Tests;

/// <summary>Walking with cues against walking without: worse or better only beyond chance, and by enough to matter.</summary>
public sealed class BenefitVerdictTests
{
    // 3 %, and half again beyond the interval: of -6.5 to -0.5 % that is 4.5 %.
    [Theory]
    [InlineData(-4, -6, -2, true)]
    [InlineData(-3, -4, -2, false)]
    [InlineData(-2.9, -3, -2.8, false)]
    [InlineData(-3.5, -6.5, -0.5, false)]
    [InlineData(-4.6, -7.6, -1.6, true)]
    [InlineData(4, 2, 6, false)]
    public void Worse_IsClearlyBeyondChanceAndMoreThanThreePercent(double change, double low, double high, bool isWorse)
    {
        new BenefitVerdict(change, low, high).IsWorse.ShouldBe(isWorse);
        new BenefitVerdict(-change, -high, -low).IsBetter.ShouldBe(isWorse, "the same holds for better");
    }

    // Strides of 2 m with an SD of 0.1 m, 16 of them: a block strays by 0.025 m, 1.25 %. Student's t is 3.18 with 3 degrees of freedom (the formula is right to 1 %).
    [Theory]
    [InlineData(4, 3.18245, 0.008)]
    [InlineData(5, 2.77645, 0.003)]
    [InlineData(7, 2.44691, 0.0006)]
    [InlineData(11, 2.22814, 0.0001)]
    [InlineData(21, 2.08596, 0.00001)]
    public void Interval_IsStudentsOverBlocks(int blocks, double t, double within)
    {
        BenefitVerdict verdict = BenefitVerdict.Of(new SampleMean(16, 2, 0.1), Blocks(blocks, 2.2, 0))!.Value;
        verdict.ChangePercent.ShouldBe(10, 1e-9);
        ((verdict.HighPercent - 10) / (1.25 * t)).ShouldBe(1, within);
        ((10 - verdict.LowPercent) / (1.25 * t)).ShouldBe(1, within);
    }

    // Blocks of 2.1 and 2.3 m in turn: their variance of 0.0133 m², and a quarter of it for their mean.
    [Fact]
    public void Interval_CountsHowBlocksStray()
    {
        BenefitVerdict verdict = BenefitVerdict.Of(new SampleMean(16, 2, 0.1), Blocks(4, 2.2, 0.1))!.Value;
        (verdict.HighPercent - 10).ShouldBe(3.159 * 50 * Math.Sqrt((0.04 / 3) * 1.25), 0.01);
    }

    [Theory]
    [InlineData(12, 1, 4, true)]
    [InlineData(11, 1, 4, false)]
    [InlineData(12, 1, 3, false)]
    [InlineData(12, 0, 4, false)]
    public void Verdict_NeedsTwelveStridesWithoutAndFourBlocksWithCues(int strides, double mean, int blocks, bool isGiven) =>
        (BenefitVerdict.Of(new SampleMean(strides, mean, 0.1), Blocks(blocks, 1, 0)) is not null).ShouldBe(isGiven);

    [Fact]
    public void WithoutABaseline_ThereIsNoVerdict() => BenefitVerdict.Of(null, Blocks(9, 1, 0)).ShouldBeNull();

    [Theory]
    [InlineData(16, 16, true)]
    [InlineData(15, 16, false)]
    [InlineData(16, 15, false)]
    public void TwoParts_NeedFourBlocksEach(int without, int with, bool isGiven) => (BenefitVerdict.Of(Part(without, 1, 0), Part(with, 1, 0)) is not null).ShouldBe(isGiven);

    [Fact]
    public void PartOfStandingStill_IsNothingToCompareWith() => BenefitVerdict.Of(Part(16, 0, 0), Part(16, 1, 0)).ShouldBeNull();

    // Four blocks of 2 m that stray by 0.1 m and six of 2.2 m that stray by 0.2 m: each mean has its own variance, and the fewer blocks tell.
    [Fact]
    public void TwoParts_TheIntervalHasWhatBothStrayBy()
    {
        BenefitVerdict verdict = BenefitVerdict.Of(Part(16, 2, 0.1), Part(24, 2.2, 0.2))!.Value;
        double variance = (0.04 / 3 / 4) + (0.24 / 5 / 6);
        verdict.ChangePercent.ShouldBe(10, 1e-9);
        (verdict.HighPercent - 10).ShouldBe(3.159 * 50 * Math.Sqrt(variance), 0.01);
        (10 - verdict.LowPercent).ShouldBe(3.159 * 50 * Math.Sqrt(variance), 0.01);
    }

    private static BlockMeans Blocks(int count, double mean, double stray)
    {
        BlockMeans blocks = new();
        for (int i = 0; i < count; i++) blocks.Add(mean + (i % 2 == 0 ? stray : -stray), 1);
        return blocks;
    }

    private static GrowingBlocks Part(int values, double mean, double stray)
    {
        GrowingBlocks blocks = new();
        for (int i = 0; i < values; i++) blocks.Add(mean + (i / 4 % 2 == 0 ? stray : -stray));
        return blocks;
    }
}

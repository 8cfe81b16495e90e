using GaitSense.Benchmarks;

namespace GaitSense.Analysis.Tests;

public sealed class CoverageTests
{
    private const int Walks = 200;

    // Three standard deviations of a binomial share around 95 %, and two more for methods that are a little wide.
    private const double Tolerance = 0.046;

    private static readonly Lazy<CoverageTally> Drawn = new(() => CoverageStudy.Drawn(Walks, clockUncertaintyS: 0.010));

    static CoverageTests() => CoverageStudy.LongSteps = 2000;

    [Theory]
    [InlineData("stride time")]
    [InlineData("swing time")]
    [InlineData("step time")]
    [InlineData("stride length")]
    public void Intervals_ManySimulatedWalks_HoldWhatIsTrueOfTheWalker(string quantity)
    {
        foreach (string kind in (string[])["ln ratio", "SD", "CV", "mean"])
            Drawn.Value.Of(kind, quantity).ShouldBe(0.95, Tolerance, kind);
    }

    [Fact]
    public void Intervals_WholeCore_HoldTheStrideAndStepTimes()
    {
        CoverageTally whole = CoverageStudy.Whole(40).Tally;

        // 40 walks: below 0.84 is less than one in a thousand for a true 95 %.
        foreach (string kind in (string[])["ln ratio", "SD", "CV", "mean"])
            whole.Of(kind, "stride time").ShouldBeGreaterThan(0.84, kind);
        whole.Of("ln ratio", "step time").ShouldBeGreaterThan(0.84);
    }
}

using GaitSense.Analysis.Statistics;

namespace GaitSense.Analysis.Tests;

public sealed class VariabilityTests
{
    private static readonly double[] Alternating = [.. Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? 9.0 : 11.0)];

    [Fact]
    public void Of_KnownError_IsTakenOutOfTheSpread()
    {
        // Measured variance 60 / 59; less 0.6² it is the walker's.
        Variability v = Variability.Of(Alternating, new MeasuringError(0.6, 0));

        v.Sd!.Value.ShouldBe(Math.Sqrt((60.0 / 59) - 0.36), 1e-9);
        v.CvPercent!.Value.ShouldBe(10 * v.Sd.Value, 1e-9);
        v.SdCi95Low!.Value.ShouldBeLessThan(v.Sd.Value);
        v.SdCi95High!.Value.ShouldBeGreaterThan(v.Sd.Value);
        v.Provisional.ShouldBeFalse();
    }

    [Fact]
    public void Of_SpreadThatCouldBeAllError_ReachesDownToZero()
    {
        Variability v = Variability.Of(Alternating, new MeasuringError(1.2, 0.2));

        v.Sd.ShouldBe(0);
        v.SdCi95Low.ShouldBe(0);
    }

    [Theory]
    [InlineData(29, false, true)]
    [InlineData(30, true, true)]
    [InlineData(49, true, true)]
    [InlineData(50, true, false)]
    public void Of_FewStrides_AreWithheldThenProvisional(int n, bool given, bool provisional)
    {
        Variability v = Variability.Of(Alternating[..n], MeasuringError.None);

        v.Sd.HasValue.ShouldBe(given);
        v.Provisional.ShouldBe(provisional);
        if (!given) v.Withheld.ShouldBe("29 of at least 30 needed");
    }

    [Fact]
    public void VarianceOf_DependentValues_IsThatOfTheirBlocks()
    {
        // Every value twice in a row: the mean is known as from half as many.
        Random random = new(3);
        double[] once = [.. Enumerable.Range(0, 4000).Select(_ => random.NextDouble())], twice = [.. once.SelectMany(v => new[] { v, v })];
        double one = SerialMean.VarianceOf(once).Variance, two = SerialMean.VarianceOf(twice).Variance;

        (two / one).ShouldBe(1, 0.1);
        one.ShouldBe(1.0 / 12 / 4000, 0.15 / 12 / 4000);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(30)]
    [InlineData(255)]
    [InlineData(4001)]
    [InlineData(40000)]
    public void VarianceOf_AnyCount_IsThatOfTheCosineSumsAsDefined(int n)
    {
        Random random = new(n);
        double[] values = [.. Enumerable.Range(0, n).Select(t => 1.1 + (t * 1e-5) + random.NextDouble())];
        int sums = Math.Min(n - 1, Math.Clamp(n / 4, 4, 64));
        double mean = values.Average(), squares = 0;
        for (int j = 1; j <= sums; j++) squares += 2 * Math.Pow(values.Select((v, t) => (v - mean) * Math.Cos(Math.PI * j * (t + 0.5) / n)).Sum(), 2) / n;

        (double variance, double freedom) = SerialMean.VarianceOf(values);

        freedom.ShouldBe(sums);
        (variance / (squares / sums / n)).ShouldBe(1, 1e-11);
    }

    [Fact]
    public void VarianceOfBounded_ChangesOfSomethingBounded_CountTheEndsOnly()
    {
        // Levels 0, 1, 0, 1, 0: their differences add up to the ends; variance of the levels 0.3, twice that over 4².
        SerialMean.VarianceOfBounded([[1, -1, 1, -1]]).Variance.ShouldBe(2 * (5 * 0.24 / 4) / 16, 1e-12);
    }
}

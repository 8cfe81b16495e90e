using System.Globalization;
using MathNet.Numerics.Statistics;

namespace GaitSense.Analysis.Statistics;

/// <summary>Descriptive statistics with the gates of <see cref="Gates"/>.</summary>
internal static class Describe
{
    /// <summary>Describes <paramref name="values"/>; below <paramref name="atLeast"/> values only the count is given.</summary>
    /// <param name="values">The values in time order, all finite.</param>
    /// <param name="unit">Their unit.</param>
    /// <param name="atLeast">The gate.</param>
    /// <param name="positive">Whether the quantity is positive by nature; a signed one has no coefficient of variation.</param>
    /// <param name="systematic">Standard uncertainty that all values share, so that no number of them makes it smaller; in their unit.</param>
    public static Statistic Values(IReadOnlyList<double> values, string unit, int atLeast = Gates.MeanStrides, bool positive = true, double systematic = 0)
    {
        int n = values.Count;
        if (n == 0) return new Statistic { Unit = unit, N = 0, Withheld = "no value" };
        if (n < atLeast) return new Statistic { Unit = unit, N = n, Withheld = TooFew(n, atLeast) };
        double mean = values.Mean();
        double? sd = n > 1 ? values.StandardDeviation() : null;
        double? half = HalfWidth95(values, systematic);
        bool hasCv = positive && n >= Gates.VariabilityStrides && mean > 0;
        return new Statistic
        {
            Unit = unit,
            N = n,
            Mean = mean,
            Sd = sd,
            CvPercent = hasCv ? 100 * sd / mean : null,
            Median = values.Median(),
            Min = values.Min(),
            Max = values.Max(),
            Ci95Low = mean - half,
            Ci95High = mean + half,
            Withheld = !positive || hasCv ? null : "coefficient of variation: " + TooFew(n, Gates.VariabilityStrides),
        };
    }

    /// <summary>Half the 95 % interval of a mean: Student t on <see cref="SerialMean"/>; null where it is not defined.</summary>
    private static double? HalfWidth95(IReadOnlyList<double> values, double systematic)
    {
        if (values.Count < 2) return null;
        (double variance, double freedom) = SerialMean.VarianceOf(values);
        double t = Interval.T95(freedom), clock = Interval.Normal95 * systematic;
        return Math.Sqrt((t * t * variance) + (clock * clock));
    }

    public static string TooFew(int n, int atLeast) =>
        string.Create(CultureInfo.InvariantCulture, $"{n} of at least {atLeast} needed");
}

namespace GaitSense.Analysis.Statistics;

/// <summary>
/// A variance with its 95 % interval, without taking the values for normal: Bonett's (2006), whose width follows the sample's kurtosis about a
/// trimmed mean, widened for the dependence of neighbouring values (1 + 2 r², Bartlett).
/// </summary>
internal static class VarianceInterval
{
    public static (double Variance, double Low, double High) Of(IReadOnlyList<double> values)
    {
        int n = values.Count;
        double mean = values.Average(), squares = 0, neighbours = 0, fourth = 0, trimmed = Trimmed(values);
        for (int i = 0; i < n; i++)
        {
            double d = values[i] - mean, q = values[i] - trimmed;
            squares += d * d;
            fourth += q * q * q * q;
            if (i > 0) neighbours += d * (values[i - 1] - mean);
        }

        double variance = squares / (n - 1);
        if (squares <= 0) return (0, 0, 0);
        double kurtosis = n * fourth / (squares * squares), r = neighbours / squares;
        double dependence = 1 + (2 * Math.Max(0, (r * r) - (1.0 / n)));
        double correction = n / (n - Interval.Normal95);
        double spread = correction * Math.Sqrt(Math.Max(0, kurtosis - ((n - 3.0) / n)) * dependence / (n - 1));
        return (variance, correction * variance * Math.Exp(-Interval.Normal95 * spread), correction * variance * Math.Exp(Interval.Normal95 * spread));
    }

    // Bonett trims 1 / (2 sqrt(n - 4)) of the values at either end.
    private static double Trimmed(IReadOnlyList<double> values)
    {
        int n = values.Count, cut = (int)(n / (2 * Math.Sqrt(n - 4)));
        return values.Order().Skip(cut).Take(n - (2 * cut)).Average();
    }
}

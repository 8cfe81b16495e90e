using MathNet.Numerics.Statistics;

namespace GaitSense.Analysis;

/// <summary>
/// How well the mean of a series is known when its values depend on each other, as strides do: a slow stride follows a slow one, and strides
/// of both feet share a step. The variance at the slow end of the spectrum is the mean square of the first B cosine sums, B = n / 4 but at
/// least 4 and at most 64, from where on an interval hardly narrows and an hour of strides would take long; its degrees of freedom are B (Müller 2004; Lazarus, Lewis, Stock and Watson 2018: the equal-weighted cosine estimator).
/// </summary>
internal static class SerialMean
{
    private const int LeastSums = 4, MostSums = 64;

    /// <summary>The variance of the mean of <paramref name="values"/>, in time order, and its degrees of freedom.</summary>
    public static (double Variance, double Freedom) VarianceOf(IReadOnlyList<double> values)
    {
        int n = values.Count;
        int sums = Math.Min(n - 1, Math.Clamp(n / 4, LeastSums, MostSums));
        if (sums < 1) return (0, 1);
        double mean = values.Mean(), squares = 0;
        for (int j = 1; j <= sums; j++)
        {
            double sum = 0;
            for (int t = 0; t < n; t++) sum += (values[t] - mean) * Math.Cos(Math.PI * j * (t + 0.5) / n);
            squares += 2 * sum * sum / n;
        }

        return (squares / sums / n, sums);
    }

    /// <summary>
    /// The variance of the mean of differences that cannot add up, because each is the change of something bounded: the stride time of one foot
    /// less the other's is the change of the step time. Over a run only the ends count, so Var = 2 Var(bounded) for each run, over n².
    /// </summary>
    /// <param name="runs">The differences of each uninterrupted run, in time order.</param>
    public static (double Variance, double Freedom) VarianceOfBounded(IReadOnlyList<IReadOnlyList<double>> runs)
    {
        double squares = 0;
        int n = 0;
        foreach (IReadOnlyList<double> run in runs)
        {
            List<double> levels = [0];
            foreach (double d in run) levels.Add(levels[^1] + d);
            double mean = levels.Mean();
            squares += levels.Sum(x => (x - mean) * (x - mean));
            n += run.Count;
        }

        return n == 0 ? (0, 1) : (runs.Count * 2 * squares / n / ((double)n * n), n);
    }
}

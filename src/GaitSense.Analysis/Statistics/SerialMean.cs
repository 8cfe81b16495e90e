using System.Buffers;
using MathNet.Numerics.Statistics;

namespace GaitSense.Analysis.Statistics;

/// <summary>
/// How well the mean of a series is known when its values depend on each other, as strides do: a slow stride follows a slow one, and strides
/// of both feet share a step. The variance at the slow end of the spectrum is the mean square of the first B cosine sums, B = n / 4 but at
/// least 4 and at most 64, from where on an interval hardly narrows and an hour of strides would take long; its degrees of freedom are B (Müller 2004; Lazarus, Lewis, Stock and Watson 2018: the equal-weighted cosine estimator).
/// </summary>
internal static class SerialMean
{
    private const int MinSums = 4, MaxSums = 64;

    /// <summary>The variance of the mean of <paramref name="values"/>, in time order, and its degrees of freedom.</summary>
    public static (double Variance, double Freedom) VarianceOf(IReadOnlyList<double> values)
    {
        int n = values.Count;
        int sums = Math.Min(n - 1, Math.Clamp(n / 4, MinSums, MaxSums));
        if (sums < 1) return (0, 1);
        double[] cosineSums = CosineSums(values, values.Mean(), sums);
        double squares = 0;
        foreach (double sum in cosineSums) squares += 2 * sum * sum / n;
        return (squares / sums / n, sums);
    }

    // The sums over t of (x_t - mean) cos(j a_t), a_t = pi (t + 1/2) / n, for j = 1 to count. The cosine of n - 1 - t is that of t, negative where j is odd: so
    // half of the angles do, all below pi / 2, where each next cosine comes from the last two without losing digits (Reinsch's form of the recurrence, Stoer
    // and Bulirsch 1980, section 2.3): c(j + 1) = c(j) + d(j + 1), d(j + 1) = d(j) - 4 sin²(a / 2) c(j).
    private static double[] CosineSums(IReadOnlyList<double> values, double mean, int count)
    {
        int n = values.Count, half = (n + 1) / 2;
        double[] all = ArrayPool<double>.Shared.Rent(5 * half), sums = new double[count];
        Span<double> even = all.AsSpan(0, half), odd = all.AsSpan(half, half), rate = all.AsSpan(2 * half, half), cosine = all.AsSpan(3 * half, half), change = all.AsSpan(4 * half, half);
        for (int t = 0; t < half; t++)
        {
            int opposite = n - 1 - t;
            double first = values[t] - mean, last = opposite == t ? 0 : values[opposite] - mean, sine = Math.Sin(Math.PI * (t + 0.5) / n / 2);
            (even[t], odd[t], rate[t], cosine[t], change[t]) = (first + last, first - last, 4 * sine * sine, 1, 2 * sine * sine);
        }

        // Two at a time: one sum waits for each addition, two go on beside each other.
        for (int j = 0; j < count; j += 2)
        {
            double first = 0, second = 0;
            for (int t = 0; t < half; t++)
            {
                double r = rate[t], d = change[t], c = cosine[t];
                d -= r * c;
                c += d;
                first += odd[t] * c;
                d -= r * c;
                c += d;
                second += even[t] * c;
                (change[t], cosine[t]) = (d, c);
            }

            sums[j] = first;
            if (j + 1 < count) sums[j + 1] = second;
        }

        ArrayPool<double>.Shared.Return(all);
        return sums;
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

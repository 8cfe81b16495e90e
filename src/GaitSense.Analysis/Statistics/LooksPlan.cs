namespace GaitSense.Analysis.Statistics;

/// <summary>How a person's later visits are held against the first ones.</summary>
public sealed record LooksPlan
{
    /// <summary>Number of first visits, 2 to 200.</summary>
    public required int First { get; init; }

    /// <summary>Number of later visits at which a change may be called, 1 to 5000, and not fewer than <see cref="InARow"/>.</summary>
    public required int Looks { get; init; }

    /// <summary>How many visits in a row must agree, 1 to 20. <value>The default is 2.</value></summary>
    public int InARow { get; init; } = 2;

    /// <summary>How much a visit's value depends on the one before, as a correlation that fades from visit to visit, 0 to 0.9. <value>The default is 0.</value></summary>
    public double Correlation { get; init; }

    /// <summary>Degrees of freedom that something known beforehand adds to the SD of the first visits, 0 or more. <value>The default is 0.</value></summary>
    public double KnownFreedom { get; init; }

    /// <summary>
    /// What the first visits tell, for a person whose visits have SD 1: the SD of their mean, the root of what the square of their SD comes to on average (visits that depend on each
    /// other lie closer together than the person's visits do), and its degrees of freedom.
    /// </summary>
    internal (double MeanSd, double SdScale, double Freedom) FirstVisits()
    {
        if (First is < 2 or > 200) throw new InvalidOperationException(FormattableString.Invariant($"{nameof(First)} is {First}; it must be 2 to 200"));
        if (KnownFreedom is not (>= 0 and < 1e6)) throw new InvalidOperationException(FormattableString.Invariant($"{nameof(KnownFreedom)} is {KnownFreedom}; it must be 0 or more"));
        int n = First;
        double[] row = new double[n];
        double total = 0;
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) row[i] += Math.Pow(Correlation, Math.Abs(i - j));
        foreach (double r in row) total += r;
        total /= n * n;

        // Centred covariances: the sum of squares has their trace as its mean, and twice the sum of their squares as its variance.
        double mean = 0, variance = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                double centred = Math.Pow(Correlation, Math.Abs(i - j)) - (row[i] / n) - (row[j] / n) + total;
                variance += 2 * centred * centred;
                if (i == j) mean += centred;
            }
        }

        double all = n - 1 + KnownFreedom, expected = (mean + KnownFreedom) / all;
        return (Math.Sqrt(total), Math.Sqrt(expected), 2 * expected * expected * all * all / (variance + (2 * KnownFreedom)));
    }
}

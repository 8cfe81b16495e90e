namespace GaitSense.Analysis.Accuracy;

/// <summary>Errors in a few numbers, each rounded to two decimals. Detected minus reference.</summary>
/// <param name="N">Errors.</param>
/// <param name="Bias">Mean.</param>
/// <param name="Sd">Standard deviation of the population (n).</param>
/// <param name="Rmse">Root of the mean square.</param>
/// <param name="Mae">Mean size.</param>
/// <param name="P95">95th percentile of the size: nearest rank.</param>
public sealed record ErrorSpread(int N, double Bias, double Sd, double Rmse, double Mae, double P95)
{
    /// <summary>The spread of <paramref name="errors"/>, each times <paramref name="unit"/>; null for none.</summary>
    internal static ErrorSpread? Of(IReadOnlyList<double> errors, double unit = 1)
    {
        ArgumentNullException.ThrowIfNull(errors);
        if (errors.Count == 0) return null;
        double[] x = [.. errors.Select(e => e * unit)], sizes = [.. x.Select(Math.Abs)];
        return new ErrorSpread(
            x.Length,
            ExactNumbers.Round(ExactNumbers.Mean(x), 2),
            ExactNumbers.Round(ExactNumbers.PopulationSd(x), 2),
            ExactNumbers.Round(Math.Pow(ExactNumbers.Mean([.. x.Select(v => v * v)]), .5), 2),
            ExactNumbers.Round(ExactNumbers.Mean(sizes), 2),
            ExactNumbers.Round(ExactNumbers.Percentile(sizes, .95)!.Value, 2));
    }
}

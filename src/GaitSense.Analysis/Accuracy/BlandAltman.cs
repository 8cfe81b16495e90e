using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace GaitSense.Analysis.Accuracy;

/// <summary>
/// Agreement of two measurements (Bland and Altman 1986, "Statistical methods for assessing agreement between two methods of clinical
/// measurement"): mean difference, and limits that hold 95 % of differences if they are normal, each with its 95 % interval.
/// </summary>
public sealed record BlandAltman
{
    /// <summary>Pairs.</summary>
    public required int N { get; init; }

    /// <summary>Mean difference, detected minus reference.</summary>
    public required double Bias { get; init; }

    /// <summary>Standard deviation of the differences (n - 1).</summary>
    public required double Sd { get; init; }

    /// <summary>Half the 95 % interval of the bias: t(0.975, n - 1) SD / sqrt(n).</summary>
    public required double BiasHalfWidth95 { get; init; }

    /// <summary>Bias - 1.96 SD.</summary>
    public required double LowerLimit { get; init; }

    /// <summary>Bias + 1.96 SD.</summary>
    public required double UpperLimit { get; init; }

    /// <summary>Half the 95 % interval of either limit: t(0.975, n - 1) SD sqrt(1/n + 1.96² / (2 (n - 1))).</summary>
    public required double LimitHalfWidth95 { get; init; }

    /// <summary>The agreement of pairs with these differences; null for fewer than three.</summary>
    internal static BlandAltman? Of(IReadOnlyList<double> differences)
    {
        ArgumentNullException.ThrowIfNull(differences);
        int n = differences.Count;
        if (n < 3) return null;
        double bias = differences.Mean(), sd = differences.StandardDeviation(), t = StudentT.InvCDF(0, 1, n - 1, 0.975);
        const double Z = 1.96;
        return new BlandAltman
        {
            N = n,
            Bias = bias,
            Sd = sd,
            BiasHalfWidth95 = t * sd / Math.Sqrt(n),
            LowerLimit = bias - (Z * sd),
            UpperLimit = bias + (Z * sd),
            LimitHalfWidth95 = t * sd * Math.Sqrt((1.0 / n) + (Z * Z / (2.0 * (n - 1)))),
        };
    }
}

using System.Globalization;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace GaitSense.Analysis;

/// <summary>
/// Left against right: the symmetry index 100 (R - L) / (0.5 (R + L)) of Robinson et al. (1987), from the means of both feet, in percent. Positive
/// means that the right foot's value is larger. Nobody is exactly 0; read it with its interval.
/// </summary>
public sealed record SymmetryIndex
{
    /// <summary>Values of the left foot.</summary>
    public required int NLeft { get; init; }

    /// <summary>Values of the right foot.</summary>
    public required int NRight { get; init; }

    /// <summary>The index, percent; null where withheld.</summary>
    public double? Percent { get; init; }

    /// <summary>
    /// Lower end of the 95 % interval, percent: delta method on both means, Student t with Welch's degrees of freedom; for between-foot times the
    /// clock uncertainty is added in quadrature.
    /// </summary>
    public double? Ci95Low { get; init; }

    /// <summary>Upper end of the 95 % interval, percent.</summary>
    public double? Ci95High { get; init; }

    /// <summary>100 ln(R / L): the same in an additive form.</summary>
    public double? LnRatioPercent { get; init; }

    /// <summary>Why it is null; null when it is not.</summary>
    public string? Withheld { get; init; }

    /// <summary>Compares two feet's values.</summary>
    /// <param name="left">The left foot's values, positive.</param>
    /// <param name="right">The right foot's values, positive.</param>
    /// <param name="clockUncertaintyS">Standard uncertainty of the clock offset, s, where the values are times between the feet; else 0.</param>
    public static SymmetryIndex Of(IReadOnlyList<double> left, IReadOnlyList<double> right, double clockUncertaintyS = 0)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Count < Gates.SymmetryStrides || right.Count < Gates.SymmetryStrides)
            return None(left.Count, right.Count, string.Create(CultureInfo.InvariantCulture, $"left {left.Count}, right {right.Count}: at least {Gates.SymmetryStrides} of each foot needed"));
        if (clockUncertaintyS > Gates.ClockUncertaintyS)
            return None(left.Count, right.Count, "the clocks of the feet are too uncertain (more than 10 ms)");
        double l = left.Mean(), r = right.Mean(), sum = l + r;
        if (l <= 0 || r <= 0) return None(left.Count, right.Count, "a mean is not positive");
        double varianceL = left.Variance() / left.Count, varianceR = right.Variance() / right.Count;
        double percent = 100 * (r - l) / (0.5 * sum);
        // dSI/dR = 400 L / (R+L)^2, dSI/dL = -400 R / (R+L)^2.
        double partL = 400 * r / (sum * sum), partR = 400 * l / (sum * sum);
        double a = partL * partL * varianceL, b = partR * partR * varianceR;
        double freedom = a + b > 0 ? (a + b) * (a + b) / ((a * a / (left.Count - 1)) + (b * b / (right.Count - 1))) : 1;
        double random = a + b > 0 ? StudentT.InvCDF(0, 1, freedom, 0.975) * Math.Sqrt(a + b) : 0;
        // An offset d adds to one foot's times and takes from the other's: SI moves by 400 d / (R+L).
        double half = Math.Sqrt((random * random) + Math.Pow(1.959964 * 400 * clockUncertaintyS / sum, 2));
        return new SymmetryIndex
        {
            NLeft = left.Count,
            NRight = right.Count,
            Percent = percent,
            Ci95Low = percent - half,
            Ci95High = percent + half,
            LnRatioPercent = 100 * Math.Log(r / l),
        };
    }

    internal static SymmetryIndex None(int left, int right, string why) => new() { NLeft = left, NRight = right, Withheld = why };
}

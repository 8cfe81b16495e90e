using System.Globalization;
using GaitSense.Core;
using MathNet.Numerics.Statistics;

namespace GaitSense.Analysis.Statistics;

/// <summary>
/// Left against right, from the means of both feet. Inside it is q = ln(R / L): antisymmetric, and differences between days add up. Everything
/// else is a rising function of q, so all intervals say the same: symmetry index 200 tanh(q / 2), which is <see cref="RobinsonIndex"/> of the means
/// (1987), ratio R / L = exp(q), symmetry angle (45° - atan(L / R)) / 90° (Zifchock et al. 2008). Positive, and a ratio above 1, mean that the
/// right foot's value is larger. No walker is exactly 0; read it with its interval.
/// </summary>
public sealed record SymmetryIndex
{
    /// <summary>Values of the left foot.</summary>
    public required int NLeft { get; init; }

    /// <summary>Values of the right foot.</summary>
    public required int NRight { get; init; }

    /// <summary>The symmetry index, percent; null where withheld.</summary>
    public double? Percent { get; init; }

    /// <summary>
    /// Lower end of the 95 % interval of the index, percent: delta method on ln(R / L), Student t, allowing for strides that depend on each other
    /// (<see cref="SerialMean"/>). What the core sees in the same way in every stride of one foot (<see cref="MeasuringError.FootSystematic"/>) and, for
    /// between-foot times, the clock uncertainty are added in quadrature; no number of strides makes them smaller.
    /// </summary>
    public double? Ci95Low { get; init; }

    /// <summary>Upper end of the 95 % interval, percent.</summary>
    public double? Ci95High { get; init; }

    /// <summary>100 ln(R / L).</summary>
    public double? LnRatioPercent { get; init; }

    /// <summary>Lower end of its 95 % interval.</summary>
    public double? LnRatioCi95Low { get; init; }

    /// <summary>Upper end of its 95 % interval.</summary>
    public double? LnRatioCi95High { get; init; }

    /// <summary>R / L.</summary>
    public double? Ratio { get; init; }

    /// <summary>Lower end of its 95 % interval.</summary>
    public double? RatioCi95Low { get; init; }

    /// <summary>Upper end of its 95 % interval.</summary>
    public double? RatioCi95High { get; init; }

    /// <summary>Symmetry angle, percent: 100 (45° - atan(L / R)) / 90°.</summary>
    public double? SymmetryAnglePercent { get; init; }

    /// <summary>Lower end of its 95 % interval.</summary>
    public double? SymmetryAngleCi95Low { get; init; }

    /// <summary>Upper end of its 95 % interval.</summary>
    public double? SymmetryAngleCi95High { get; init; }

    /// <summary>By how much a clock error of one standard uncertainty moves <see cref="LnRatioPercent"/>; null within a foot.</summary>
    public double? ClockPartPercent { get; init; }

    /// <summary>Why it is null; null when it is not.</summary>
    public string? Withheld { get; init; }

    /// <summary>Compares two feet's values that are not paired: each foot's mean has its own variance, and the feet are taken for independent.</summary>
    /// <param name="left">The left foot's values in time order, positive.</param>
    /// <param name="right">The right foot's values in time order, positive.</param>
    /// <param name="clockUncertaintyS">Standard uncertainty of the clock offset, s, where the values are times between the feet; else 0.</param>
    /// <param name="systematic">Standard uncertainty that all values of a foot share and those of the other foot do not, in their unit.</param>
    internal static SymmetryIndex Of(IReadOnlyList<double> left, IReadOnlyList<double> right, double clockUncertaintyS = 0, double systematic = 0)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (WhyWithheld(left, right, clockUncertaintyS) is { } why) return None(left.Count, right.Count, why);
        double l = left.Mean(), r = right.Mean();
        (double varianceL, double freedomL) = SerialMean.VarianceOf(left);
        (double varianceR, double freedomR) = SerialMean.VarianceOf(right);
        double a = varianceL / (l * l), b = varianceR / (r * r);
        return From(left.Count, right.Count, l, r, a + b, Interval.Welch(a, freedomL, b, freedomR), clockUncertaintyS, Independent(systematic, l, r));
    }

    /// <summary>Compares values in pairs, each left stride with the right stride after it, so that what both share does not widen the interval.</summary>
    /// <param name="runs">Uninterrupted runs of pairs, in time order.</param>
    /// <param name="clockUncertaintyS">Standard uncertainty of the clock offset, s, where the values are times between the feet; else 0.</param>
    /// <param name="systematic">Standard uncertainty that all values of a foot share, in their unit.</param>
    /// <param name="opposite">Whether what one foot's values gain of it the other's lose, as of step times; else the feet are independent in it.</param>
    /// <param name="bounded">Whether differences are changes of something bounded (<see cref="SerialMean.VarianceOfBounded"/>): stride time.</param>
    internal static SymmetryIndex OfPairs(
        IReadOnlyList<IReadOnlyList<(double Left, double Right)>> runs, double clockUncertaintyS = 0, double systematic = 0, bool opposite = false, bool bounded = false)
    {
        List<double> left = [.. runs.SelectMany(p => p).Select(p => p.Left)], right = [.. runs.SelectMany(p => p).Select(p => p.Right)];
        if (WhyWithheld(left, right, clockUncertaintyS) is { } why) return None(left.Count, right.Count, why);
        double l = left.Mean(), r = right.Mean();
        List<IReadOnlyList<double>> differences = [.. runs.Select(run => (IReadOnlyList<double>)[.. run.Select(p => (p.Right / r) - (p.Left / l))])];
        (double variance, double freedom) = bounded ? SerialMean.VarianceOfBounded(differences) : SerialMean.VarianceOf([.. differences.SelectMany(d => d)]);
        return From(left.Count, right.Count, l, r, variance, freedom, clockUncertaintyS, opposite ? systematic * ((1 / r) + (1 / l)) : Independent(systematic, l, r));
    }

    internal static SymmetryIndex None(int left, int right, string why) => new() { NLeft = left, NRight = right, Withheld = why };

    private static string? WhyWithheld(IReadOnlyList<double> left, IReadOnlyList<double> right, double clockUncertaintyS)
    {
        if (left.Count < Gates.SymmetryStrides || right.Count < Gates.SymmetryStrides)
            return string.Create(CultureInfo.InvariantCulture, $"left {left.Count}, right {right.Count}: at least {Gates.SymmetryStrides} of each foot needed");
        if (clockUncertaintyS > Gates.ClockUncertaintyS) return "the clocks of the feet are too uncertain (more than 10 ms)";
        return left.Mean() <= 0 || right.Mean() <= 0 ? "a mean is not positive" : null;
    }

    // What two feet have independently of each other, as a part of ln(R / L).
    private static double Independent(double systematic, double l, double r) => systematic * Math.Sqrt((1 / (l * l)) + (1 / (r * r)));

    private static SymmetryIndex From(int n, int m, double l, double r, double variance, double freedom, double clockUncertaintyS, double systematic)
    {
        // An offset d adds to one foot's times and takes from the other's: ln(R / L) moves by d / R + d / L, whatever the number of strides.
        double q = Math.Log(r / l), clock = clockUncertaintyS * ((1 / r) + (1 / l));
        double half = Math.Sqrt((Math.Pow(Interval.T95(freedom), 2) * variance) + (Interval.Normal95 * Interval.Normal95 * ((clock * clock) + (systematic * systematic))));
        double low = q - half, high = q + half;
        return new SymmetryIndex
        {
            NLeft = n,
            NRight = m,
            Percent = Index(q),
            Ci95Low = Index(low),
            Ci95High = Index(high),
            LnRatioPercent = 100 * q,
            LnRatioCi95Low = 100 * low,
            LnRatioCi95High = 100 * high,
            Ratio = Math.Exp(q),
            RatioCi95Low = Math.Exp(low),
            RatioCi95High = Math.Exp(high),
            SymmetryAnglePercent = Angle(q),
            SymmetryAngleCi95Low = Angle(low),
            SymmetryAngleCi95High = Angle(high),
            ClockPartPercent = clockUncertaintyS > 0 ? 100 * clock : null,
        };

        static double Index(double q) => 200 * Math.Tanh(q / 2);

        static double Angle(double q) => 100 * ((Math.PI / 4) - Math.Atan(Math.Exp(-q))) / (Math.PI / 2);
    }
}

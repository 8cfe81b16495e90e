using MathNet.Numerics.Distributions;

namespace GaitSense.Analysis.Statistics;

/// <summary>Parts of 95 % intervals.</summary>
internal static class Interval
{
    /// <summary>The normal distribution's 97.5 % point.</summary>
    public const double Normal95 = 1.959964;

    /// <summary>Student t's 97.5 % point; degrees of freedom need not be whole.</summary>
    public static double T95(double freedom) => StudentT.InvCDF(0, 1, Math.Max(1, freedom), 0.975);

    /// <summary>Degrees of freedom of a sum of two estimated variances (Welch, Satterthwaite).</summary>
    public static double Welch(double a, double freedomA, double b, double freedomB) =>
        a + b > 0 ? (a + b) * (a + b) / ((a * a / freedomA) + (b * b / freedomB)) : Math.Min(freedomA, freedomB);
}

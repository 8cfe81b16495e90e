using System.Collections.Concurrent;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace GaitSense.Analysis.Statistics;

/// <summary>
/// How far a value must lie from the mean of a person's first visits before some visits in a row that lie beyond, on the same side, say anything: so far that of people who do
/// not change no more than a given share comes there in any of their visits.
/// <para>
/// All later visits are held against the same few first ones. If those happened to lie low, or close together, every later visit is beyond more easily; so a second visit that agrees
/// is worth little after three first visits and much after ten. The chance is therefore integrated over what the first visits may have been: their mean is normal, the square of their
/// SD is a scaled chi square (Satterthwaite 1946), and within each of these cases visits in a row are counted along a chain of values in which each may depend on the one before.
/// </para>
/// </summary>
public static class RepeatedLooks
{
    private const int SdPoints = 120;
    private const int MeanPoints = 48;
    private const double WidestMean = 6;
    private const double LeastSd = 0.005;
    private const double MostSd = 4;
    private const double SpreadsBelow = 12;
    private const double SpreadsAbove = 8;
    private const double WidestFactor = 1000;

    // A chain takes some 100 ms to follow, and a desk asks for the same few.
    private static readonly ConcurrentDictionary<(int Looks, int InARow, double Correlation), RunChance> Runs = new();

    /// <summary>The distance in SDs of the first visits.</summary>
    /// <param name="plan">What is looked at.</param>
    /// <param name="share">The share of unchanged people who may come there, above 0 and below 0.5.</param>
    public static double Factor(LooksPlan plan, double share)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (share is not (> 0 and < 0.5)) throw new ArgumentOutOfRangeException(nameof(share), share, "must be above 0 and below 0.5");
        RunChance runs = RunsOf(plan);
        double low = 0, high = 1;
        while (high < WidestFactor && Chance(high, plan, runs) > share) high *= 2;
        while (high - low > 1e-4 * high)
        {
            double middle = (low + high) / 2;
            if (Chance(middle, plan, runs) > share) low = middle;
            else high = middle;
        }

        return high;
    }

    /// <summary>The share of unchanged people of whom enough visits in a row are beyond <paramref name="distance"/> SDs of the first visits, on the same side.</summary>
    /// <param name="distance">The distance, SDs.</param>
    /// <param name="plan">What is looked at.</param>
    public static double Chance(double distance, LooksPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Chance(distance, plan, RunsOf(plan));
    }

    /// <summary>Student t's point below which a share lies; degrees of freedom need not be whole.</summary>
    /// <param name="freedom">Degrees of freedom, 1 or more.</param>
    /// <param name="share">The share below, above 0 and below 1.</param>
    public static double StudentPoint(double freedom, double share) => StudentT.InvCDF(0, 1, Math.Max(1, freedom), share);

    private static RunChance RunsOf(LooksPlan plan) => Runs.GetOrAdd((plan.Looks, plan.InARow, plan.Correlation), k => new RunChance(k.Looks, k.InARow, k.Correlation));

    private static double Chance(double distance, LooksPlan plan, RunChance runs)
    {
        (double meanSd, double sdScale, double freedom) = plan.FirstVisits();

        // The logarithm of an SD scatters by 1 / root of twice its freedom.
        double spread = 1 / Math.Sqrt(2 * freedom), lowest = Math.Max(Math.Log(LeastSd), -SpreadsBelow * spread), highest = Math.Min(Math.Log(MostSd), SpreadsAbove * spread);
        double beyond = 0, all = 0, step = (highest - lowest) / SdPoints, scale = (freedom / 2 * Math.Log(freedom / 2)) - SpecialFunctions.GammaLn(freedom / 2);
        for (int i = 0; i < SdPoints; i++)
        {
            // Chi over the root of its freedom, by its logarithm: small SDs are what makes false calls.
            double logSd = lowest + (step * (i + 0.5)), sd = Math.Exp(logSd), density = Math.Exp(scale + (freedom * logSd) - (freedom * sd * sd / 2)), limit = distance * sdScale * sd;
            for (int j = 0; j < MeanPoints; j++)
            {
                double z = WidestMean * ((2 * (j + 0.5) / MeanPoints) - 1), weight = density * Math.Exp(-z * z / 2), mean = z * meanSd;
                all += weight;
                beyond += weight * Math.Min(1, runs.Above(limit + mean) + runs.Above(limit - mean)); // both sides at once: hardly ever, and counted twice
            }
        }

        return beyond / all;
    }
}

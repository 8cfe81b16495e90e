using System.Runtime.CompilerServices;

namespace GaitSense.Core;

/// <summary>What is left of a memory after a while.</summary>
internal static class Fading
{
    // Within this the series' first dropped term is below half a unit in the last place.
    private const double SeriesLimit = 0.125;

    /// <summary>exp(-<paramref name="x"/>) for x of 0 or more. One sample is short against a memory, and a short series costs less than the general exponential.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double x)
    {
        if (x > SeriesLimit) return Math.Exp(-x);
        double x2 = x * x, x4 = x2 * x2;
        double low = (1 - x) + (x2 * (0.5 - (x * (1.0 / 6))));
        double middle = ((1.0 / 24) - (x * (1.0 / 120))) + (x2 * ((1.0 / 720) - (x * (1.0 / 5040))));
        double high = (1.0 / 40320) - (x * (1.0 / 362880));
        return low + (x4 * (middle + (x4 * high)));
    }
}

using System.Numerics;

namespace GaitSense.Devices;

/// <summary>
/// Changes the rate of a recording by a ratio of whole numbers: a linear-phase low-pass (a sinc under a Kaiser window, 80 dB) evaluated at the places
/// of the new samples. For recordings, not for streams: it does not delay.
/// </summary>
internal static class Resampler
{
    private const int HalfTaps = 32;

    // Kaiser's formulas for 80 dB (J. F. Kaiser, "Nonrecursive digital filter design using the I0-sinh window function", 1974).
    private const double Beta = 7.857;
    private const double PassPart = 0.92;

    /// <summary>The same sound at another rate.</summary>
    public static float[] Resample(ReadOnlySpan<float> samples, int fromHz, int toHz)
    {
        if (fromHz == toHz) return samples.ToArray();
        int common = (int)BigInteger.GreatestCommonDivisor(fromHz, toHz);
        int phases = toHz / common, step = fromHz / common;
        // Going down, the low-pass is that of the new rate, and as much longer.
        double cutoff = PassPart * Math.Min(1, (double)toHz / fromHz);
        int half = (int)Math.Ceiling(HalfTaps * Math.Max(1, (double)fromHz / toHz));
        float[]?[] taps = new float[]?[phases];
        float[] result = new float[(int)((long)samples.Length * toHz / fromHz)];
        for (int i = 0; i < result.Length; i++)
        {
            (long whole, long phase) = Math.DivRem((long)i * step, phases);
            float[] weights = taps[phase] ??= Weights((double)phase / phases, half, cutoff);
            int first = (int)whole - half + 1;
            int from = Math.Max(first, 0), to = Math.Min(first + weights.Length, samples.Length);
            double sum = 0;
            for (int k = from; k < to; k++) sum += (double)weights[k - first] * samples[k];
            result[i] = (float)sum;
        }

        return result;
    }

    private static float[] Weights(double fraction, int half, double cutoff)
    {
        double[] weights = new double[2 * half];
        for (int k = 0; k < weights.Length; k++)
        {
            double x = k - half + 1 - fraction, inside = 1 - (x / half * (x / half));
            double sinc = x == 0 ? cutoff : Math.Sin(Math.PI * cutoff * x) / (Math.PI * x);
            weights[k] = inside <= 0 ? 0 : sinc * BesselI0(Beta * Math.Sqrt(inside)) / BesselI0(Beta);
        }

        double sum = weights.Sum(); // 1, but for what the window cuts off
        return [.. weights.Select(w => (float)(w / sum))];
    }

    private static double BesselI0(double x)
    {
        double sum = 1, term = 1;
        for (int k = 1; term > 1e-12 * sum; k++)
        {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }

        return sum;
    }
}

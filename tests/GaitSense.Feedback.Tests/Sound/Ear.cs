using System.Numerics;

namespace GaitSense.Feedback.Tests;

/// <summary>What can be told from samples alone.</summary>
internal static class Ear
{
    public const int RateHz = 48_000;

    public static double Db(double ratio) => 20 * Math.Log10(ratio);

    public static float[] Channel(ReadOnlySpan<float> stereo, int channel)
    {
        float[] mono = new float[stereo.Length / 2];
        for (int i = 0; i < mono.Length; i++) mono[i] = stereo[(2 * i) + channel];
        return mono;
    }

    public static double Peak(ReadOnlySpan<float> x)
    {
        double peak = 0;
        foreach (float s in x) peak = Math.Max(peak, Math.Abs(s));
        return peak;
    }

    public static double Rms(ReadOnlySpan<float> x)
    {
        double sum = 0;
        foreach (float s in x) sum += (double)s * s;
        return Math.Sqrt(sum / x.Length);
    }

    /// <summary>RMS of the loudest stretch of 125 ms, which is what a sound level meter shows ("fast").</summary>
    public static double LoudestRms(ReadOnlySpan<float> x)
    {
        int window = RateHz / 8;
        double sum = 0, most = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += (double)x[i] * x[i];
            if (i >= window) sum -= (double)x[i - window] * x[i - window];
            most = Math.Max(most, sum);
        }

        return Math.Sqrt(most / window);
    }

    /// <summary>Largest second difference, as a part of the peak: a corner or a step has a large one.</summary>
    public static double Roughness(ReadOnlySpan<float> x)
    {
        double most = 0;
        for (int i = 0; i < x.Length + 2; i++)
        {
            double At(ReadOnlySpan<float> s, int k) => k >= 0 && k < s.Length ? s[k] : 0;
            most = Math.Max(most, Math.Abs(At(x, i) - (2 * At(x, i - 1)) + At(x, i - 2)));
        }

        return most / Peak(x);
    }

    /// <summary>Part of the energy between two frequencies.</summary>
    public static double EnergyBetween(ReadOnlySpan<float> x, double fromHz, double toHz)
    {
        Complex[] spectrum = Spectrum(x);
        double hz = (double)RateHz / spectrum.Length, part = 0, all = 0;
        for (int k = 0; k <= spectrum.Length / 2; k++)
        {
            double energy = spectrum[k].Magnitude * spectrum[k].Magnitude;
            all += energy;
            if (k * hz >= fromHz && k * hz <= toHz) part += energy;
        }

        return part / all;
    }

    public static double LoudestHz(ReadOnlySpan<float> x)
    {
        Complex[] spectrum = Spectrum(x);
        int best = 1;
        for (int k = 1; k <= spectrum.Length / 2; k++)
            if (spectrum[k].Magnitude > spectrum[best].Magnitude) best = k;
        return best * (double)RateHz / spectrum.Length;
    }

    /// <summary>The envelope: magnitude of the analytic signal.</summary>
    public static double[] Envelope(ReadOnlySpan<float> x)
    {
        Complex[] spectrum = Spectrum(x);
        int n = spectrum.Length;
        for (int k = 1; k < n / 2; k++) spectrum[k] *= 2;
        for (int k = (n / 2) + 1; k < n; k++) spectrum[k] = 0;
        // The inverse, by the forward transform of the conjugate.
        for (int k = 0; k < n; k++) spectrum[k] = Complex.Conjugate(spectrum[k]);
        Transform(spectrum);
        return [.. spectrum.Take(x.Length).Select(c => c.Magnitude / n)];
    }

    /// <summary>Time from a tenth to nine tenths of the first maximum of the envelope that is not passed for 50 ms, s.</summary>
    public static double RiseS(ReadOnlySpan<float> x)
    {
        double[] envelope = Envelope(x);
        int top = 0;
        for (int i = 1; i < envelope.Length && i - top < RateHz / 20; i++)
            if (envelope[i] > envelope[top]) top = i;
        int tenth = Array.FindIndex(envelope, e => e >= 0.1 * envelope[top]), nine = Array.FindIndex(envelope, e => e >= 0.9 * envelope[top]);
        return (double)(nine - tenth) / RateHz;
    }

    /// <summary>First frame that is not 0 in a 16-bit recording; -1: there is none.</summary>
    public static int FirstHeard(ReadOnlySpan<float> x, int from = 0)
    {
        for (int i = from; i < x.Length; i++)
            if (Math.Abs(x[i]) * 32767 >= 0.5) return i;
        return -1;
    }

    private static Complex[] Spectrum(ReadOnlySpan<float> x)
    {
        Complex[] spectrum = new Complex[BitOperations.RoundUpToPowerOf2((uint)(2 * x.Length))];
        for (int i = 0; i < x.Length; i++) spectrum[i] = x[i];
        Transform(spectrum);
        return spectrum;
    }

    private static void Transform(Complex[] x)
    {
        int n = x.Length, bits = BitOperations.Log2((uint)n);
        for (int i = 0; i < n; i++)
        {
            int j = 0;
            for (int b = 0; b < bits; b++) j |= ((i >> b) & 1) << (bits - 1 - b);
            if (j > i) (x[i], x[j]) = (x[j], x[i]);
        }

        for (int size = 2; size <= n; size *= 2)
        {
            for (int k = 0; k < size / 2; k++)
            {
                Complex turn = Complex.FromPolarCoordinates(1, -2 * Math.PI * k / size);
                for (int i = k; i < n; i += size)
                {
                    Complex odd = turn * x[i + (size / 2)];
                    x[i + (size / 2)] = x[i] - odd;
                    x[i] += odd;
                }
            }
        }
    }
}

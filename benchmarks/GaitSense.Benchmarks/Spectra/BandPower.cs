using System.Numerics;
using GaitSense.Core;
using MathNet.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace GaitSense.Benchmarks;

/// <summary>
/// Power of |specific force| around contacts, by frequency band. Each contact gives one window of 0.25 s, put on an even grid of 200 Hz, its
/// mean taken off, under a Hann window and padded; the powers of all contacts are averaged.
/// </summary>
internal static class BandPower
{
    /// <summary>Bounds of the bands, Hz.</summary>
    public static readonly double[] EdgesHz = [0, 5, 15, 30, 50];

    private const double RateHz = 200, BeforeS = 0.125, MaxGapS = 0.03;
    private const int Window = 50, Padded = 400;

    /// <summary>Mean power in each band, (m/s²)², and how many contacts it is of; null where there is none.</summary>
    public static (double[] Power, int Contacts)? Around(ImuSample[] samples, IEnumerable<double> contactsS)
    {
        double[] power = new double[EdgesHz.Length - 1];
        int contacts = 0;
        foreach (double at in contactsS)
        {
            if (Cut(samples, at - BeforeS) is not { } window) continue;
            Add(window, power);
            contacts++;
        }

        return contacts == 0 ? null : ([.. power.Select(p => p / contacts)], contacts);
    }

    private static double[]? Cut(ImuSample[] samples, double fromS)
    {
        double[] window = new double[Window];
        int i = Array.BinarySearch(samples, new ImuSample(DeviceTime.FromSeconds(Math.Max(0, fromS)), default, default), ByTime);
        i = Math.Max(0, i < 0 ? ~i - 1 : i);
        for (int k = 0; k < Window; k++)
        {
            double t = fromS + (k / RateHz);
            while (i + 1 < samples.Length && samples[i + 1].Time.Seconds < t) i++;
            if (i + 1 >= samples.Length || samples[i].Time.Seconds > t) return null;
            double gap = samples[i + 1].Time.SecondsSince(samples[i].Time);
            if (gap is > MaxGapS or <= 0) return null;
            double share = (t - samples[i].Time.Seconds) / gap;
            window[k] = ((1 - share) * samples[i].AccelMps2.Length) + (share * samples[i + 1].AccelMps2.Length);
        }

        return window;
    }

    private static void Add(double[] window, double[] power)
    {
        double mean = window.Average(), norm = 0;
        Complex[] spectrum = new Complex[Padded];
        double[] hann = MathNet.Numerics.Window.Hann(Window);
        for (int k = 0; k < Window; k++)
        {
            spectrum[k] = (window[k] - mean) * hann[k];
            norm += hann[k] * hann[k];
        }

        Fourier.Forward(spectrum, FourierOptions.NoScaling);
        for (int b = 0; b < power.Length; b++)
        {
            for (int k = 1; k < Padded / 2; k++)
            {
                double hz = k * RateHz / Padded;
                if (hz >= EdgesHz[b] && hz < EdgesHz[b + 1]) power[b] += 2 * spectrum[k].MagnitudeSquared() / (norm * Padded);
            }
        }
    }

    private static readonly Comparer<ImuSample> ByTime = Comparer<ImuSample>.Create((a, b) => a.Time.Microseconds.CompareTo(b.Time.Microseconds));
}

using GaitSense.Core;

namespace GaitSense.Benchmarks;

/// <summary>
/// Stillness of a foot by the stance hypothesis optimal detector, SHOE (Skog, Händel, Nilsson and Rantakokko 2010, Zero-velocity detection: an algorithm evaluation): within a
/// window of W samples, T = 1/W sum(|f - g f_mean/|f_mean||²/sigma_f² + |w|²/sigma_w²); small where the force is gravity alone and nothing turns.
/// </summary>
internal static class ShoeStatistic
{
    // As in the original evaluation; what they are off by together the threshold takes up.
    private const double ForceSdMps2 = 0.01;
    private const double RateSdRadPerS = 0.1 * Math.PI / 180;

    /// <summary>T of each sample's window: as many samples before it as after it, so that it looks half a window ahead.</summary>
    /// <param name="samples">Samples of one foot, in order.</param>
    /// <param name="windowS">Length of the window, s.</param>
    public static double[] Of(ReadOnlySpan<ImuSample> samples, double windowS)
    {
        double[] t = new double[samples.Length];
        int from = 0, to = 0;
        for (int i = 0; i < samples.Length; i++)
        {
            while (samples[i].Time.SecondsSince(samples[from].Time) > windowS / 2) from++;
            while (to < samples.Length && samples[to].Time.SecondsSince(samples[i].Time) <= windowS / 2) to++;
            t[i] = Mean(samples[from..to]);
        }

        return t;
    }

    private static double Mean(ReadOnlySpan<ImuSample> window)
    {
        Vector3D sum = default;
        foreach (ref readonly ImuSample s in window) sum += s.AccelMps2;
        Vector3D gravity = sum.Normalized() * ErrorStateFilter.GravityMps2;
        double t = 0;
        foreach (ref readonly ImuSample s in window)
            t += ((s.AccelMps2 - gravity).LengthSquared / (ForceSdMps2 * ForceSdMps2)) + (s.GyroRadPerS.LengthSquared / (RateSdRadPerS * RateSdRadPerS));
        return t / window.Length;
    }
}

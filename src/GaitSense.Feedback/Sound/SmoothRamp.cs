namespace GaitSense.Feedback.Sound;

/// <summary>Raised-cosine ramps: no corner at either end, so nothing is heard but the sound itself.</summary>
internal static class SmoothRamp
{
    /// <summary>Brings a beginning up from exactly 0.</summary>
    public static void In(Span<double> samples)
    {
        for (int i = 0; i < samples.Length; i++) samples[i] *= At(i, samples.Length);
    }

    /// <summary>Brings an end down to exactly 0.</summary>
    public static void Out(Span<double> samples)
    {
        for (int i = 0; i < samples.Length; i++) samples[^(i + 1)] *= At(i, samples.Length);
    }

    /// <summary>The rising ramp: 0 at 0, 1 at <paramref name="length"/>.</summary>
    public static double At(int i, int length) => 0.5 - (0.5 * Math.Cos(Math.PI * i / length));
}

namespace GaitSense.Devices;

/// <summary>Numbers to 16-bit samples.</summary>
internal static class Pcm16
{
    /// <summary>Full scale.</summary>
    public const float Full = 32767;

    /// <summary>Converts, rounding to nearest. 0 stays 0: silence is silent, so no noise is added. What is not a number is silence.</summary>
    public static void Convert(ReadOnlySpan<float> from, Span<short> to)
    {
        for (int i = 0; i < from.Length; i++)
        {
            float sample = from[i];
            to[i] = float.IsNaN(sample) ? (short)0 : (short)MathF.Round(Math.Clamp(sample, -1, 1) * Full);
        }
    }
}

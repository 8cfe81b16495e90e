namespace GaitSense.Feedback.Sound;

/// <summary>
/// Makes recordings of speech equally loud. Loudness is the RMS of what is spoken (windows of 20 ms that are less than 20 dB below the loudest one).
/// Speech has peaks 16 to 18 dB above its RMS; they are turned down smoothly, ahead of time, so that words can be as loud as tones without clipping.
/// </summary>
internal static class SpeechLevel
{
    /// <summary>RMS of what is spoken, as a part of the largest sample allowed: -10.5 dB.</summary>
    public const double RmsRatio = 0.3;

    private const int Window = CueMixer.RateHz / 50;
    private const int Margin = CueMixer.RateHz / 50;
    private const int Ramp = CueMixer.RateHz / 100;
    private const int Hop = CueMixer.RateHz / 1000;
    private const int Reach = 5;
    private const double SilenceRatio = 0.01, GateRatio = 0.1;

    /// <summary>Cuts the pauses off, sets the level and smooths the ends; false where nothing is to be heard, or for less than 20 ms.</summary>
    public static bool TryPrepare(ReadOnlySpan<float> recording, out float[] prepared)
    {
        double peak = 0;
        foreach (float sample in recording)
            if (float.IsFinite(sample)) peak = Math.Max(peak, Math.Abs(sample));
        prepared = [];
        if (peak < 1e-4) return false;

        double silence = SilenceRatio * peak;
        int first = 0, last = recording.Length - 1;
        while (!(Math.Abs(recording[first]) > silence)) first++;
        while (!(Math.Abs(recording[last]) > silence)) last--;
        // What is around it is its own quiet beginning and end, where the recording has them; where it is cut off, the ramps are all there is.
        (first, last) = (Math.Max(first - Margin, 0), Math.Min(last + Margin, recording.Length - 1));
        if (last - first + 1 < 2 * Ramp) return false;
        double[] speech = new double[last - first + 1];
        for (int i = 0; i < speech.Length; i++) speech[i] = float.IsFinite(recording[first + i]) ? recording[first + i] : 0;

        double share = 0.9999 * SoundClip.Share(CueVoice.Words);
        Scale(speech, RmsRatio * share / SpokenRms(speech));
        Limit(speech, share);
        SmoothRamp.In(speech.AsSpan(0, Ramp));
        SmoothRamp.Out(speech.AsSpan(speech.Length - Ramp));
        prepared = [.. speech.Select(s => (float)s)];
        return true;
    }

    /// <summary>RMS of the windows in which something is spoken.</summary>
    public static double SpokenRms(ReadOnlySpan<double> speech)
    {
        int windows = Math.Max(1, speech.Length / Window);
        double[] powers = new double[windows];
        for (int w = 0; w < windows; w++)
        {
            ReadOnlySpan<double> part = speech.Slice(w * Window, Math.Min(Window, speech.Length - (w * Window)));
            foreach (double s in part) powers[w] += s * s / part.Length;
        }

        double gate = GateRatio * GateRatio * powers.Max();
        return Math.Sqrt(powers.Where(p => p >= gate).Average());
    }

    private static void Scale(double[] speech, double factor)
    {
        for (int i = 0; i < speech.Length; i++) speech[i] *= factor;
    }

    // A gain for each hop of 1 ms, between which samples interpolate: a weighted mean over neighbours within Reach of gains that are small enough for
    // every hop within Reach and one more of them. So both gains that a sample lies between are small enough for it.
    private static void Limit(double[] speech, double limit)
    {
        double[] needed = new double[(speech.Length / Hop) + 2], lowest = new double[needed.Length], gains = new double[needed.Length];
        for (int h = 0; h < needed.Length; h++)
        {
            double peak = limit;
            for (int i = h * Hop; i < Math.Min((h + 1) * Hop, speech.Length); i++) peak = Math.Max(peak, Math.Abs(speech[i]));
            needed[h] = limit / peak;
        }

        for (int h = 0; h < needed.Length; h++)
        {
            int from = Math.Max(0, h - Reach - 1), to = Math.Min(needed.Length, h + Reach + 2);
            lowest[h] = MinOf(needed.AsSpan(from, to - from));
        }

        for (int h = 0; h < needed.Length; h++)
        {
            double sum = 0;
            for (int k = -Reach; k <= Reach; k++)
            {
                double weight = SmoothRamp.At(Reach + 1 - Math.Abs(k), Reach + 1);
                sum += weight;
                gains[h] += weight * lowest[Math.Clamp(h + k, 0, lowest.Length - 1)];
            }

            gains[h] /= sum;
        }

        for (int i = 0; i < speech.Length; i++)
        {
            (int hop, int within) = Math.DivRem(i, Hop);
            speech[i] *= gains[hop] + ((gains[hop + 1] - gains[hop]) * within / Hop);
        }
    }

    private static double MinOf(ReadOnlySpan<double> values)
    {
        double min = 1;
        foreach (double value in values) min = Math.Min(min, value);
        return min;
    }
}

namespace GaitSense.Feedback.Sound;

/// <summary>
/// A sound that is ready to be mixed: mono, <see cref="CueMixer.RateHz"/> samples per second, beginning and ending at exactly 0 and never above its
/// voice's share of the level. Unchangeable, so any thread may read it.
/// </summary>
public sealed class SoundClip
{
    private readonly float[] _samples;

    /// <summary>Keeps samples as a clip.</summary>
    /// <param name="voice">What it is.</param>
    /// <param name="samples">The samples; copied.</param>
    /// <exception cref="ArgumentException">It is empty, does not begin and end at 0, or is louder than <see cref="Share"/> allows.</exception>
    public SoundClip(CueVoice voice, ReadOnlySpan<float> samples)
    {
        if (samples.IsEmpty || samples[0] != 0 || samples[^1] != 0) throw new ArgumentException("A clip begins and ends at 0.", nameof(samples));
        float share = (float)Share(voice);
        foreach (float sample in samples)
            if (!(Math.Abs(sample) <= share)) throw new ArgumentException($"A clip of this voice is never above {share}.", nameof(samples));
        (Voice, _samples) = (voice, samples.ToArray());
    }

    /// <summary>What it is.</summary>
    public CueVoice Voice { get; }

    /// <summary>The samples at a gain of 0 dB, relative to the ceiling.</summary>
    public ReadOnlySpan<float> Samples => _samples;

    /// <summary>How long it sounds, s.</summary>
    public double DurationS => (double)_samples.Length / CueMixer.RateHz;

    /// <summary>
    /// Largest sample of a voice, as a part of the ceiling. Two beats (or tests), one good step and one phrase are the most that sound at once: 0.98.
    /// The shares also keep what is heard alike: the loudest 125 ms of each are within 4 dB of each other.
    /// </summary>
    internal static double Share(CueVoice voice) => voice switch
    {
        CueVoice.Beat => 0.27,
        CueVoice.Test => 0.16,
        CueVoice.GoodStep => 0.16,
        _ => 0.28,
    };
}

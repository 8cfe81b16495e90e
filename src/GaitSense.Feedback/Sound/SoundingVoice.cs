namespace GaitSense.Feedback.Sound;

/// <summary>A place of the mixer and what sounds there. The audio thread's own.</summary>
internal struct SoundingVoice
{
    /// <summary>Length of the fade of a sound that is ended early, frames: 15 ms.</summary>
    public const int FadeFrames = CueMixer.RateHz * 15 / 1000;

    private static readonly float[] Falling = [.. Enumerable.Range(1, FadeFrames).Select(i => (float)(1 - SmoothRamp.At(i, FadeFrames)))];

    private SoundClip? _clip;
    private StereoGain _gain;
    private int _at, _fade;

    /// <summary>Whether something sounds here.</summary>
    public readonly bool IsActive => _clip is not null;

    /// <summary>Frames until it ends; 0 where nothing sounds.</summary>
    public readonly int FramesLeft => _clip is null ? 0 : Math.Min(_clip.Samples.Length - _at, _fade < 0 ? int.MaxValue : FadeFrames - _fade);

    /// <summary>Order of what sounds.</summary>
    public long Order { get; private set; }

    /// <summary>Begins a sound.</summary>
    public void Begin(in ScheduledVoice voice) => (_clip, _gain, _at, _fade, Order) = (voice.Clip, voice.Gain, 0, -1, voice.Order);

    /// <summary>Ends it smoothly; once begun, a fade goes on.</summary>
    public void Fade()
    {
        if (_clip is not null && _fade < 0) _fade = 0;
    }

    /// <summary>Adds its next frames.</summary>
    public void AddTo(Span<float> stereo)
    {
        if (_clip is null) return;
        ReadOnlySpan<float> samples = _clip.Samples[_at..];
        int frames = Math.Min(stereo.Length / 2, samples.Length);
        if (_fade >= 0) frames = Math.Min(frames, FadeFrames - _fade);
        for (int i = 0; i < frames; i++)
        {
            float sample = _fade < 0 ? samples[i] : samples[i] * Falling[_fade + i];
            stereo[2 * i] += _gain.Left * sample;
            stereo[(2 * i) + 1] += _gain.Right * sample;
        }

        _at += frames;
        if (_fade >= 0) _fade += frames;
        if (_at == _clip.Samples.Length || _fade == FadeFrames) _clip = null;
    }
}

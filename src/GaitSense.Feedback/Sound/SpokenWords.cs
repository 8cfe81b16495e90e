using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using GaitSense.Feedback.Cues;

namespace GaitSense.Feedback.Sound;

/// <summary>Spoken phrases, prepared before the walk: trimmed, equally loud, with smooth ends.</summary>
public sealed class SpokenWords
{
    private readonly FrozenDictionary<string, SoundClip> _clips;

    /// <summary>Prepares phrases; one in which nothing can be heard counts as absent.</summary>
    /// <param name="recordings">Mono samples at <see cref="CueMixer.RateHz"/> by phrase key, of any level.</param>
    public SpokenWords(IReadOnlyDictionary<string, float[]> recordings)
    {
        Dictionary<string, SoundClip> clips = new(StringComparer.Ordinal);
        foreach ((string phrase, float[] samples) in recordings)
            if (SpeechLevel.TryPrepare(samples, out float[] prepared)) clips[phrase] = new SoundClip(CueVoice.Words, prepared);
        _clips = clips.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>No words at all.</summary>
    public static SpokenWords None { get; } = new(FrozenDictionary<string, float[]>.Empty);

    /// <summary>The phrases there are.</summary>
    internal IReadOnlyCollection<string> Keys => _clips.Keys;

    /// <summary>The sound of a phrase; false where there is none.</summary>
    /// <param name="phrase">A key of <see cref="Phrases"/>.</param>
    /// <param name="clip">Its words.</param>
    public bool TryGet(string phrase, [NotNullWhen(true)] out SoundClip? clip) => _clips.TryGetValue(phrase, out clip);
}

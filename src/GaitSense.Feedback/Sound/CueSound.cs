using GaitSense.Core;
using GaitSense.Feedback.Cues;

namespace GaitSense.Feedback.Sound;

/// <summary>Cues as sound: schedules each at the frame that is heard when it is planned. Used by the walk's thread alone; nothing is allocated per cue.</summary>
/// <param name="mixer">Where they sound.</param>
/// <param name="tones">The tones.</param>
/// <param name="words">The words.</param>
/// <param name="frameAt">The frame to be heard at an instant of the walk, the output latency included; null while that is not known.</param>
public sealed class CueSound(CueMixer mixer, CueTones tones, SpokenWords words, Func<DeviceTime, long?> frameAt) : ICueSink
{
    /// <summary>Words to be said that there was no sound for.</summary>
    public long Unspoken { get; private set; }

    /// <summary>Cues that did not sound because their frame was unknown, or because too many waited. See also <see cref="CueMixer.Missed"/>.</summary>
    public long Unscheduled { get; private set; }

    /// <inheritdoc/>
    public void OnCue(in Cue cue)
    {
        SoundClip? clip = ClipOf(cue);
        if (clip is null) Unspoken++;
        else if (FrameOf(in cue, clip) is not { } frame || !mixer.Schedule(frame, clip, cue.Foot, cue.GainDb, cue.Number)) Unscheduled++;
    }

    /// <inheritdoc/>
    public void OnSilence(bool wordsToo) => mixer.Silence(wordsToo);

    // While it is unknown which frame is heard when, words are played as soon as possible, and nothing else.
    private long? FrameOf(in Cue cue, SoundClip clip) => frameAt(cue.PlannedAt) ?? (clip.Voice == CueVoice.Words ? mixer.NextFrame : null);

    private SoundClip? ClipOf(in Cue cue) => cue.Kind switch
    {
        CueKind.Beat => tones.Beat(cue.Foot ?? Foot.Left),
        CueKind.GoodStep => tones.GoodStep,
        _ => cue.Phrase is { } phrase && words.TryGet(phrase, out SoundClip? clip) ? clip : null,
    };
}

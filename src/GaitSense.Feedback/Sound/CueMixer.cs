using GaitSense.Core;

namespace GaitSense.Feedback.Sound;

/// <summary>
/// Mixes cues into a stereo stream, each beginning at exactly its frame. The walk's thread schedules and silences, one audio thread renders; neither
/// waits for the other, and neither allocates. The samples do not depend on the sizes of the blocks.
/// <para>
/// Nothing is clipped: at most two beats, one good step and one phrase sound at once, and their shares of the level add up to less than the ceiling.
/// While words are spoken beats go on and good steps give way.
/// </para>
/// </summary>
public sealed class CueMixer
{
    /// <summary>Frames per second.</summary>
    public const int RateHz = 48_000;

    /// <summary>How many sounds can be scheduled and not begun.</summary>
    public const int Capacity = 64;

    /// <summary>How long a silenced sound goes on, from the next block on, s.</summary>
    public const double FadeS = (double)SoundingVoice.FadeFrames / RateHz;

    // A good step that is heard later than this is no answer to the step any more, s.
    private const double MaxWaitS = 0.5;
    private const int GoodStepPlace = 2, WordsPlace = 3;

    private readonly double _scale;
    private readonly EarMode _ears;
    private readonly SingleReaderRing<ScheduledVoice> _commands = new(Capacity);
    private readonly SingleReaderRing<VoiceReport> _reports = new(4 * Capacity);
    private readonly ScheduledVoice[] _pending = new ScheduledVoice[Capacity];
    private readonly SoundingVoice[] _places = new SoundingVoice[WordsPlace + 1];
    private int _pendingCount;
    private HostTime _askedAt;
    private long _order, _silencedTones, _silencedWords, _tonesSeen, _wordsSeen, _nextFrame, _missed;

    /// <summary>A mixer whose first frame is 0.</summary>
    /// <param name="options">Volume, ceiling and ears; valid.</param>
    public CueMixer(SoundOptions options) => (_scale, _ears) = (FromDb(options.CeilingDb + options.VolumeDb), options.Ears);

    /// <summary>The first frame that has not been rendered. Any thread.</summary>
    public long NextFrame => Volatile.Read(ref _nextFrame);

    /// <summary>Sounds that were scheduled too late and did not sound. Any thread.</summary>
    public long Missed => Volatile.Read(ref _missed);

    /// <summary>Schedules a sound. The walk's thread.</summary>
    /// <param name="frame">Its first frame.</param>
    /// <param name="clip">What sounds.</param>
    /// <param name="side">The side it is heard on; null: in the middle.</param>
    /// <param name="gainDb">Loudness, dB; what is above 0 counts as 0.</param>
    /// <param name="number">Given back in its report.</param>
    /// <returns>False where <see cref="Capacity"/> sounds wait already; it then does not sound, and has no report.</returns>
    public bool Schedule(long frame, SoundClip clip, Foot? side, double gainDb, int number)
    {
        StereoGain gain = StereoGain.For(side, _ears, _scale * FromDb(Math.Min(gainDb, 0)));
        if (!_commands.TryAdd(new ScheduledVoice(clip, frame, gain, number, _order))) return false;
        _order++;
        return true;
    }

    /// <summary>Of all that was scheduled before: what has not begun does not, and what sounds fades within <see cref="FadeS"/>. The walk's thread.</summary>
    /// <param name="wordsToo">Whether words are cut too, or said to their end.</param>
    internal void Silence(bool wordsToo = true)
    {
        Volatile.Write(ref _silencedTones, _order);
        if (wordsToo) Volatile.Write(ref _silencedWords, _order);
    }

    /// <summary>Takes the next report of what became of a sound; in the order in which it was known. The walk's thread.</summary>
    public bool TryTakeReport(out VoiceReport report) => _reports.TryTake(out report);

    /// <summary>Skips the frames before <paramref name="frame"/>: what was scheduled there counts as missed, and what sounds fades. The audio thread.</summary>
    /// <param name="frame">The frame to be rendered next; what is not ahead changes nothing.</param>
    /// <param name="askedAt">When it was asked for; goes into the reports.</param>
    public void SkipTo(long frame, HostTime askedAt = default)
    {
        if (frame <= _nextFrame) return;
        _askedAt = askedAt;
        for (TakeCommands(); _pendingCount > 0; TakeCommands())
            while (_pendingCount > 0) Report(Remove(0), VoiceFate.Missed);
        foreach (ref SoundingVoice place in _places.AsSpan()) place.Fade();
        Volatile.Write(ref _nextFrame, frame);
    }

    /// <summary>Renders the next frames. The audio thread.</summary>
    /// <param name="stereo">Written over: left, right, left, ...; an even number.</param>
    /// <param name="askedAt">When they were asked for; goes into the reports.</param>
    public void Render(Span<float> stereo, HostTime askedAt = default)
    {
        _askedAt = askedAt;
        stereo.Clear();
        TakeCommands();
        long frame = _nextFrame, end = frame + (stereo.Length / 2);
        while (frame < end)
        {
            long next = BeginDue(frame, end);
            Span<float> part = stereo[..(2 * (int)(next - frame))];
            foreach (ref SoundingVoice place in _places.AsSpan()) place.AddTo(part);
            stereo = stereo[part.Length..];
            frame = next;
        }

        Volatile.Write(ref _nextFrame, end);
    }

    private void TakeCommands()
    {
        while (_pendingCount < Capacity && _commands.TryTake(out ScheduledVoice voice))
        {
            if (IsSilenced(voice.Clip.Voice, voice.Order)) Report(voice, VoiceFate.Cancelled);
            else if (voice.Frame >= _nextFrame) _pending[_pendingCount++] = voice;
            else if (MayWait(voice)) Wait(voice);
            else Report(voice, VoiceFate.Missed);
        }

        long tones = Volatile.Read(ref _silencedTones), words = Volatile.Read(ref _silencedWords);
        if (tones == _tonesSeen && words == _wordsSeen) return;
        (_tonesSeen, _wordsSeen) = (tones, words);
        for (int i = 0; i < _pendingCount;)
        {
            if (IsSilenced(_pending[i].Clip.Voice, _pending[i].Order)) Report(Remove(i), VoiceFate.Cancelled);
            else i++;
        }

        for (int i = 0; i < _places.Length; i++)
            if (_places[i].Order < (i == WordsPlace ? words : tones)) _places[i].Fade();
    }

    // An output latency that is longer than the time ahead (headphones on a radio): a good step then comes a little later. Words come as soon as they can, however late they are known: at
    // a walk's begin nothing can be heard yet, and "please stop" is right late too. A beat is never late.
    private bool MayWait(in ScheduledVoice voice) => voice.Clip.Voice == CueVoice.Words || (voice.Clip.Voice == CueVoice.GoodStep && _nextFrame - voice.Frame < MaxWaitS * RateHz);

    // Of words that come late together the newest are said.
    private void Wait(in ScheduledVoice voice)
    {
        if (voice.Clip.Voice == CueVoice.Words)
            for (int i = _pendingCount - 1; i >= 0; i--)
                if (_pending[i].Clip.Voice == CueVoice.Words) Report(Remove(i), VoiceFate.Missed);
        _pending[_pendingCount++] = voice with { Frame = _nextFrame };
    }

    private bool IsSilenced(CueVoice voice, long order) => order < (voice == CueVoice.Words ? _wordsSeen : _tonesSeen);

    // Begins what is due at a frame, and says up to where nothing else begins.
    private long BeginDue(long frame, long end)
    {
        for (int i = 0; i < _pendingCount;)
        {
            long due = _pending[i].Frame;
            if (due == frame && _pending[i].Clip.Voice == CueVoice.Words && _places[WordsPlace].IsActive)
            {
                // Words before them are said, or fade: they wait, and are not lost.
                due += _places[WordsPlace].FramesLeft;
                _pending[i] = _pending[i] with { Frame = due };
            }
            else if (due == frame)
            {
                Begin(Remove(i));
                continue;
            }

            if (due < end) end = due;
            i++;
        }

        return end;
    }

    private void Begin(in ScheduledVoice voice)
    {
        int place = PlaceOf(voice.Clip.Voice);
        if (voice.Clip.Voice == CueVoice.GoodStep && _places[WordsPlace].IsActive)
        {
            Report(voice, VoiceFate.GaveWay);
            return;
        }

        if (_places[place].IsActive)
        {
            Report(voice, VoiceFate.Crowded);
            return;
        }

        if (voice.Clip.Voice == CueVoice.Words) _places[GoodStepPlace].Fade();
        _places[place].Begin(voice);
        Report(voice, VoiceFate.Begun);
    }

    private int PlaceOf(CueVoice voice) => voice switch
    {
        CueVoice.GoodStep => GoodStepPlace,
        CueVoice.Words => WordsPlace,
        _ => _places[0].IsActive ? 1 : 0,
    };

    private ScheduledVoice Remove(int index)
    {
        ScheduledVoice voice = _pending[index];
        _pending.AsSpan(index + 1, --_pendingCount - index).CopyTo(_pending.AsSpan(index));
        _pending[_pendingCount] = default;
        return voice;
    }

    private void Report(in ScheduledVoice voice, VoiceFate fate)
    {
        if (fate == VoiceFate.Missed) Volatile.Write(ref _missed, _missed + 1);
        _reports.TryAdd(new VoiceReport(voice.Number, fate, voice.Frame, _askedAt)); // nobody reads them: nobody misses them
    }

    private static double FromDb(double db) => Math.Pow(10, db / 20);
}

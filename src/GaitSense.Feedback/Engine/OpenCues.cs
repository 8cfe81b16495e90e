using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Safety;
using GaitSense.Feedback.Targets;

namespace GaitSense.Feedback.Engine;

/// <summary>Gives cues their numbers and loudness, takes them back, and tells what became of each.</summary>
internal sealed class OpenCues(ICueSink sink)
{
    // What follows a step, or is said, is heard this much after it was decided, s: more than a usual age of a sample and a usual output latency together.
    private const double LeadS = 0.15;

    /// <summary>Words are not said into words, s: the longest sentence takes 4.1 s (espeak-ng, de).</summary>
    public const double WordsS = 5;

    private const int MaxOpen = 12;

    private readonly Loudness _loudness = new();
    private readonly Open[] _open = new Open[MaxOpen];
    private int _openCount, _number;
    private DeviceTime? _lastWords;

    /// <summary>How often words were cut off while they were being said.</summary>
    public int Cuts { get; private set; }

    /// <summary>A beat.</summary>
    public void Beat(Foot foot, DeviceTime now, DeviceTime at, double tempoStepsPerMin)
    {
        if (at > now) Give(CueKind.Beat, foot, now, at, tempoStepsPerMin);
    }

    /// <summary>A good step.</summary>
    public void GoodStep(Foot? foot, DeviceTime now, double? tempoStepsPerMin) => Give(CueKind.GoodStep, foot, now, now.AddSeconds(LeadS), tempoStepsPerMin);

    /// <summary>Whether words are being said.</summary>
    public bool IsSpeaking(DeviceTime now) => _lastWords is { } last && now.SecondsSince(last) < WordsS;

    /// <summary>Words; none while others are being said, unless it is urgent.</summary>
    /// <returns>Whether they are said.</returns>
    public bool Say(string phrase, DeviceTime now, bool urgent = false, CueKind kind = CueKind.Words, Foot? foot = null)
    {
        bool isSpeaking = IsSpeaking(now);
        if (isSpeaking && !urgent) return false;
        if (isSpeaking) Silence(now, SilenceReason.Interrupted, wordsToo: true);
        _lastWords = now;
        return Give(kind, foot, now, now.AddSeconds(LeadS), tempo: null, phrase);
    }

    /// <summary>The cue for a step's targets.</summary>
    public void Emit(CoachAdvice advice, DeviceTime now, double? tempoStepsPerMin)
    {
        if (advice.IsGood) GoodStep(advice.Foot, now, tempoStepsPerMin);
        if (advice.Phrase is { } phrase) Say(phrase, now, kind: CueKind.Correction, foot: advice.Foot);
    }

    /// <summary>A foot landed: its beat was this one's.</summary>
    public void Land(Foot foot, DeviceTime landing, DeviceTime now)
    {
        for (int i = 0; i < _openCount; i++)
        {
            ref Open open = ref _open[i];
            if (open.Cue.Kind != CueKind.Beat || open.Cue.Foot != foot || open.Contact is not null) continue;
            if (Math.Abs(landing.SecondsSince(open.Cue.PlannedAt)) < 0.5 * open.StepS) open.Contact = landing;
        }

        Advance(now);
    }

    /// <summary>The foot that must be in the air by now: its beat comes soon. Null: none.</summary>
    public Foot? NextToLand(DeviceTime now)
    {
        for (int i = 0; i < _openCount; i++)
        {
            ref readonly Open open = ref _open[i];
            if (open.Cue.Kind != CueKind.Beat || open.Contact is not null || open.Cue.PlannedAt <= now) continue;
            if (open.Cue.PlannedAt.SecondsSince(now) <= LiftWatch.BeforeBeat * open.StepS) return open.Cue.Foot;
        }

        return null;
    }

    /// <summary>What has not been heard yet is taken back.</summary>
    public void Silence(DeviceTime now, SilenceReason why, bool wordsToo = false)
    {
        bool any = false;
        if (wordsToo && IsSpeaking(now)) Cuts++;
        for (int i = 0; i < _openCount; i++)
        {
            if (_open[i].Cue.PlannedAt <= now || (_open[i].Cue.Phrase is not null && !wordsToo)) continue;
            _loudness.TakeBack();
            Close(i--, why);
            any = true;
        }

        if (any || wordsToo) sink.OnSilence(wordsToo);
    }

    /// <summary>Time passes: what was heard, and has its landing or will have none, is done with.</summary>
    public void Advance(DeviceTime now)
    {
        for (int i = 0; i < _openCount; i++)
        {
            ref readonly Open open = ref _open[i];
            double heardS = now.SecondsSince(open.Cue.PlannedAt);
            if (heardS >= 0 && (open.Cue.Kind != CueKind.Beat || open.Contact is not null || heardS > open.StepS)) Close(i--, cancelled: null);
        }
    }

    /// <summary>The walk is over.</summary>
    public void Complete(DeviceTime now)
    {
        Silence(now, SilenceReason.NotStepping);
        while (_openCount > 0) Close(0, cancelled: null);
    }

    private bool Give(CueKind kind, Foot? foot, DeviceTime now, DeviceTime at, double? tempo, string? phrase = null)
    {
        if (_openCount == MaxOpen) return false; // something is wrong with who asks for so much
        var cue = new Cue(_number++, kind, foot, now, at, _loudness.Next(at, kind), phrase);
        _open[_openCount++] = new Open { Cue = cue, Tempo = tempo };
        sink.OnCue(in cue);
        return true;
    }

    private void Close(int index, SilenceReason? cancelled)
    {
        Open open = _open[index];
        _openCount--;
        for (int i = index; i < _openCount; i++) _open[i] = _open[i + 1];
        sink.OnOutcome(new CueOutcome(open.Cue, open.Tempo, cancelled is null ? open.Contact : null, cancelled));
    }

    private struct Open
    {
        public Cue Cue;
        public double? Tempo;
        public DeviceTime? Contact;

        public readonly double StepS => Tempo is { } tempo ? 60 / tempo : 0;
    }
}

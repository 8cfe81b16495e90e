using GaitSense.Analysis.Cues;
using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Engine;

namespace GaitSense.Walk;

/// <summary>
/// Keeps what reports need of the cues: beats, silences, levels; and publishes their state for screens. It grows with each beat and change, never with each sample.
/// On the walk's thread, after the engine.
/// </summary>
internal sealed class CueHistory : IWalkObserver, ICueSink
{
    // A change is published at once, the whole state at this interval, s of the walk.
    private const double PublishEveryS = 1;

    private const int LastBeats = 8;

    private readonly List<CuedBeat> _beats = [];
    private readonly List<(DeviceTime From, SilenceReason Why)> _changes = [];
    private readonly List<CueLevel> _levels = [];
    private readonly Queue<(double AsynchronyS, double Phase)> _last = new(LastBeats);
    private CueEngine? _engine;
    private DeviceTime? _first;
    private DeviceTime _now, _publishedAt;

    /// <summary>Called with the state of the cues; returns at once. Null: none.</summary>
    public Action<CueState>? Published { get; set; }

    /// <summary>Beats that were heard.</summary>
    public IReadOnlyList<CuedBeat> Beats => [.. _beats.OrderBy(b => b.Time)];

    /// <summary>Changes of the ladder.</summary>
    public IReadOnlyList<CueLevel> Levels => _levels;

    /// <summary>Rests that were offered.</summary>
    public int RestsOffered { get; private set; }

    /// <summary>How often "stop" was said.</summary>
    public int StopsSaid { get; private set; }

    /// <summary>The walk so far, s.</summary>
    public double WalkS => _first is { } first ? _now.SecondsSince(first) : 0;

    /// <summary>Stretches of one state, one after the other: cues, or silence and why.</summary>
    public IEnumerable<(DeviceTime From, DeviceTime To, SilenceReason Why)> Stretches =>
        _changes.Select((c, i) => (c.From, i + 1 < _changes.Count ? _changes[i + 1].From : _now, c.Why));

    /// <summary>Whose cues they are.</summary>
    public void Watch(CueEngine engine) => _engine = engine;

    /// <inheritdoc/>
    public void OnPose(in FootPose pose)
    {
        if (_first is null) (_first, _now, _publishedAt) = (pose.Time, pose.Time, pose.Time);
        if (pose.Time > _now) _now = pose.Time;
        if (Note() || _now.SecondsSince(_publishedAt) >= PublishEveryS) Publish();
    }

    /// <inheritdoc/>
    public void OnCue(in Cue cue)
    {
    }

    /// <inheritdoc/>
    public void OnOutcome(in CueOutcome outcome)
    {
        if (outcome.Cancelled is not null) return;
        if (string.Equals(outcome.Cue.Phrase, Phrases.Rest, StringComparison.Ordinal)) RestsOffered++;
        if (outcome.Cue.Phrase is Phrases.Stop or Phrases.BoutOver) StopsSaid++;
        if (outcome.Cue is not { Kind: CueKind.Beat, Foot: { } foot } || outcome.TempoStepsPerMin is not { } tempo) return;
        _beats.Add(new CuedBeat(foot, outcome.Cue.PlannedAt, tempo, outcome.AsynchronyS));
        if (outcome.AsynchronyS is not { } asynchrony) return;
        if (_last.Count == LastBeats) _last.Dequeue();
        _last.Enqueue((asynchrony, 2 * Math.PI * asynchrony * tempo / 60));
        Publish();
    }

    /// <inheritdoc/>
    public void OnCompleted() => Note();

    // Whether anything has changed.
    private bool Note()
    {
        SilenceReason why = _engine!.Silence;
        bool isOther = _changes.Count == 0 || _changes[^1].Why != why;
        if (isOther)
        {
            _changes.Add((_now, why));
            if (why != SilenceReason.None) _last.Clear();
        }

        double level = _engine.LevelPercent;
        if (level == (_levels.Count == 0 ? 0 : _levels[^1].Percent)) return isOther;
        _levels.Add(new CueLevel(_now, level));
        return true;
    }

    private void Publish()
    {
        _publishedAt = _now;
        if (Published is not { } tell) return;
        int n = _last.Count;
        double cos = 0, sin = 0, sum = 0;
        foreach ((double asynchrony, double phase) in _last) (cos, sin, sum) = (cos + Math.Cos(phase), sin + Math.Sin(phase), sum + asynchrony);
        tell(new CueState(
            _now, _engine!.Silence, _engine.TempoStepsPerMin, _engine.LevelPercent, n > 0 ? sum / n : null, n > 1 ? Math.Sqrt((cos * cos) + (sin * sin)) / n : null));
    }
}

using System.Reactive.Disposables;
using GaitSense.Analysis.Sensors;
using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Sessions;
using GaitSense.Training.Texts;
using GaitSense.Walk;

namespace GaitSense.Clinic.Live;

/// <summary>What pages are shown of a walk under way: the last of everything its feed told. The feed's reader writes, timers and hub calls read. Every number is the core's.</summary>
internal sealed class LiveView : IDisposable
{
    // Without a step for so long nobody walks, s.
    private const double StandsS = 3;

    private readonly Lock _gate = new();
    private readonly WalkFeed _feed;
    private readonly CompositeDisposable _subscriptions;
    private readonly List<string> _faults = [];
    private readonly double?[] _strideM = new double?[2];
    private readonly Catalogue _texts;
    private LiveMetrics? _metrics;
    private CueState? _cues;
    private int _steps, _strides;
    private double? _stepS;

    /// <summary>Begins to look on.</summary>
    /// <param name="session">The session.</param>
    /// <param name="feed">The walk's feed.</param>
    /// <param name="source">The walk.</param>
    /// <param name="texts">The language of the desk.</param>
    /// <param name="tell">Tells those who watch; returns at once.</param>
    public LiveView(Guid session, WalkFeed feed, IWalkSource source, Catalogue texts, Action<string, object> tell)
    {
        (_feed, _texts) = (feed, texts);
        CompositeDisposable all =
        [
            feed.Events.Subscribe(OnEvent),
            feed.Strides.Subscribe(OnStride),
            feed.Metrics.Subscribe(m => Write(() => _metrics = m)),
            feed.Cues.Subscribe(c => Write(() => _cues = c)),
            feed.SensorFaults.Subscribe(f => Write(() => _faults.Add(texts.Said($"{Words.Of(f.Foot)} foot: {SensorFaultWords.InShort(in f)}")))),
        ];
        // Where the feet share no clock there are no step times.
        all.Add(source.Walk.SharedClock
            ? feed.Steps.Subscribe(s => tell("step", new StepEvent(session, Words.Of(s.Foot), s.Time.Seconds, s.StepTimeS, Words.Of(s.Direction))))
            : feed.Events.Subscribe(e =>
            {
                if (e.Kind == GaitEventKind.InitialContact) tell("step", new StepEvent(session, Words.Of(e.Foot), e.Time.Seconds, null, Words.Of(e.Direction)));
            }));
        _subscriptions = all;
    }

    /// <summary>Completes a snapshot with what the walk says.</summary>
    /// <param name="begun">What is known of the session.</param>
    /// <param name="nowS">The walk's time of its latest sample, s.</param>
    /// <param name="feet">What is known of the feet's links.</param>
    public Snapshot On(Snapshot begun, double nowS, Func<Foot, FootView> feet)
    {
        lock (_gate)
        {
            bool walks = _metrics is { IsWalking: true } && nowS - _stepS < StandsS;
            return begun with
            {
                TimeS = Math.Round(nowS, 3),
                IsWalking = walks,
                CadenceSpm = walks ? _metrics?.CadenceStepsPerMin : null,
                SpeedMps = walks ? _metrics?.SpeedMps : null,
                StepTimeAsymmetryPercent = _metrics?.StepTimeSymmetryPercent,
                Direction = Words.Of(_metrics?.Direction ?? WalkingDirection.Unknown),
                Steps = _steps,
                Strides = _strides,
                Feet = new BothFeetView(Of(Foot.Left, feet(Foot.Left)), Of(Foot.Right, feet(Foot.Right))),
                Cues = begun.Cues is null ? null : _cues is { } cues ? Of(cues) : begun.Cues,
                Warnings = [.. begun.Warnings, .. _faults],
            };
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _subscriptions.Dispose();

    private FootView Of(Foot foot, FootView link) => link with
    {
        Phase = _feed.LatestPose(foot) is { } pose ? pose.Phase == FootPhase.Swing ? "swing" : "stance" : "unknown",
        LastStrideM = _strideM[(int)foot],
    };

    private CuesView Of(CueState cues) => cues.Silence == SilenceReason.None ? new("on", null, cues.TempoStepsPerMin) : new("silent", SilenceWords.Of(cues.Silence, _texts.Tag), cues.TempoStepsPerMin);

    private void OnEvent(GaitEvent e)
    {
        if (e.Kind != GaitEventKind.InitialContact) return;
        Write(() =>
        {
            _steps++;
            _stepS = e.Time.Seconds;
        });
    }

    private void OnStride(Stride stride)
    {
        if (!stride.IsValid) return;
        Write(() =>
        {
            _strides++;
            if (stride.LengthM is { } lengthM) _strideM[(int)stride.Foot] = lengthM;
        });
    }

    private void Write(Action change)
    {
        lock (_gate) change();
    }
}

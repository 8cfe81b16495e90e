using System.Reactive.Disposables;
using GaitSense.Analysis.Sensors;
using GaitSense.Core;
using GaitSense.Sessions;
using GaitSense.Walk;

namespace GaitSense.Cli.View;

/// <summary>
/// What a screen shows of a walk under way: the last of everything the feed told. The feed's reader writes, the screen's timer reads.
/// It only keeps; every number is the core's.
/// </summary>
internal sealed class WalkState : IDisposable
{
    /// <summary>Lines of the list of last events.</summary>
    public const int RecentLines = 5;

    private readonly Lock _lock = new();
    private readonly WalkFeed _feed;
    private readonly CompositeDisposable _subscriptions;
    private readonly Queue<string> _recent = new();
    private readonly List<string> _faults = [];
    private readonly FootState[] _feet = [new(), new()];
    private LiveMetrics? _metrics;
    private CueState? _cues;
    private int _gaps;
    private double _gapS;

    /// <summary>Subscribes to a feed.</summary>
    public WalkState(WalkFeed feed)
    {
        _feed = feed;
        _subscriptions =
        [
            feed.Events.Subscribe(OnEvent),
            feed.Strides.Subscribe(OnStride),
            feed.Gaps.Subscribe(OnGap),
            feed.SensorFaults.Subscribe(f => Write(() => _faults.Add($"{Words.Of(f.Foot)} foot: {SensorFaultWords.InShort(in f)}"))),
            feed.Turns.Subscribe(t => Keep(t.End, $"{Words.Of(t.Foot)} foot: turn of {Phrases.Number(Math.Abs(t.AngleRad) * 180 / Math.PI, "0")} degrees to the {(t.AngleRad > 0 ? "left" : "right")}")),
            feed.Metrics.Subscribe(m => Write(() => _metrics = m)),
            feed.Cues.Subscribe(c => Write(() => _cues = c)),
        ];
    }

    /// <summary>A consistent copy for one frame.</summary>
    public Snapshot Take()
    {
        lock (_lock)
        {
            FootState[] feet = [_feet[0] with { Pose = _feed.LatestPose(Foot.Left) }, _feet[1] with { Pose = _feed.LatestPose(Foot.Right) }];
            return new Snapshot(_metrics, feet, [.. _recent], _gaps, _gapS, _feed.Dropped, _cues) { Faults = [.. _faults] };
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _subscriptions.Dispose();

    private void OnEvent(GaitEvent e)
    {
        if (e.Kind is not (GaitEventKind.InitialContact or GaitEventKind.TerminalContact)) return;
        Keep(e.Time, $"{Words.Of(e.Foot)} foot: {Words.ForPeople(e.Kind)}{(e.Direction == WalkingDirection.Unknown ? "" : ", " + Words.ForPeople(e.Direction))}");
    }

    private void OnStride(Stride s)
    {
        Write(() =>
        {
            ref FootState foot = ref _feet[(int)s.Foot];
            foot = s.IsValid ? foot with { Last = s, Valid = foot.Valid + 1 } : foot with { Rejected = foot.Rejected + 1, LastReject = s.RejectReason };
        });
        if (!s.IsValid) Keep(s.End, $"{Words.Of(s.Foot)} foot: stride rejected, {Words.InShort(s.RejectReason)}");
    }

    private void OnGap(Gap g)
    {
        Write(() =>
        {
            _gaps++;
            _gapS += g.End.SecondsSince(g.Start);
        });
        if (!g.Bridged) Keep(g.End, $"{Words.Of(g.Foot)} foot: no samples for {Phrases.Number(g.End.SecondsSince(g.Start) * 1000, "0", "ms")}");
    }

    private void Keep(DeviceTime time, string text) => Write(() =>
    {
        _recent.Enqueue($"{Phrases.Number(time.Seconds, "0.00").PadLeft(8)} s  {text}");
        while (_recent.Count > RecentLines) _recent.Dequeue();
    });

    private void Write(Action change)
    {
        lock (_lock) change();
    }

    /// <summary>One foot on the screen.</summary>
    internal readonly record struct FootState(FootPose? Pose, Stride? Last, int Valid, int Rejected, RejectReason LastReject);

    /// <summary>All of the screen.</summary>
    internal sealed record Snapshot(
        LiveMetrics? Metrics, IReadOnlyList<FootState> Feet, IReadOnlyList<string> Recent, int Gaps, double GapS, long Dropped, CueState? Cues)
    {
        /// <summary>Faults of sensors, in words, as they became known.</summary>
        public IReadOnlyList<string> Faults { get; init; } = [];
    }
}

using System.Reactive.Linq;
using System.Reactive.Subjects;
using System.Threading.Channels;
using GaitSense.Core;
using GaitSense.Walk;

namespace GaitSense.Sessions;

/// <summary>
/// What the core decides, as observables: the edge where Rx begins. A bounded queue and one reader stand between the walk and the
/// subscribers, so a slow screen never slows a walk. Nothing here computes a gait number.
/// </summary>
public sealed class WalkFeed : IWalkObserver, IAsyncDisposable
{
    private readonly Channel<object> _queue;
    private readonly FeedOverflow _overflow;
    private readonly Subject<object> _all = new();
    private readonly Lock _poseLock = new();
    private readonly FootPose?[] _poses = new FootPose?[2];
    private readonly Task _reader;
    private long _dropped;

    /// <summary>Creates the feed and starts its reader.</summary>
    /// <param name="capacity">Things that may wait for the subscribers; at least 1.</param>
    /// <param name="overflow">What happens when more would wait.</param>
    public WalkFeed(int capacity, FeedOverflow overflow = FeedOverflow.DropOldest)
    {
        _overflow = overflow;
        _queue = Channel.CreateBounded<object>(
            new BoundedChannelOptions(capacity)
            {
                FullMode = overflow == FeedOverflow.Wait ? BoundedChannelFullMode.Wait : BoundedChannelFullMode.DropOldest,
                SingleReader = true,
                SingleWriter = true,
            },
            _ => Interlocked.Increment(ref _dropped));
        _reader = Task.Run(ReadAsync);
    }

    /// <summary>Early guesses, and again once they are decided.</summary>
    public IObservable<ProvisionalEvent> Provisional => _all.OfType<ProvisionalEvent>();

    /// <summary>Events as soon as their time is fixed.</summary>
    public IObservable<GaitEvent> Events => _all.OfType<GaitEvent>();

    /// <summary>Strides.</summary>
    public IObservable<Stride> Strides => _all.OfType<Stride>();

    /// <summary>Steps.</summary>
    public IObservable<Step> Steps => _all.OfType<Step>();

    /// <summary>Gaps.</summary>
    public IObservable<Gap> Gaps => _all.OfType<Gap>();

    /// <summary>Faults of sensors, each once.</summary>
    public IObservable<SensorFault> SensorFaults => _all.OfType<SensorFault>();

    /// <summary>Mountings.</summary>
    public IObservable<MountingEstimate> Mountings => _all.OfType<MountingEstimate>();

    /// <summary>Bouts.</summary>
    public IObservable<Bout> Bouts => _all.OfType<Bout>();

    /// <summary>Turns.</summary>
    public IObservable<Turn> Turns => _all.OfType<Turn>();

    /// <summary>Rolling metrics.</summary>
    public IObservable<LiveMetrics> Metrics => _all.OfType<LiveMetrics>();

    /// <summary>How the cues are.</summary>
    public IObservable<CueState> Cues => _all.OfType<CueState>();

    /// <summary>Things that were dropped because the subscribers were too slow.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>The newest pose of a foot; null before its first sample. Poses come per sample, so they are not queued: only the newest counts.</summary>
    public FootPose? LatestPose(Foot foot)
    {
        lock (_poseLock) return _poses[(int)foot];
    }

    /// <inheritdoc/>
    public void OnProvisional(in ProvisionalEvent e) => Enqueue(e);

    /// <inheritdoc/>
    public void OnEvent(in GaitEvent e) => Enqueue(e);

    /// <inheritdoc/>
    public void OnStride(in Stride stride) => Enqueue(stride);

    /// <inheritdoc/>
    public void OnStep(in Step step) => Enqueue(step);

    /// <inheritdoc/>
    public void OnPose(in FootPose pose)
    {
        lock (_poseLock) _poses[(int)pose.Foot] = pose;
    }

    /// <inheritdoc/>
    public void OnGap(in Gap gap) => Enqueue(gap);

    /// <inheritdoc/>
    public void OnSensorFault(in SensorFault fault) => Enqueue(fault);

    /// <inheritdoc/>
    public void OnMounting(in MountingEstimate mounting) => Enqueue(mounting);

    /// <inheritdoc/>
    public void OnBout(in Bout bout) => Enqueue(bout);

    /// <inheritdoc/>
    public void OnTurn(in Turn turn) => Enqueue(turn);

    /// <inheritdoc/>
    public void OnMetrics(in LiveMetrics metrics) => Enqueue(metrics);

    /// <summary>The state of the cues. Published on the walk's thread like the rest; where there is no space it is dropped, however the feed treats strides: cues never wait.</summary>
    public void OnCues(CueState state)
    {
        if (!_queue.Writer.TryWrite(state)) Interlocked.Increment(ref _dropped);
    }

    /// <summary>
    /// Says that nothing more comes, waits until the subscribers had everything, and completes the observables.
    /// A subscriber that threw ended the feed; its exception is thrown here.
    /// </summary>
    public async Task CompleteAsync()
    {
        _queue.Writer.TryComplete();
        await _reader.ConfigureAwait(false);
    }

    /// <summary>Completes the feed; a subscriber's exception is not thrown again.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _reader.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _all.Dispose();
    }

    private void Enqueue(object item)
    {
        if (_queue.Writer.TryWrite(item)) return;
        if (_overflow == FeedOverflow.Wait && WaitForSpace() && _queue.Writer.TryWrite(item)) return;
        Interlocked.Increment(ref _dropped); // the feed has ended
    }

    private bool WaitForSpace() => _queue.Writer.WaitToWriteAsync().AsTask().GetAwaiter().GetResult();

    private async Task ReadAsync()
    {
        try
        {
            await foreach (object item in _queue.Reader.ReadAllAsync().ConfigureAwait(false)) _all.OnNext(item);
            _all.OnCompleted();
        }
        catch (Exception e)
        {
            _queue.Writer.TryComplete(); // so that a walk that waits for space does not wait for ever
            _all.OnError(e);
            throw;
        }
    }
}

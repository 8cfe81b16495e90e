namespace GaitSense.Clinic.Live;

/// <summary>The pages that watch a session, and whether a walk that must not be alone is alone. Any thread.</summary>
internal sealed class LiveWatchers : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200), SnapshotEvery = TimeSpan.FromMilliseconds(100);

    private readonly LiveSetup _setup;
    private readonly Func<Snapshot> _snapshot;
    private readonly Action _alone;
    private readonly ITimer? _timer;
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WatcherSet _pages = new();
    private long _present;
    private ITimer? _showing;
    private bool _wasWatched, _isOver;

    /// <summary>Nobody watches yet.</summary>
    /// <param name="setup">The server and its limits.</param>
    /// <param name="snapshot">How the session is: told ten times a second while anybody watches.</param>
    /// <param name="mustBeWatched">Whether the walk stops where nobody watches it.</param>
    /// <param name="alone">Called when nobody has watched for too long.</param>
    public LiveWatchers(LiveSetup setup, Func<Snapshot> snapshot, bool mustBeWatched, Action alone)
    {
        (_setup, _snapshot, _alone, _present) = (setup, snapshot, alone, setup.Time.GetTimestamp());
        if (mustBeWatched) _timer = setup.Time.CreateTimer(_ => LookForSomebody(), null, Look, Look);
    }

    /// <summary>Waits for the first one, but not for long.</summary>
    public async Task FirstAsync(TimeSpan most, CancellationToken stop) => await Task.WhenAny(_first.Task, Task.Delay(most, stop)).ConfigureAwait(false);

    /// <summary>Somebody watches; a page that watches already does so anew.</summary>
    public void Add(LiveWatcher watcher)
    {
        lock (_gate)
        {
            _pages.Add(watcher);
            // A walk that nobody watches is woken by no timer.
            if (!_isOver) _showing ??= _setup.Time.CreateTimer(_ => Tell(_snapshot()), null, SnapshotEvery, SnapshotEvery);
        }

        _first.TrySetResult();
    }

    /// <summary>Somebody watches no longer.</summary>
    public async ValueTask RemoveAsync(string connection)
    {
        LiveWatcher? gone;
        lock (_gate)
        {
            gone = _pages.Remove(connection);
            if (_pages.IsEmpty) EndShowing();
        }

        if (gone is not null) await gone.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>A page says that it is there: from now on its silence tells too.</summary>
    public void Heard(string connection) => _pages.Heard(connection, _setup.Time.GetTimestamp());

    /// <summary>Tells all of them. Returns at once.</summary>
    public void Tell(string method, object what) => _pages.Tell(method, what);

    /// <summary>Tells all of them how the session is. Returns at once.</summary>
    public void Tell(Snapshot snapshot) => _pages.Tell(snapshot);

    /// <summary>The walk is over: nobody has to watch any more.</summary>
    public ValueTask EndAsync()
    {
        lock (_gate)
        {
            _isOver = true;
            EndShowing();
        }

        return _timer?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await EndAsync().ConfigureAwait(false);
        foreach (LiveWatcher watcher in _pages.All) await RemoveAsync(watcher.Connection).ConfigureAwait(false);
    }

    private void EndShowing()
    {
        _showing?.Dispose();
        _showing = null;
    }

    private void LookForSomebody()
    {
        long now = _setup.Time.GetTimestamp();
        foreach (LiveWatcher watcher in _pages.All)
        {
            _present = Math.Max(_present, watcher.Heard == 0 ? now : watcher.Heard);
            _wasWatched = true;
        }

        if (_setup.Time.GetElapsedTime(_present, now) >= (_wasWatched ? _setup.AloneLimit : _setup.FirstWatchLimit)) _alone();
    }
}

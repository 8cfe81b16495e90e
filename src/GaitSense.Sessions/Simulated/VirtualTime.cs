namespace GaitSense.Sessions;

/// <summary>
/// A clock that is moved by hand, and fires its timers then, in their order, on the thread that moves it. One thread moves it; any may wait by it.
/// </summary>
public sealed class VirtualTime : TimeProvider
{
    private readonly List<Timer> _timers = [];
    private readonly Lock _lock = new();
    private long _now, _order;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Seconds since it began.</summary>
    public double NowS => GetTimestamp() / (double)TimeSpan.TicksPerSecond;

    /// <summary>Timers that wait.</summary>
    public int Timers => _timers.Count;

    /// <inheritdoc/>
    public override long GetTimestamp() => Volatile.Read(ref _now);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(GetTimestamp());

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Timer timer = new(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass.</summary>
    public void Advance(double seconds)
    {
        long until = _now + (long)Math.Round(seconds * TimeSpan.TicksPerSecond);
        while (First() is { } timer && timer.Due <= until)
        {
            Volatile.Write(ref _now, Math.Max(_now, timer.Due));
            timer.Fire();
        }

        Volatile.Write(ref _now, until);
    }

    private Timer? First()
    {
        Timer? first = null;
        lock (_lock)
        {
            foreach (Timer timer in _timers)
                if (first is null || timer.Due < first.Due || (timer.Due == first.Due && timer.Order < first.Order)) first = timer;
        }

        return first;
    }

    private sealed class Timer(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        private long _period;
        private bool _isListed;

        public long Due { get; private set; }

        public long Order { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                _period = period > TimeSpan.Zero ? period.Ticks : 0;
                if (dueTime < TimeSpan.Zero) return Leave();
                (Due, Order) = (time._now + dueTime.Ticks, time._order++);
                if (!_isListed) time._timers.Add(this);
                return _isListed = true;
            }
        }

        public void Fire()
        {
            lock (time._lock)
            {
                if (!_isListed) return; // disposed meanwhile
                if (_period > 0) (Due, Order) = (Due + _period, time._order++);
                else Leave();
            }

            callback(state);
        }

        public void Dispose() => Leave();

        public ValueTask DisposeAsync()
        {
            Leave();
            return default;
        }

        private bool Leave()
        {
            lock (time._lock)
            {
                if (_isListed) time._timers.Remove(this);
                _isListed = false;
                return true;
            }
        }
    }
}

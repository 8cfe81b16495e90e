namespace GaitSense.Testing;

/// <summary>
/// A clock that stands still until someone waits: then it jumps to the end of the wait. Real-time code runs through at once, and the test
/// sees how much time it believed to pass.
/// </summary>
/// <param name="alarmAt">When to call <paramref name="alarm"/>; null for never.</param>
/// <param name="alarm">What to do then, on the thread that waits.</param>
public sealed class FakeClock(TimeSpan? alarmAt = null, Action? alarm = null) : TimeProvider
{
    private long _ticks;

    /// <summary>How long was waited in all.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(Interlocked.Read(ref _ticks));

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + Elapsed;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan) return new NoTimer(); // something that only reports, such as progress
        if (dueTime > TimeSpan.Zero) Interlocked.Add(ref _ticks, dueTime.Ticks);
        if (Elapsed >= alarmAt) alarm?.Invoke();
        if (dueTime != Timeout.InfiniteTimeSpan) ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new NoTimer();
    }

    private sealed class NoTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}

namespace GaitSense.Clinic.Live;

/// <summary>
/// A clock that runs faster than another one: a timed test that nobody walks, in which a person still presses Go and Stop, need not take as long as a walk. What waits by it waits on the pool,
/// with no thread of its own.
/// </summary>
/// <param name="inner">The other clock.</param>
/// <param name="factor">How much faster, above 0.</param>
internal sealed class HurriedTime(TimeProvider inner, double factor) : TimeProvider
{
    private readonly long _since = inner.GetTimestamp();
    private readonly DateTimeOffset _began = inner.GetUtcNow();

    /// <summary>How much faster.</summary>
    public double Factor => factor;

    /// <inheritdoc/>
    public override long TimestampFrequency => inner.TimestampFrequency;

    /// <inheritdoc/>
    public override long GetTimestamp() => _since + (long)(factor * (inner.GetTimestamp() - _since));

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _began + (factor * (inner.GetUtcNow() - _began));

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Timer(inner.CreateTimer(callback, state, Of(dueTime), Of(period)), this);

    private TimeSpan Of(TimeSpan span) => span <= TimeSpan.Zero ? span : TimeSpan.FromMilliseconds(Math.Max(1, span.TotalMilliseconds / factor));

    private sealed class Timer(ITimer timer, HurriedTime time) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(time.Of(dueTime), time.Of(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}

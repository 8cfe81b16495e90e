using GaitSense.Core;

namespace GaitSense.Devices.Tests;

/// <summary>A clock that stands still until somebody waits for it or moves it.</summary>
internal sealed class ManualTime : TimeProvider
{
    private long _us = 5_000_000;

    public override long TimestampFrequency => 1_000_000;

    public HostTime Now => new(_us);

    public override long GetTimestamp() => _us;

    public void Advance(double seconds) => _us += (long)Math.Round(seconds * 1e6);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero) Advance(dueTime.TotalSeconds);
        callback(state);
        return new NoTimer();
    }

    private sealed class NoTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

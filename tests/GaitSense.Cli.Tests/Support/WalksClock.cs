using GaitSense.Devices;
using GaitSense.Sessions;

namespace GaitSense.Cli.Tests;

/// <summary>A virtual clock that notes when the walk's thread has looked at it: so whoever moves it can wait for the walk, as a real clock need not.</summary>
internal sealed class WalksClock(VirtualTime clock) : TimeProvider
{
    private Thread? _walk;
    private long _seen = -1;

    public override long TimestampFrequency => clock.TimestampFrequency;

    /// <summary>Whether a walk has begun and not ended.</summary>
    public bool IsWalked => Volatile.Read(ref _walk) is { IsAlive: true } && Volatile.Read(ref _seen) >= 0;

    /// <summary>Whether the walk's thread is done with the present instant, and waits for the next.</summary>
    public bool IsTaken => Volatile.Read(ref _seen) == clock.GetTimestamp() && _walk!.ThreadState.HasFlag(ThreadState.WaitSleepJoin);

    /// <summary>Told of each thread that is to run before others: one of them is the walk's.</summary>
    public SoundPriority Raise(ThreadRank rank)
    {
        if (rank == ThreadRank.Walk) Volatile.Write(ref _walk, Thread.CurrentThread);
        return default;
    }

    public override long GetTimestamp()
    {
        long now = clock.GetTimestamp();
        if (Thread.CurrentThread == Volatile.Read(ref _walk)) Volatile.Write(ref _seen, now);
        return now;
    }

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(callback, state, dueTime, period);
}

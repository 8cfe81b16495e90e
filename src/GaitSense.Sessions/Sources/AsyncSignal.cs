using System.Threading.Tasks.Sources;

namespace GaitSense.Sessions;

/// <summary>
/// Wakes one waiter, who may name an instant after which they wait no longer. Setting never blocks, never runs the waiter on the setter's thread, and allocates nothing: a radio's reader thread may
/// do it for every packet. Set before anything waits, it is remembered once.
/// </summary>
internal sealed class AsyncSignal : IValueTaskSource
{
    private readonly Lock _lock = new();
    private ManualResetValueTaskSourceCore<bool> _core;
    private long _until;
    private bool _isSet, _isAwaited;

    /// <summary>A signal for which nobody waits.</summary>
    public AsyncSignal() => Wake = () => _core.SetResult(true);

    /// <summary>Where the waiter goes on, chosen before anybody waits; null: within <see cref="Set"/>, for a virtual clock, where all happens on one thread, in one order.</summary>
    public WalkThread? Thread { get; set; }

    /// <summary>Lets the waiter go on: what its thread runs.</summary>
    internal Action Wake { get; }

    /// <summary>When its thread looks at it next, in ticks of its clock; far away: it does not. Of the thread alone.</summary>
    internal long LookedAt { get; set; } = long.MaxValue;

    /// <summary>Wakes who waits, or lets the next wait return at once.</summary>
    public void Set()
    {
        lock (_lock)
        {
            if (!_isAwaited)
            {
                _isSet = true;
                return;
            }

            _isAwaited = false;
        }

        if (Thread is null) Wake();
        else Thread.Post(Wake);
    }

    /// <summary>Waits for <see cref="Set"/>. One waiter at a time.</summary>
    public ValueTask WaitAsync() => WaitAsync(long.MaxValue);

    /// <summary>Waits for <see cref="Set"/>, or until an instant. One waiter at a time, on <see cref="Thread"/>.</summary>
    /// <param name="until">The instant, as its thread tells it (<see cref="WalkThread.After"/>); far away: for ever.</param>
    public ValueTask WaitAsync(long until)
    {
        ValueTask wait;
        lock (_lock)
        {
            if (_isSet)
            {
                _isSet = false;
                return default;
            }

            _core.Reset();
            (_isAwaited, _until) = (true, until);
            wait = new ValueTask(this, _core.Version);
        }

        if (until != long.MaxValue) Thread!.WakeAt(this, until);
        return wait;
    }

    /// <summary>Its thread looks whether its waiter has waited long enough.</summary>
    /// <param name="now">Now.</param>
    /// <param name="later">When to look again; far away: not for this wait.</param>
    /// <returns>Whether <see cref="Wake"/> is to run.</returns>
    internal bool TryExpire(long now, out long later)
    {
        lock (_lock)
        {
            later = _isAwaited ? _until : long.MaxValue;
            if (later > now) return false;
            _isAwaited = false;
            return true;
        }
    }

    void IValueTaskSource.GetResult(short token) => _core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}

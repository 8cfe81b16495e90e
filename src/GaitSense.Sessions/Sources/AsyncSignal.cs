using System.Threading.Tasks.Sources;

namespace GaitSense.Sessions;

/// <summary>
/// Wakes one waiter. Setting never blocks, never runs the waiter on the setter's thread, and allocates nothing: a radio's reader thread may do it for
/// every packet. Set before anything waits, it is remembered once.
/// </summary>
internal sealed class AsyncSignal : IValueTaskSource
{
    private readonly Lock _lock = new();
    private readonly WalkThread? _thread;
    private readonly Action _wake;
    private ManualResetValueTaskSourceCore<bool> _core;
    private bool _isSet, _isAwaited;

    /// <summary>A signal.</summary>
    /// <param name="thread">Where the waiter goes on; null: within <see cref="Set"/>, for a virtual clock, where all happens on one thread, in one order.</param>
    public AsyncSignal(WalkThread? thread) => (_thread, _wake) = (thread, () => _core.SetResult(true));

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

        if (_thread is null) _wake();
        else _thread.Post(_wake);
    }

    /// <summary>Waits for <see cref="Set"/>. One waiter at a time.</summary>
    public ValueTask WaitAsync()
    {
        lock (_lock)
        {
            if (_isSet)
            {
                _isSet = false;
                return default;
            }

            _core.Reset();
            _isAwaited = true;
            return new ValueTask(this, _core.Version);
        }
    }

    void IValueTaskSource.GetResult(short token) => _core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}

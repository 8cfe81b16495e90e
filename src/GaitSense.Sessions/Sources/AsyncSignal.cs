using System.Threading.Tasks.Sources;

namespace GaitSense.Sessions;

/// <summary>
/// Wakes one waiter. Setting never blocks, never runs the waiter on the setter's thread, and allocates nothing: a radio's reader thread may do it for
/// every packet. Set before somebody waits, it is remembered once.
/// </summary>
/// <param name="runInline">For tests on a virtual clock: the waiter goes on within <see cref="Set"/>, so that all happens on one thread, in one order.</param>
internal sealed class AsyncSignal(bool runInline = false) : IValueTaskSource, IThreadPoolWorkItem
{
    private readonly Lock _lock = new();
    private ManualResetValueTaskSourceCore<bool> _core;
    private bool _isSet, _isAwaited;

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

        if (runInline) _core.SetResult(true);
        else ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
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

    void IThreadPoolWorkItem.Execute() => _core.SetResult(true);

    void IValueTaskSource.GetResult(short token) => _core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}

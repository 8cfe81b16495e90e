using System.Runtime.CompilerServices;
using GaitSense.Devices;

namespace GaitSense.Sessions;

/// <summary>
/// The thread that a walk in real time runs on, from the arrival of a sample to the cue it decides: before whatever else the machine does, as far as the
/// system allows. A pool thread waits for its turn on a busy machine, for tens of milliseconds.
/// </summary>
/// <param name="raise">How this system raises a thread before others; null: it runs as any other.</param>
internal sealed class WalkThread(RaiseThread? raise = null) : IDisposable
{
    private readonly Queue<Action> _work = new();
    private Thread? _thread;
    private bool _hasEnded;

    /// <summary>Whether the caller is on it.</summary>
    public bool IsCurrent => Thread.CurrentThread == Volatile.Read(ref _thread);

    /// <summary>Starts it; what was posted before runs now.</summary>
    public void Start()
    {
        if (_thread is not null) throw new InvalidOperationException("A thread starts once.");
        Volatile.Write(ref _thread, new Thread(Run) { IsBackground = true, Name = "walk" });
        _thread.Start();
    }

    /// <summary>Has something run on it, in the order of posting; on the pool once it has ended. From any thread.</summary>
    public void Post(Action work)
    {
        lock (_work)
        {
            if (!_hasEnded)
            {
                _work.Enqueue(work);
                Monitor.Pulse(_work);
                return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(static w => w(), work, preferLocal: false);
    }

    /// <summary>To await: what follows runs on this thread.</summary>
    public Hop Enter() => new(this);

    /// <summary>Ends it after what has been posted. It does not wait: the walk itself asks for it.</summary>
    public void Dispose()
    {
        lock (_work)
        {
            _hasEnded = true;
            Monitor.Pulse(_work);
        }
    }

    private void Run()
    {
        raise?.Invoke(ThreadRank.Walk);
        while (Take() is { } work) work();
    }

    private Action? Take()
    {
        lock (_work)
        {
            while (_work.Count == 0)
            {
                if (_hasEnded) return null;
                Monitor.Wait(_work);
            }

            return _work.Dequeue();
        }
    }

    /// <summary>The way onto the thread.</summary>
    public readonly struct Hop(WalkThread thread) : ICriticalNotifyCompletion
    {
        /// <summary>Never there already: the way is always the same.</summary>
        public bool IsCompleted => false;

        /// <summary>Itself.</summary>
        public Hop GetAwaiter() => this;

        /// <summary>Nothing comes of it.</summary>
        public void GetResult()
        {
        }

        /// <inheritdoc/>
        public void OnCompleted(Action continuation) => thread.Post(continuation);

        /// <inheritdoc/>
        public void UnsafeOnCompleted(Action continuation) => thread.Post(continuation);
    }
}

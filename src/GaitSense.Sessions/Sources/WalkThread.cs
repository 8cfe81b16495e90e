using System.Runtime.CompilerServices;
using GaitSense.Devices;

namespace GaitSense.Sessions;

/// <summary>
/// The thread that walks in real time run on, from the arrival of a sample to the cue it decides: before whatever else the machine does, as far as the system allows. A pool thread waits for its
/// turn on a busy machine, for tens of milliseconds. Between two packets a walk takes nothing of it, so that many walks share one: it does what was posted in its order, and sleeps until the next
/// of them is due (<see cref="AsyncSignal"/>). It is there while walks are on it.
/// </summary>
/// <param name="time">The clock that it sleeps by.</param>
/// <param name="raise">How this system raises a thread before others; null: it runs as any other.</param>
internal sealed class WalkThread(TimeProvider time, RaiseThread? raise = null)
{
    private readonly Queue<Action> _work = new();
    // Of the thread alone.
    private readonly PriorityQueue<AsyncSignal, long> _due = new();
    private Thread? _thread;
    private int _walks;
    private bool _hasEnded;

    /// <summary>Whether the caller is on it.</summary>
    public bool IsCurrent => Thread.CurrentThread == Volatile.Read(ref _thread);

    /// <summary>Walks that are on it.</summary>
    public int Walks => Volatile.Read(ref _walks);

    /// <summary>A walk begins here; what was posted before the first one runs now.</summary>
    public void Begin()
    {
        lock (_work)
        {
            _walks++;
            _hasEnded = false;
            if (_thread is not null) return;
            Volatile.Write(ref _thread, new Thread(Run) { IsBackground = true, Name = "walk" });
            _thread.Start();
        }
    }

    /// <summary>A walk has ended here. With the last one the thread ends, after what has been posted; this does not wait: the walk itself asks for it.</summary>
    public void End()
    {
        lock (_work)
        {
            _hasEnded = --_walks == 0;
            Monitor.Pulse(_work);
        }
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

    /// <summary>To await: what follows runs on this thread, after what waits for it already.</summary>
    public Hop Enter() => new(this);

    /// <summary>An instant, in ticks of its clock.</summary>
    /// <param name="span">How long from now on.</param>
    public long After(TimeSpan span) => time.GetTimestamp() + (long)Math.Ceiling(span.TotalSeconds * time.TimestampFrequency);

    /// <summary>Wakes a signal when its time has come. On this thread.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="at">When (<see cref="After"/>).</param>
    public void WakeAt(AsyncSignal signal, long at)
    {
        // One that is looked at before is put off then: a walk whose packets come has one place here, not one for each of them.
        if (signal.LookedAt <= at) return;
        signal.LookedAt = at;
        _due.Enqueue(signal, at);
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
            while (true)
            {
                GatherDue();
                if (_work.TryDequeue(out Action? work)) return work;
                if (_walks == 0)
                {
                    _due.Clear();
                    Volatile.Write(ref _thread, null);
                    return null;
                }

                // Waits are in whole milliseconds; never early, so up to one millisecond late.
                if (!_due.TryPeek(out _, out long next)) Monitor.Wait(_work);
                else if (time.GetElapsedTime(time.GetTimestamp(), next) is var left && left > TimeSpan.Zero) Monitor.Wait(_work, (int)Math.Min(int.MaxValue, Math.Ceiling(left.TotalMilliseconds)));
            }
        }
    }

    // What is due comes after what waits already: nobody is overtaken.
    private void GatherDue()
    {
        long now = time.GetTimestamp();
        while (_due.TryPeek(out AsyncSignal? signal, out long at) && at <= now)
        {
            _due.Dequeue();
            if (signal.LookedAt != at) continue;
            signal.LookedAt = long.MaxValue;
            if (signal.TryExpire(now, out long later)) _work.Enqueue(signal.Wake);
            else if (later != long.MaxValue) WakeAt(signal, later);
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

using GaitSense.Devices;

namespace GaitSense.Sessions;

/// <summary>
/// The threads that walks in real time share: one for a walk that is alone on its computer, as many as processors for a server. A walk stays on the one where it began, so it needs no lock. They
/// are there while walks are.
/// </summary>
public sealed class WalkThreads
{
    private readonly WalkThread[] _threads;
    private readonly Lock _gate = new();

    /// <summary>As many threads as there are processors.</summary>
    /// <param name="time">The clock that they sleep by.</param>
    /// <param name="raise">How this system raises them before others; null: they run as any other.</param>
    public WalkThreads(TimeProvider time, RaiseThread? raise = null)
        : this(time, raise, Environment.ProcessorCount)
    {
    }

    private WalkThreads(TimeProvider time, RaiseThread? raise, int count) => _threads = [.. Enumerable.Range(0, count).Select(_ => new WalkThread(time, raise))];

    /// <summary>Walks that run on them now.</summary>
    public int Walks => _threads.Sum(t => t.Walks);

    /// <summary>A thread for one walk.</summary>
    /// <param name="time">The clock that it sleeps by.</param>
    /// <param name="raise">How this system raises it before others; null: it runs as any other.</param>
    public static WalkThreads One(TimeProvider time, RaiseThread? raise) => new(time, raise, 1);

    /// <summary>A walk begins, on the thread with the fewest. Who began it ends it (<see cref="WalkThread.End"/>).</summary>
    internal WalkThread Begin()
    {
        lock (_gate)
        {
            WalkThread thread = _threads.MinBy(t => t.Walks)!;
            thread.Begin();
            return thread;
        }
    }
}

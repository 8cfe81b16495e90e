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
    /// <param name="raise">How this system raises them before others; null: they run as any other.</param>
    public WalkThreads(RaiseThread? raise = null)
        : this(raise, Environment.ProcessorCount)
    {
    }

    private WalkThreads(RaiseThread? raise, int count) => _threads = [.. Enumerable.Range(0, count).Select(_ => new WalkThread(raise))];

    /// <summary>Walks that run on them now.</summary>
    public int Walks => _threads.Sum(t => t.Walks);

    /// <summary>A thread for one walk.</summary>
    /// <param name="raise">How this system raises it before others; null: it runs as any other.</param>
    public static WalkThreads One(RaiseThread? raise) => new(raise, 1);

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

using System.Diagnostics;
using System.Threading.Channels;

namespace GaitSense.Benchmarks;

/// <summary>
/// Many walks on few threads: a walk is synchronous, so each has its place on one of them and takes its packets there, in their order, and needs no lock. A thread of its own hands packets over when
/// they are due, as a radio or a network would.
/// </summary>
internal sealed class WalkPump
{
    private readonly TapedWalker[][] _walkers;
    private readonly Channel<(TapedWalker Walker, long HandedAt)>[] _queues;

    /// <summary>A pump.</summary>
    /// <param name="walkers">The walkers of each thread.</param>
    public WalkPump(TapedWalker[][] walkers)
    {
        _walkers = walkers;
        _queues = [.. walkers.Select(_ => Channel.CreateUnbounded<(TapedWalker, long)>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true }))];
    }

    /// <summary>How late packets were handed over at the worst, ms: what the measuring itself could not keep up with.</summary>
    public double LatestMs { get; private set; }

    /// <summary>Packets that were taken in.</summary>
    public long Packets { get; private set; }

    /// <summary>Runs for a while.</summary>
    /// <param name="seconds">How long, in time of life.</param>
    public void Run(double seconds)
    {
        Thread[] threads = [.. _queues.Select((q, i) => new Thread(() => Take(q.Reader)) { IsBackground = true, Name = $"walks {i}" })];
        foreach (Thread thread in threads) thread.Start();
        HandOver(seconds);
        foreach (Channel<(TapedWalker, long)> queue in _queues) queue.Writer.Complete();
        foreach (Thread thread in threads) thread.Join();
    }

    // All walkers walk the same tape, each a little later than the one before: their packets come spread over a second.
    private void HandOver(double seconds)
    {
        PriorityQueue<(TapedWalker Walker, int Thread, double LaterS, int At), double> due = new();
        int all = _walkers.Sum(w => w.Length), n = 0;
        for (int t = 0; t < _walkers.Length; t++)
        {
            foreach (TapedWalker walker in _walkers[t])
            {
                double later = n++ / (double)all;
                due.Enqueue((walker, t, later, 0), later);
            }
        }

        long began = Stopwatch.GetTimestamp();
        IReadOnlyList<double> times = _walkers[0][0].DueS;
        while (due.TryPeek(out var next, out double at) && at < seconds)
        {
            double now = Stopwatch.GetElapsedTime(began).TotalSeconds;
            if (at > now)
            {
                Thread.Sleep(TimeSpan.FromSeconds(Math.Max(0.001, at - now)));
                continue;
            }

            due.Dequeue();
            LatestMs = Math.Max(LatestMs, 1000 * (now - at));
            _queues[next.Thread].Writer.TryWrite((next.Walker, Stopwatch.GetTimestamp()));
            Packets++;
            if (next.At + 1 < times.Count) due.Enqueue(next with { At = next.At + 1 }, next.LaterS + times[next.At + 1]);
        }
    }

    private static void Take(ChannelReader<(TapedWalker Walker, long HandedAt)> queue)
    {
        while (queue.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            while (queue.TryRead(out (TapedWalker Walker, long HandedAt) packet)) packet.Walker.TakeNext(packet.HandedAt);
    }
}

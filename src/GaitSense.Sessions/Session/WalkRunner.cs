using GaitSense.Core;
using GaitSense.Streams;
using GaitSense.Walk;

namespace GaitSense.Sessions;

/// <summary>
/// A <see cref="LiveWalk"/> with threads around it. Sensors run it on the thread that takes their notifications in; what is paced, on the thread that paces it, and both share
/// theirs where many walk (<see cref="WalkThreads"/>); files are read ahead on another one. The walk itself is the same, so its results are the same bytes.
/// </summary>
/// <param name="source">Where the samples come from.</param>
/// <param name="observers">The observers, called on the one thread that owns the walk; in the order of <see cref="WalkOrder"/>, however they are given.</param>
/// <param name="options">How samples are moved.</param>
public sealed class WalkRunner(IWalkSource source, IReadOnlyList<IWalkObserver> observers, WalkRunnerOptions options)
{
    /// <summary>The source.</summary>
    public IWalkSource Source => source;

    /// <summary>
    /// Runs the walk until its source ends, fails, or <paramref name="stop"/> is asked for. In each case what was read is processed to its
    /// end and the observers have received its last results before this returns.
    /// </summary>
    /// <param name="stop">Ends the walk as if its source had ended here. It is no error.</param>
    public async Task<WalkEnd> RunAsync(CancellationToken stop)
    {
        using LiveWalk walk = new(source, observers, (source as SensorSource)?.Streams);
        GaitSenseException? failure = source switch
        {
            BleSource sensors => await sensors.RunAsync(walk, stop).ConfigureAwait(false),
            SourceAround around => await FeedAsync(walk, source.ReadAsync(stop), around, stop).ConfigureAwait(false),
            _ => await FeedAsync(walk, source.ReadAheadAsync(options.QueueBlocks, stop), around: null, stop).ConfigureAwait(false),
        };
        walk.Finish();
        // The walk's own thread is done; files and reports are not its business.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        WalkEnd end = walk.Complete(failure, stop.IsCancellationRequested);
        foreach (WalkFeed feed in observers.OfType<WalkFeed>()) await feed.CompleteAsync().ConfigureAwait(false);
        return end;
    }

    // A failure of the source ends the walk; one of an observer is the caller's.
    private static async Task<GaitSenseException?> FeedAsync(LiveWalk walk, IAsyncEnumerable<SampleBlock> blocks, SourceAround? around, CancellationToken stop)
    {
        IAsyncEnumerator<SampleBlock> next = blocks.GetAsyncEnumerator(CancellationToken.None);
        await using (next.ConfigureAwait(false))
        {
            while (true)
            {
                try
                {
                    if (!await next.MoveNextAsync().ConfigureAwait(false)) return null;
                }
                catch (OperationCanceledException) when (stop.IsCancellationRequested)
                {
                    return null;
                }
                catch (GaitSenseException e)
                {
                    return e;
                }

                using SampleBlock block = next.Current;
                // Who waits and who is waited for may meet on another thread.
                if (around?.Thread is { IsCurrent: false } thread) await thread.Enter();
                walk.Push(block);
            }
        }
    }
}

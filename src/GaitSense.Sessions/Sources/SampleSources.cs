using System.Runtime.CompilerServices;
using System.Threading.Channels;
using GaitSense.Streams;
using GaitSense.Walk;

namespace GaitSense.Sessions;

/// <summary>Reads any source that is no sensor.</summary>
public static class SampleSources
{
    /// <summary>Reads the samples of a source, whether they are there already or are waited for.</summary>
    /// <param name="source">The source; no sensors.</param>
    /// <param name="cancellationToken">Stops the reading between two blocks.</param>
    /// <exception cref="ArgumentException">It is a source of another kind.</exception>
    public static IAsyncEnumerable<SampleBlock> ReadAsync(this IWalkSource source, CancellationToken cancellationToken) => source switch
    {
        ISampleSource samples => samples.ReadAsync(cancellationToken),
        IBlockSource blocks => ReadAsync(blocks, cancellationToken),
        _ => throw new ArgumentException("Its samples are not read: sensors are run.", nameof(source)),
    };

    /// <summary>Reads a source ahead on another thread, so that reading and computing go on at the same time; when full, the source waits.</summary>
    /// <param name="source">The source.</param>
    /// <param name="blocks">Most blocks that wait.</param>
    /// <param name="cancellationToken">Stops the reading; what was read before is handed on all the same.</param>
    internal static async IAsyncEnumerable<SampleBlock> ReadAheadAsync(this IWalkSource source, int blocks, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var queue = Channel.CreateBounded<SampleBlock>(new BoundedChannelOptions(blocks) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true, SingleWriter = true });
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task pump = Task.Run(() => PumpAsync(source, queue.Writer, reading.Token), CancellationToken.None);
        try
        {
            // Not cancelled: what was read before a stop is part of the walk.
            while (await queue.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
                while (queue.Reader.TryRead(out SampleBlock? block)) yield return block; // whoever receives it owns it
        }
        finally
        {
            await reading.CancelAsync().ConfigureAwait(false);
            while (queue.Reader.TryRead(out SampleBlock? left)) left.Dispose();
            await pump.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await pump.ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<SampleBlock> ReadAsync(IBlockSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false); // what is there is read on the reader's own thread
        while (!cancellationToken.IsCancellationRequested && source.TryRead(out SampleBlock block)) yield return block; // whoever receives it owns it
    }

    private static async Task PumpAsync(IWalkSource source, ChannelWriter<SampleBlock> queue, CancellationToken stop)
    {
        try
        {
            await foreach (SampleBlock block in source.ReadAsync(stop).ConfigureAwait(false))
            {
                if (queue.TryWrite(block)) continue;
                try
                {
                    await queue.WriteAsync(block, stop).ConfigureAwait(false);
                }
                catch
                {
                    block.Dispose();
                    throw;
                }
            }
        }
        finally
        {
            queue.TryComplete();
        }
    }
}

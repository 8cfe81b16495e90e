using System.Threading.Channels;
using GaitSense.Core;
using GaitSense.Recording;

namespace GaitSense.Sessions;

/// <summary>
/// One walk end to end: a source, a bounded queue, the core, its observers. This is the only path there is: live, replay and analysis differ
/// in the source alone, so their results are the same bytes.
/// </summary>
/// <param name="source">Where the samples come from.</param>
/// <param name="observers">Who is told, in this order, on the one thread that owns the walk.</param>
/// <param name="options">How samples are moved.</param>
public sealed class WalkSession(ISampleSource source, IReadOnlyList<IWalkObserver> observers, WalkSessionOptions options)
{
    private readonly DeviceTime?[] _first = new DeviceTime?[2];
    private readonly DeviceTime[] _last = new DeviceTime[2];

    /// <summary>The source.</summary>
    public ISampleSource Source => source;

    /// <summary>
    /// Runs the walk until its source ends, fails, or <paramref name="stop"/> is asked for. In each case what was read is processed to its
    /// end and the observers are told the last of it before this returns.
    /// </summary>
    /// <param name="stop">Ends the walk as if its source had ended here. It is no error.</param>
    public async Task<WalkSessionResult> RunAsync(CancellationToken stop)
    {
        var queue = Channel.CreateBounded<SampleBlock>(new BoundedChannelOptions(options.QueueBlocks)
        {
            FullMode = BoundedChannelFullMode.Wait,
            SingleReader = true,
            SingleWriter = true,
            // In real time a sample is decided on the thread that took it in (WalkThread): nothing waits for another thread's turn.
            AllowSynchronousContinuations = source is IRealTimeSource,
        });
        var pipeline = new WalkPipeline(source.Walk, observers.Count == 1 ? observers[0] : new ObserverFanOut(observers));
        ISessionObserver[] sessionObservers = [.. observers.OfType<ISessionObserver>()];
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task<GaitSenseException?> pump = Task.Run(() => PumpAsync(queue.Writer, reading.Token), CancellationToken.None);
        try
        {
            // Not cancelled: what was read before a stop is part of the walk.
            await foreach (SampleBlock block in queue.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                using (block)
                {
                    if (block.Request is { } request)
                        foreach (ISessionObserver observer in sessionObservers) observer.OnRequest(request);
                    if (block.ClockUncertaintyS is { } uncertainty) pipeline.SetClockUncertainty(uncertainty);
                    Process(pipeline, block.Samples);
                }
            }

            pipeline.Complete();
        }
        finally
        {
            await reading.CancelAsync().ConfigureAwait(false);
            while (queue.Reader.TryRead(out SampleBlock? left)) left.Dispose();
            await ((Task)pump).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            // The walk's own thread is done; files and reports are not its business.
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        }

        var result = new WalkSessionResult
        {
            Failure = await pump.ConfigureAwait(false),
            Interrupted = stop.IsCancellationRequested,
            Quality = [.. source.Feet.Select(f => (f == Foot.Left ? pipeline.Left : pipeline.Right).Quality with { Foot = f })],
            DurationS = source.Feet.Max(DurationS),
            ClockUncertaintyS = pipeline.ClockUncertaintyS,
        };
        foreach (ISessionObserver observer in sessionObservers)
            await observer.OnEndedAsync(source, result).ConfigureAwait(false);
        return result;
    }

    private double DurationS(Foot foot) => _first[(int)foot] is { } first ? _last[(int)foot].SecondsSince(first) : 0;

    private void Process(WalkPipeline pipeline, ReadOnlySpan<FootedSample> samples)
    {
        foreach (ref readonly FootedSample sample in samples)
        {
            ImuSample reading = sample.Sample;
            int foot = (int)sample.Foot;
            _first[foot] ??= reading.Time;
            _last[foot] = reading.Time;
            pipeline.Push(sample.Foot, in reading);
        }
    }

    private async Task<GaitSenseException?> PumpAsync(ChannelWriter<SampleBlock> queue, CancellationToken stop)
    {
        Exception? fault = null;
        try
        {
            await foreach (SampleBlock block in source.ReadAsync(stop).ConfigureAwait(false))
            {
                if (!queue.TryWrite(block))
                {
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

            return null;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
        catch (GaitSenseException e)
        {
            return e;
        }
        catch (Exception e)
        {
            fault = e;
            throw;
        }
        finally
        {
            queue.TryComplete(fault);
        }
    }
}

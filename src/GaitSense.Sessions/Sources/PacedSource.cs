using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Streams;
using GaitSense.Walk;

namespace GaitSense.Sessions;

/// <summary>
/// Another source at the speed of life: a sample is handed on when as much time has passed since the first one as passed between the two
/// on the sensor. It changes when samples come, never what they are, so the results are the same bytes, unless requests come meanwhile.
/// </summary>
/// <param name="inner">Where the samples come from.</param>
/// <param name="timeProvider">The clock to wait by.</param>
/// <param name="threads">The threads that it shares with other walks.</param>
public sealed class PacedSource(IWalkSource inner, TimeProvider timeProvider, WalkThreads threads) : SourceAround(inner)
{
    /// <summary>Longest walk time in one block, s: the most by which a sample comes late.</summary>
    public const double BlockS = 0.02;

    private const int BlockCapacity = 64;

    private readonly ConcurrentQueue<string> _requests = [];
    private WalkThread? _thread;
    private (HostTime Host, DeviceTime Walk)? _start;

    /// <summary>One that is alone.</summary>
    /// <param name="inner">Where the samples come from.</param>
    /// <param name="timeProvider">The clock to wait by.</param>
    /// <param name="raise">How this system raises the walk's thread before others; null: it runs as any other.</param>
    public PacedSource(IWalkSource inner, TimeProvider timeProvider, RaiseThread? raise = null)
        : this(inner, timeProvider, WalkThreads.One(timeProvider, raise))
    {
    }

    /// <summary>Whether anything was asked for: from then on the walk is not what it would have been.</summary>
    public bool WasAsked { get; private set; }

    /// <inheritdoc/>
    public override HostTime? HostAt(DeviceTime time) => _start is { } start ? start.Host.AddSeconds(time.SecondsSince(start.Walk)) : null;

    /// <summary>Asks for something on behalf of a person; the walk receives it between two blocks. From any thread.</summary>
    /// <param name="request">What; see <see cref="WalkRequests"/>.</param>
    public void Ask(string request)
    {
        WasAsked = true;
        _requests.Enqueue(request);
    }

    /// <inheritdoc/>
    internal override WalkThread? Thread => _thread;

    /// <inheritdoc/>
    public override async IAsyncEnumerable<SampleBlock> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // At the speed of life the walk is on a thread that waits for it; a clock that runs ahead would make it take the whole machine.
        WalkThread? thread = _thread = HostClock.IsReal(timeProvider) ? threads.Begin() : null;
        var pacer = new Pacer(timeProvider, thread);
        using CancellationTokenRegistration stopping = cancellationToken.UnsafeRegister(static due => ((AsyncSignal)due!).Set(), pacer.Due);
        SampleBlock? pending = null;
        double fromS = 0, toS = 0;
        try
        {
            await foreach (SampleBlock block in Inner.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                using (block)
                {
                    // What belongs between two samples stays between them.
                    if (pending is not null && (block.Request is not null || block.ClockUncertaintyS is not null || block.UnsureTime is not null))
                    {
                        await pacer.WaitUntilAsync(toS, cancellationToken).ConfigureAwait(false);
                        (SampleBlock before, pending) = (pending, null);
                        yield return before;
                    }

                    if (block.Request is not null || block.UnsureTime is not null) yield return new SampleBlock(1) { Request = block.Request, UnsureTime = block.UnsureTime };
                    for (int i = 0; i < block.Count; i++)
                    {
                        _start ??= (HostTime.FromTicks(pacer.StartedAt, timeProvider.TimestampFrequency), block.Samples[i].Sample.Time);
                        double elapsedS = pacer.Elapsed(block.Samples[i]);
                        if (pending is not null && (pending.Count == pending.Capacity || elapsedS - fromS >= BlockS))
                        {
                            await pacer.WaitUntilAsync(toS, cancellationToken).ConfigureAwait(false);
                            (SampleBlock due, pending) = (pending, null);
                            yield return due;
                            while (_requests.TryDequeue(out string? request)) yield return new SampleBlock(1) { Request = request };
                        }

                        if (pending is null) (pending, fromS) = (new SampleBlock(BlockCapacity), elapsedS);
                        if (i == 0) pending.ClockUncertaintyS ??= block.ClockUncertaintyS;
                        pending.Add(block.Samples[i]);
                        toS = elapsedS;
                    }
                }
            }

            if (pending is not null)
            {
                await pacer.WaitUntilAsync(toS, cancellationToken).ConfigureAwait(false);
                (SampleBlock last, pending) = (pending, null);
                yield return last;
            }
        }
        finally
        {
            pending?.Dispose();
            thread?.End();
        }
    }

    /// <summary>Walk time since the start, on each foot's own clock, and the wait for it.</summary>
    private sealed class Pacer(TimeProvider timeProvider, WalkThread? thread)
    {
        public long StartedAt { get; } = timeProvider.GetTimestamp();

        /// <summary>Set: the walk shall stop, and waits for nothing any more.</summary>
        public AsyncSignal Due { get; } = new() { Thread = thread };

        private readonly DeviceTime?[] _first = new DeviceTime?[2];
        private double _elapsedS;

        public double Elapsed(in FootedSample sample)
        {
            ref DeviceTime? first = ref _first[(int)sample.Foot];
            first ??= sample.Sample.Time.AddSeconds(-_elapsedS);
            return _elapsedS = Math.Max(_elapsedS, sample.Sample.Time.SecondsSince(first.Value));
        }

        public async ValueTask WaitUntilAsync(double elapsedS, CancellationToken cancellationToken)
        {
            // Also where nothing is waited for: what follows is the walk's. Whoever is late lets others go first.
            TimeSpan left = TimeSpan.FromSeconds(elapsedS) - timeProvider.GetElapsedTime(StartedAt);
            if (thread is not null && (left <= TimeSpan.Zero || !thread.IsCurrent)) await thread.Enter();
            if (left <= TimeSpan.Zero) return;
            if (thread is null)
            {
                // Waits are in whole milliseconds; never early, so up to one millisecond late.
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), timeProvider, cancellationToken).ConfigureAwait(false);
                return;
            }

            // The walk's thread wakes when it is time: a timer's would wait for its turn on a busy machine.
            await Due.WaitAsync(thread.After(left)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}

using GaitSense.Core;
using GaitSense.Recording;
using GaitSense.Recording.Results;
using GaitSense.Streams;

namespace GaitSense.Walk;

/// <summary>
/// One walk, whatever it comes from: streams, core, cues, recorder, results, feed, in the order that <see cref="WalkOrder"/> names. Synchronous: no thread, task, clock,
/// file or device of its own, so it runs behind a thread as in a browser. Live, replay, simulation and analysis differ in who calls it. One thread.
/// </summary>
/// <example>
/// <code>
/// LiveWalk walk = new(source, [cues, recorder, results, screen], streams);
/// walk.Push(foot, channel, bytes, arrival);   // of sensors; blocks of samples where there are none
/// walk.Advance(now);
/// WalkEnd end = walk.Complete();
/// </code>
/// </example>
public sealed class LiveWalk : IWalkInput, IDisposable
{
    private readonly IWalkSource _source;
    private readonly FeetStreams? _streams;
    private readonly WalkPipeline _pipeline;
    private readonly IWalkPart[] _parts;
    private readonly ISampleListener[] _listeners;
    private readonly ResultWriter? _rows;
    private readonly (DeviceTime First, DeviceTime Last)?[] _span = new (DeviceTime, DeviceTime)?[2];
    private bool _isComplete;

    /// <summary>A walk that begins.</summary>
    /// <param name="source">Where it comes from.</param>
    /// <param name="observers">The observers: parts at their place in the order, others after them; those of one place as they are given.</param>
    /// <param name="streams">What takes the sensors' notifications; null where samples come in blocks.</param>
    /// <exception cref="ArgumentException">A session is recorded, and the tables shall have every sample: a session keeps the mid-stance instants.</exception>
    /// <exception cref="RecordingWriteException">A part cannot write.</exception>
    public LiveWalk(IWalkSource source, IReadOnlyList<IWalkObserver> observers, FeetStreams? streams = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(observers);
        (_source, _streams) = (source, streams);
        var ordered = observers.Select(o => (Observer: o, Order: o is IWalkPart part ? part.Order : WalkOrder.Feed)).ToList();
        TableRowHandler[] keepers = [.. observers.OfType<IWalkPart>().OrderBy(p => p.Order).Select(p => p.Rows).OfType<TableRowHandler>()];
        if (keepers.Length > 0)
        {
            TrajectoryDetail detail = observers.OfType<WalkResults>().FirstOrDefault()?.Detail ?? TrajectoryDetail.MidStance;
            if (detail != TrajectoryDetail.MidStance && observers.OfType<SessionRecorder>().Any())
                throw new ArgumentException("A session keeps the path at the mid-stance instants.", nameof(observers));
            TableRowHandler rows = keepers is [var only] ? only : (table, row) =>
            {
                foreach (TableRowHandler keep in keepers) keep(table, row);
            };
            // Results write strides at the end; others keep them as they were decided.
            _rows = new ResultWriter(rows, detail, strides: observers.OfType<IWalkPart>().Any(p => p is not WalkResults && p.Rows is not null));
            ordered.Add((_rows, WalkOrder.Rows));
            foreach (IRowSource part in observers.OfType<IRowSource>()) part.SendRowsTo(rows);
        }

        // Who looks on in every walk, wherever it comes from, is added here, one line each.
        IWalkObserver[] told = [.. ordered.OrderBy(o => o.Order).Select(o => o.Observer)];
        _parts = [.. told.OfType<IWalkPart>()];
        _listeners = [.. told.OfType<ISampleListener>()];
        _pipeline = new WalkPipeline(source.Walk, told is [var one] ? one : new ObserverFanOut(told));
    }

    /// <inheritdoc/>
    public SensorMessage Push(Foot foot, int channel, ReadOnlySpan<byte> value, HostTime arrival)
    {
        SensorMessage message = Streams.Push(foot, channel, value, arrival);
        TakeMerged();
        return message;
    }

    /// <inheritdoc/>
    public void SetFlowing(Foot foot, bool flows, HostTime now) => Streams.SetFlowing(foot, flows, now);

    /// <inheritdoc/>
    public void Ask(string request, HostTime now)
    {
        Streams.Ask(request, now);
        TakeMerged();
    }

    /// <inheritdoc/>
    public void Advance(HostTime now)
    {
        Streams.Advance(now);
        TakeMerged();
    }

    /// <inheritdoc/>
    public void End()
    {
        Streams.End();
        TakeMerged();
    }

    /// <summary>Takes samples of a source that is no sensor; the block stays the caller's.</summary>
    /// <param name="block">Some consecutive samples, and what was asked for or became known before them.</param>
    public void Push(SampleBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        if (block.Request is { } request)
            foreach (IWalkPart part in _parts) part.OnRequest(request);
        if (block.ClockUncertaintyS is { } uncertainty) _pipeline.SetClockUncertainty(uncertainty);
        if (block.UnsureTime is { } unsure) _pipeline.MarkUnsure(in unsure);
        foreach (ref readonly FootedSample sample in block.Samples) Push(in sample);
    }

    /// <summary>Takes one sample of a source that is no sensor.</summary>
    /// <param name="sample">The sample.</param>
    public void Push(in FootedSample sample)
    {
        DeviceTime time = sample.Sample.Time;
        ref (DeviceTime First, DeviceTime Last)? span = ref _span[(int)sample.Foot];
        span = (span?.First ?? time, time);
        foreach (ISampleListener listener in _listeners) listener.OnSample(in sample);
        _pipeline.Push(sample.Foot, in sample.Sample);
    }

    /// <summary>No sample comes any more: what is still open is decided and told. Once more it does nothing.</summary>
    public void Finish() => _pipeline.Complete();

    /// <summary>Ends the walk: its last results are published, and all parts end, in their order. The results are complete, however it ended.</summary>
    /// <param name="failure">Why the source failed; null: it did not.</param>
    /// <param name="isInterrupted">Whether it was asked to stop before the source ended.</param>
    /// <exception cref="InvalidOperationException">It was complete already.</exception>
    /// <exception cref="RecordingWriteException">A part cannot write what it has to.</exception>
    public WalkEnd Complete(GaitSenseException? failure = null, bool isInterrupted = false)
    {
        if (_isComplete) throw new InvalidOperationException("A walk ends once.");
        _isComplete = true;
        Finish();
        var end = new WalkEnd
        {
            Failure = failure,
            Interrupted = isInterrupted,
            Quality = [.. _source.Feet.Select(f => (f == Foot.Left ? _pipeline.Left : _pipeline.Right).Quality with { Foot = f })],
            DurationS = _source.Feet.Max(f => _span[(int)f] is { } span ? span.Last.SecondsSince(span.First) : 0),
            ClockUncertaintyS = _pipeline.ClockUncertaintyS,
            DecidedUntil = _rows?.Latest,
        };
        foreach (IWalkPart part in _parts) part.OnEnded(_source, end);
        return end;
    }

    /// <inheritdoc/>
    public void Dispose() => _rows?.Dispose();

    private FeetStreams Streams => _streams ?? throw new InvalidOperationException("This walk has no sensors.");

    private void TakeMerged()
    {
        while (Streams.TryTake(out SampleBlock block))
            using (block) Push(block);
    }
}

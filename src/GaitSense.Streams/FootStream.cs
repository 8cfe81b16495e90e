using GaitSense.Core;
using GaitSense.Protocol;

namespace GaitSense.Streams;

/// <summary>
/// One foot's packets made a stream of samples, each with its time in the walk. No arrival time is ever the time of a sample. How its kind of sensor tells
/// the time is what is different: <see cref="StampedStream"/>, <see cref="CountedStream"/>. One thread.
/// </summary>
internal abstract class FootStream
{
    private readonly ClockAssumptions _assumed;
    private WalkTimeline? _line;
    private (HostTime From, HostTime Until)? _unsure;

    /// <summary>A stream whose timeline follows clocks of some kind.</summary>
    protected FootStream(ClockAssumptions assumed) => _assumed = assumed;

    /// <summary>The stream of a kind of sensor.</summary>
    /// <param name="kind">The kind.</param>
    public static FootStream Of(SensorKind kind) =>
        kind.TimeBits > 0 || kind.CounterBits > 0 ? new StampedStream(kind) : new CountedStream();

    /// <summary>The sensor's clock against the host's.</summary>
    public abstract ClockAlignment Clock { get; }

    /// <summary>Samples a second as they come, in the host's time, Hz; null where it is not known yet.</summary>
    public abstract double? MeasuredRateHz { get; }

    /// <summary>The host's clock against the sensor's, for any thread.</summary>
    public DeviceLine Line { get; } = new();

    /// <summary>Arrival behind the fastest packets.</summary>
    public DelayHistogram Jitter { get; } = new();

    /// <summary>Samples that came in time.</summary>
    public long Received { get; protected set; }

    /// <summary>Samples that the sensor made and that did not come.</summary>
    public long Lost { get; protected set; }

    /// <summary>Packets that came twice.</summary>
    public long Duplicates { get; protected set; }

    /// <summary>Packets that were overtaken and put back in their place.</summary>
    public long Reordered { get; protected set; }

    /// <summary>Packets that came after their place had been given up.</summary>
    public long Late { get; protected set; }

    /// <summary>Packets in which the sensor says that the accelerometer or the gyroscope was at its limit.</summary>
    public long Clipped { get; private set; }

    /// <summary>How often the sensor started anew, or its clock jumped.</summary>
    public int Restarts { get; protected set; }

    /// <summary>What the times of samples may be off by now, s.</summary>
    public virtual double UncertaintyS => _line?.UncertaintyS ?? double.PositiveInfinity;

    /// <summary>Whether samples can be given their time: enough is known of the clock, or it was waited long enough for it.</summary>
    public bool IsSettled { get; protected set; }

    /// <summary>Host time of the first sample that waits; null where none does or nothing is known of the clock.</summary>
    public HostTime? FirstWaiting => Ring.Count > 0 && Clock.HasEstimate ? Clock.ToHost(Ring.First.Time) : null;

    /// <summary>Whether anything waits: for its turn, for its time, or to be taken.</summary>
    public virtual bool IsWaiting => Ring.Count > 0;

    /// <summary>Samples on their way to the walk.</summary>
    protected SampleRing Ring { get; } = new();

    /// <summary>The walk's clock shows 0 at <paramref name="start"/>; samples can be taken from now on.</summary>
    public void Begin(HostTime start)
    {
        _line = new WalkTimeline(start, _assumed);
        MapAll();
    }

    /// <summary>A packet arrived.</summary>
    /// <param name="stream">What its readings mean.</param>
    /// <param name="readings">At least one; the first tells the sensor's time or, where it has no clock, its running number.</param>
    /// <param name="hasRestarted">Whether the sensor says that it started anew since the packet before.</param>
    /// <param name="arrival">When it arrived.</param>
    public void Push(StreamDescription stream, ReadOnlySpan<RawReading> readings, bool hasRestarted, HostTime arrival)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (IsClipped(readings)) Clipped++;
        Take(new PacketReadings(stream, readings), hasRestarted, arrival);
    }

    /// <summary>The sensor answered a question for its time.</summary>
    public virtual void Push(in ClockExchange exchange)
    {
    }

    /// <summary>Time has passed: gives up what was waited for too long.</summary>
    public abstract void Poll(HostTime now);

    /// <summary>The walk's time of the next sample.</summary>
    public bool TryPeek(out DeviceTime walk)
    {
        walk = Ring.Mapped > 0 ? Ring.First.Time : default;
        return Ring.Mapped > 0;
    }

    /// <summary>Takes the next sample.</summary>
    public ImuSample Take() => Ring.Take();

    /// <summary>From when to when times of samples are not known well enough for strides, where that was not taken yet.</summary>
    public bool TryTakeUnsureTime(out HostTime from, out HostTime until)
    {
        bool any = _unsure.HasValue;
        (from, until) = _unsure.GetValueOrDefault();
        _unsure = null;
        return any;
    }

    /// <summary>Times of samples are not known well enough for strides.</summary>
    protected void MarkUnsure(HostTime from, HostTime until) =>
        _unsure = _unsure is { } told ? (told.From < from ? told.From : from, told.Until > until ? told.Until : until) : (from, until);

    /// <summary>A packet arrived.</summary>
    protected abstract void Take(PacketReadings readings, bool hasRestarted, HostTime arrival);

    /// <summary>Samples of a packet take their place behind all others.</summary>
    protected void Add(double firstUs, double periodUs, PacketReadings readings)
    {
        for (int i = 0; i < readings.Length; i++)
            Ring.Add(readings.SampleAt(i, new DeviceTime((long)Math.Round(firstUs + (i * periodUs)))));
        Received += readings.Length;
    }

    /// <summary>Gives all samples that wait for it their time in the walk, as far as the clock is known.</summary>
    protected virtual void MapAll() => MapAll(0);

    /// <summary>The same, but for the newest.</summary>
    protected void MapAll(int newest)
    {
        if (_line is null || !Clock.HasEstimate) return;
        while (Ring.Mapped < Ring.Count - newest)
        {
            DeviceTime device = Ring.NextUnmapped;
            _line.Follow(device, Clock);
            Ring.Map(_line.Map(device));
        }
    }

    private static bool IsClipped(ReadOnlySpan<RawReading> readings)
    {
        SampleMarks marks = SampleMarks.None;
        foreach (ref readonly RawReading reading in readings) marks |= reading.Marks;
        return (marks & (SampleMarks.AccelClipped | SampleMarks.GyroClipped)) != SampleMarks.None;
    }
}

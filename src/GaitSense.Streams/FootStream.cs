using GaitSense.Core;
using GaitSense.Protocol;

namespace GaitSense.Streams;

/// <summary>
/// One foot's packets made a stream of samples: wraps undone, duplicates dropped, swaps put right within a bounded wait, holes left as holes, a
/// restart recognised, and each sample given its time in the walk. No arrival time is ever the time of a sample. One thread; nothing is
/// allocated after construction.
/// </summary>
internal sealed class FootStream
{
    /// <summary>A packet waits at most this long for one that it overtook, s.</summary>
    public const double LongestWaitS = 0.03;

    // Timestamps and the time that passed may differ by a backlog of packets, s.
    private const double BacklogS = 10;

    // So many packets in a row that seem to be late: it is the clock that went back.
    private const int LateRun = 20;

    private readonly PacketHold _hold = new();
    private readonly SampleRing _ring = new();
    private readonly ClockAlignmentOptions _options;
    private readonly SensorKind _kind;
    private readonly WrappingCounter? _counter;
    private readonly double _nominalUs;
    private WalkTimeline? _line;
    private HostTime _stampAt, _firstArrival;
    private double _periodUs, _nextUs, _lastFirstUs;
    private int _lateRun, _lastCount;
    private bool _hasPacket, _hasStamp, _isSettled;

    /// <summary>The stream of a kind of sensor.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="clock">What is taken for granted of the clocks of sensors that tell the time.</param>
    public FootStream(SensorKind kind, ClockAlignmentOptions clock)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(clock);
        ClockAlignmentOptions options = kind.Clock == ClockClass.CountedSamples ? ClockAlignmentOptions.Counted : clock;
        (_kind, _options) = (kind, options);
        Clock = new ClockAlignment(options);
        _nominalUs = _periodUs = kind.PeriodS * 1e6;
        int bits = kind.TimeBits > 0 ? kind.TimeBits : kind.CounterBits;
        if (bits > 0) _counter = new WrappingCounter(bits, kind.TimeBits > 0 ? kind.TimeHz : 1 / kind.PeriodS, BacklogS);
    }

    /// <summary>The sensor's clock against the host's.</summary>
    public ClockAlignment Clock { get; }

    /// <summary>The host's clock against the sensor's, for any thread.</summary>
    public DeviceLine Line { get; } = new();

    /// <summary>Arrival behind the fastest packets.</summary>
    public DelayHistogram Jitter { get; } = new();

    /// <summary>Samples that came in time.</summary>
    public long Received { get; private set; }

    /// <summary>Samples that the sensor made and that did not come.</summary>
    public long Lost { get; private set; }

    /// <summary>Packets that came twice.</summary>
    public long Duplicates { get; private set; }

    /// <summary>Packets that were overtaken and put back in their place.</summary>
    public long Reordered { get; private set; }

    /// <summary>Packets that came after their place had been given up.</summary>
    public long Late { get; private set; }

    /// <summary>Packets in which the sensor says that the accelerometer or the gyroscope was at its limit.</summary>
    public long Clipped { get; private set; }

    /// <summary>How often the sensor started anew, or its clock jumped.</summary>
    public int Restarts { get; private set; }

    /// <summary>What the times of samples may be off by now, s.</summary>
    public double UncertaintyS => _line?.UncertaintyS ?? double.PositiveInfinity;

    /// <summary>Whether samples can be given their time: enough is known of the clock, or it was waited long enough for it.</summary>
    public bool IsSettled => _isSettled;

    /// <summary>Host time of the first sample that waits; null where none does or nothing is known of the clock.</summary>
    public HostTime? FirstWaiting => _ring.Count > 0 && Clock.HasEstimate ? Clock.ToHost(_ring.First.Time) : null;

    /// <summary>Whether anything waits: for its turn, for its time, or to be taken.</summary>
    public bool IsWaiting => _ring.Count > 0 || _hold.TryPeekFirst(out _, out _);

    /// <summary>The walk's clock shows 0 at <paramref name="start"/>; samples can be taken from now on.</summary>
    public void Begin(HostTime start)
    {
        _line = new WalkTimeline(start, _options);
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
        double passed = _hasStamp ? arrival.SecondsSince(_stampAt) : 0;
        (_stampAt, _hasStamp) = (arrival, true);
        double firstUs = Unwrap(stream.HasTimestamp ? readings[0].Time : readings[0].Index, passed, out bool continues);
        if (_hasPacket && (!continues || hasRestarted)) StartAgain();
        if (!_hasPacket) _firstArrival = arrival;
        LearnPeriod(firstUs);
        var last = new DeviceTime((long)Math.Round(firstUs + ((readings.Length - 1) * _periodUs)));
        int epoch = Clock.Epoch;
        Clock.AddArrival(last, arrival);
        if (Clock.Epoch != epoch) BeginAfterStep(firstUs, arrival);
        HostTime taken = Clock.ToHost(last);
        Jitter.Add(arrival.SecondsSince(taken) - (Clock.IsTwoSided ? 0 : 1e-3));
        if (_kind.AnswersTime && Clock.IsTwoSided) Line.Set(last, taken, Clock.DriftRatio);
        Place(firstUs, new PacketReadings(stream, readings), arrival);
        Release(arrival);
        Settle(arrival);
    }

    /// <summary>The sensor answered a question for its time.</summary>
    public void Push(in ClockExchange exchange)
    {
        int epoch = Clock.Epoch;
        Clock.AddExchange(in exchange);
        if (Clock.Epoch != epoch)
        {
            _hold.Clear();
            _ring.DropUnmapped(); // by now they all have their time, unless the walk has not begun
            BeginEpoch();
        }

        // Packets carry the low bits only: the answer says where they are.
        if (_hasPacket || _counter is null || _kind.TimeBits == 0) return;
        _counter.Set((long)Math.Round(exchange.Answered.Microseconds * (_kind.TimeHz / 1e6)));
        (_stampAt, _hasStamp) = (exchange.Arrived, true);
    }

    /// <summary>Time has passed: gives up what was waited for too long.</summary>
    public void Poll(HostTime now)
    {
        Release(now);
        if (_hasPacket) Settle(now);
    }

    /// <summary>The walk's time of the next sample.</summary>
    public bool TryPeek(out DeviceTime walk)
    {
        walk = _ring.Mapped > 0 ? _ring.First.Time : default;
        return _ring.Mapped > 0;
    }

    /// <summary>Takes the next sample.</summary>
    public ImuSample Take() => _ring.Take();

    private static bool IsClipped(ReadOnlySpan<RawReading> readings)
    {
        SampleMarks marks = SampleMarks.None;
        foreach (ref readonly RawReading reading in readings) marks |= reading.Marks;
        return (marks & (SampleMarks.AccelClipped | SampleMarks.GyroClipped)) != SampleMarks.None;
    }

    private double Unwrap(uint stamp, double passedS, out bool continues)
    {
        if (_counter is null)
        {
            // Nothing tells the time: what was received is counted, and a silence that is longer than the radio's own is a hole.
            continues = true;
            double missing = Math.Floor(((passedS - 0.25) * 1e6) / _periodUs);
            return !_hasPacket ? 0 : _nextUs + (Math.Max(0, missing) * _periodUs);
        }

        continues = _counter.TryUnwrap(stamp, passedS, out long value);
        return _kind.TimeBits > 0 ? value * (1e6 / _kind.TimeHz) : value * _nominalUs;
    }

    // Between two packets the sensor's own stamps say how far its readings are apart, better than its data sheet.
    private void LearnPeriod(double firstUs)
    {
        double step = firstUs - _lastFirstUs;
        if (_hasPacket && _kind.TimeBits > 0 && _lastCount > 0 && Math.Abs(step - (_lastCount * _periodUs)) < 0.05 * _lastCount * _nominalUs)
            _periodUs += 0.05 * ((step / _lastCount) - _periodUs);
        _lastFirstUs = firstUs;
    }

    private void Place(double firstUs, PacketReadings readings, HostTime arrival)
    {
        _lastCount = readings.Length;
        if (!_hasPacket) (_hasPacket, _nextUs) = (true, firstUs);
        double slack = 0.5 * _periodUs;
        if (firstUs < _nextUs - slack)
        {
            Refuse(firstUs, readings, arrival);
            return;
        }

        _lateRun = 0;
        if (firstUs <= _nextUs + slack) Emit(firstUs, readings);
        else if (!_hold.TryAdd(firstUs, readings, arrival)) Duplicates++;
    }

    private void Refuse(double firstUs, PacketReadings readings, HostTime arrival)
    {
        if (_ring.Remembers(firstUs))
        {
            Duplicates++;
            return;
        }

        Late++;
        if (++_lateRun < LateRun) return;
        StartAgain();
        (_hasPacket, _nextUs) = (true, firstUs);
        Emit(firstUs, readings);
    }

    private void Release(HostTime now)
    {
        while (_hold.TryPeekFirst(out double firstUs, out HostTime since))
        {
            bool isNext = firstUs <= _nextUs + (0.5 * _periodUs);
            if (!isNext && !_hold.IsFull && now.SecondsSince(since) < LongestWaitS) return;
            if (isNext) Reordered++;
            Emit(firstUs, _hold.First);
            _hold.RemoveFirst();
        }
    }

    private void Emit(double firstUs, PacketReadings readings)
    {
        double missing = Math.Round((firstUs - _nextUs) / _periodUs);
        if (missing > 0) Lost += (long)missing;
        _ring.Remember(firstUs);
        for (int i = 0; i < readings.Length; i++)
            _ring.Add(readings.SampleAt(i, new DeviceTime((long)Math.Round(firstUs + (i * _periodUs)))));
        Received += readings.Length;
        _nextUs = firstUs + (readings.Length * _periodUs);
    }

    // The device's clock began again: what came before keeps its own times.
    private void StartAgain()
    {
        while (_hold.TryPeekFirst(out double firstUs, out _))
        {
            Emit(firstUs, _hold.First);
            _hold.RemoveFirst();
        }

        MapAll();
        _ring.DropUnmapped();
        Clock.Restart();
        BeginEpoch();
    }

    // The alignment saw the clock step. A clock that went back gives old times to new packets.
    private void BeginAfterStep(double firstUs, HostTime arrival)
    {
        _hold.Clear();
        (bool had, double next) = (_hasPacket, _nextUs);
        BeginEpoch();
        _firstArrival = arrival;
        if (had && firstUs >= next) (_hasPacket, _nextUs) = (true, next);
    }

    private void BeginEpoch()
    {
        _ring.Forget();
        Line.Forget();
        Restarts++;
        (_hasPacket, _isSettled, _lateRun) = (false, false, 0);
    }

    private void Settle(HostTime now)
    {
        _isSettled |= Clock.HasEstimate && (Clock.Exchanges >= 8 || now.SecondsSince(_firstArrival) > 1.5 || _ring.IsNearlyFull);
        if (_isSettled) MapAll();
    }

    private void MapAll()
    {
        if (_line is null || !Clock.HasEstimate) return;
        while (_ring.Mapped < _ring.Count)
        {
            DeviceTime device = _ring.NextUnmapped;
            _line.Follow(device, Clock);
            _ring.Map(_line.Map(device));
        }
    }
}

using GaitSense.Core;

namespace GaitSense.Streams;

/// <summary>
/// The stream of a sensor that tells the time, or counts its readings: wraps undone, duplicates dropped, swaps put right within a bounded wait, holes left as
/// holes, a restart recognised. Nothing is allocated after construction.
/// </summary>
internal sealed class StampedStream : FootStream
{
    /// <summary>A packet waits at most this long for one that it overtook, s.</summary>
    public const double MaxWaitS = 0.03;

    // Timestamps and the time that passed may differ by a backlog of packets, s.
    private const double BacklogS = 10;

    // So many packets in a row that seem to be late: it is the clock that went back.
    private const int LateRun = 20;

    // So many stamps in a row that contradict the count are right: the clock was set.
    private const int MaxWrongStamps = 8;

    private readonly PacketHold _hold = new();
    private readonly SensorKind _kind;
    private readonly WrappingCounter _counter;
    private readonly double _nominalUs;
    private HostTime _stampAt, _firstArrival;
    private double _periodUs, _nextUs, _lastFirstUs;
    private int _lateRun, _lastCount, _wrongStamps, _nextIndex = -1;
    private bool _hasPacket, _hasStamp;

    /// <summary>The stream of a kind of sensor.</summary>
    /// <param name="kind">The kind.</param>
    public StampedStream(SensorKind kind)
        : base(ClockAssumptions.Of(kind.Clock))
    {
        _kind = kind;
        Clock = new ClockAlignment(ClockAssumptions.Of(kind.Clock));
        _nominalUs = _periodUs = kind.PeriodS * 1e6;
        int bits = kind.TimeBits > 0 ? kind.TimeBits : kind.CounterBits;
        _counter = new WrappingCounter(bits, kind.TimeBits > 0 ? kind.TimeHz : 1 / kind.PeriodS, BacklogS);
    }

    /// <inheritdoc/>
    public override ClockAlignment Clock { get; }

    /// <inheritdoc/>
    public override double? MeasuredRateHz => Received > 0 && Clock.HasEstimate ? 1e6 / (_periodUs * (1 + Clock.DriftRatio)) : null;

    /// <inheritdoc/>
    public override bool IsWaiting => base.IsWaiting || _hold.TryPeekFirst(out _, out _);

    /// <inheritdoc/>
    public override void Push(in ClockExchange exchange)
    {
        int epoch = Clock.Epoch;
        Clock.AddExchange(in exchange);
        if (Clock.Epoch != epoch)
        {
            _hold.Clear();
            Ring.DropUnmapped(); // by now they all have their time, unless the walk has not begun
            BeginEpoch();
        }

        // Packets carry the low bits only: the answer says where they are.
        if (_hasPacket || _kind.TimeBits == 0) return;
        _counter.Set((long)Math.Round(exchange.Answered.Microseconds * (_kind.TimeHz / 1e6)));
        (_stampAt, _hasStamp) = (exchange.Arrived, true);
    }

    /// <inheritdoc/>
    public override void Poll(HostTime now)
    {
        Release(now);
        if (_hasPacket) Settle(now);
    }

    /// <inheritdoc/>
    protected override void Take(PacketReadings readings, bool hasRestarted, HostTime arrival)
    {
        double passed = _hasStamp ? arrival.SecondsSince(_stampAt) : 0;
        (_stampAt, _hasStamp) = (arrival, true);
        double firstUs = Unwrap(readings.Stream.HasTimestamp ? readings.Raw[0].Time : readings.Raw[0].Index, passed, out bool continues);
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
        Place(firstUs, readings, arrival);
        Release(arrival);
        Settle(arrival);
    }

    private double Unwrap(uint stamp, double passedS, out bool continues)
    {
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
        if (Math.Abs(firstUs - _nextUs) <= slack) _wrongStamps = 0;
        else if (IsCountedNext(readings) && _wrongStamps++ < MaxWrongStamps) firstUs = _nextUs;
        if (firstUs < _nextUs - slack)
        {
            Refuse(firstUs, readings, arrival);
            return;
        }

        _lateRun = 0;
        if (firstUs <= _nextUs + slack) Emit(firstUs, readings);
        else if (IsAfterWrongStamp(firstUs, slack))
        {
            Emit(_nextUs, _hold.First);
            _hold.RemoveFirst();
            Emit(firstUs, readings);
        }
        else if (!_hold.TryAdd(firstUs, readings, arrival))
        {
            Duplicates++;
        }
    }

    // Its number says that it is the next, whatever its stamp says; where many say so, the stamps are right.
    private bool IsCountedNext(PacketReadings readings) => _kind.TimeBits > 0 && _kind.CounterBits > 0 && readings.Raw[0].Index == _nextIndex;

    // The one that waits left just the room that it fills itself, and is further ahead than packets swap: its stamp was wrong.
    private bool IsAfterWrongStamp(double firstUs, double slackUs)
    {
        if (!_hold.TryPeekFirst(out double heldUs, out _)) return false;
        double packetUs = _hold.First.Length * _periodUs;
        return Math.Abs(firstUs - _nextUs - packetUs) < slackUs && heldUs > firstUs + (1.5 * packetUs);
    }

    private void Refuse(double firstUs, PacketReadings readings, HostTime arrival)
    {
        if (Ring.Remembers(firstUs))
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
            if (!isNext && !_hold.IsFull && now.SecondsSince(since) < MaxWaitS) return;
            if (isNext) Reordered++;
            Emit(firstUs, _hold.First);
            _hold.RemoveFirst();
        }
    }

    private void Emit(double firstUs, PacketReadings readings)
    {
        double missing = Math.Round((firstUs - _nextUs) / _periodUs);
        if (missing > 0) Lost += (long)missing;
        Ring.Remember(firstUs);
        _nextIndex = (readings.Raw[0].Index + readings.Length) & 0xFFFF;
        Add(firstUs, _periodUs, readings);
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
        Ring.DropUnmapped();
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
        Ring.Forget();
        Line.Forget();
        Restarts++;
        (_hasPacket, IsSettled, _lateRun, _nextIndex) = (false, false, 0, -1);
    }

    private void Settle(HostTime now)
    {
        IsSettled |= Clock.HasEstimate && (Clock.Exchanges >= 8 || now.SecondsSince(_firstArrival) > 1.5 || Ring.IsNearlyFull);
        if (IsSettled) MapAll();
    }
}

using GaitSense.Core;
using GaitSense.Protocol;

namespace GaitSense.Streams;

/// <summary>
/// The stream of a sensor that tells neither time nor number: what arrives is counted, in its order. How long a sample lasts is measured, never believed
/// (<see cref="RateLearner"/>). After a silence, and where packets come later from some time on, the arrivals say how much is missing, and the count goes on at their
/// envelope. Nothing is allocated but a clock when the rate was learned.
/// </summary>
internal sealed class CountedStream : FootStream
{
    /// <summary>Length of a silence after which the number of missing samples is estimated anew, s.</summary>
    public const double SilenceS = 0.12;

    /// <summary>Lateness against the envelope that the radio may cause, s; it stays in the uncertainty.</summary>
    public const double SlackS = 0.012;

    // After a silence, packets that waited come at once. All of them have come when for CaughtUpS none was less late by EarlierS; where nothing comes at all, it is waited for NothingS. In s.
    private const double CaughtUpS = 0.25, NothingS = 2, EarlierS = 0.001;

    // How far an envelope of few packets may lie too high, and the time after which it no longer does, s.
    private const double FreshS = 0.02, FreshForS = 2.5;

    // As much missing time within as long a stretch means that the sensor's rate is another one, s.
    private const double OtherRateS = 0.3, OtherRateForS = 2.5;

    // Time after a loss in which further losses are expected, s.
    private const double LosingForS = 10;

    // Spread of the fastest packets of neighbouring stretches from which on packets vanish unnoticed: as a share of a packet, and at least, s.
    private const double LostShare = 0.8, MinSpreadS = 0.008;

    // How long before it was noticed a loss may have begun; how much time around such a moment is unsure, s.
    private const double NoticedForS = 2, AroundS = 0.5;

    // Longest time of learning the rate, unless the arrivals fit one earlier, s.
    private const double MaxLearningS = 10;

    // Longest time that a packet waits for its connection interval; time that radio and host take; least sum of both, s.
    private const double MaxIntervalS = 0.03, RadioS = 0.005, MinPathS = 0.015;

    private readonly RateLearner _learner = new();
    private ClockAlignment _clock = new(ClockAssumptions.Counted);
    private LateCell _cell, _before;
    private readonly CellSpread _spread = new();
    private Lateness _least;
    private HostTime _arrival, _began, _anchored, _missed, _countedFrom;
    private double _periodUs, _nextUs, _packetS, _slackS, _spreadS, _freshS, _missedS;
    private int _held;
    private bool _hasArrival, _isLearning = true, _isHolding, _hasMissed;

    /// <summary>A stream.</summary>
    public CountedStream()
        : base(ClockAssumptions.Counted)
    {
    }

    /// <inheritdoc/>
    public override ClockAlignment Clock => _clock;

    /// <inheritdoc/>
    public override double? MeasuredRateHz => _isLearning ? null : 1e6 / (_periodUs * (1 + _clock.DriftRatio));

    /// <inheritdoc/>
    public override double UncertaintyS
    {
        get
        {
            double freshS = _freshS * Math.Max(0, 1 - (_arrival.SecondsSince(_anchored) / FreshForS));
            double lateS = _isHolding ? _least.LateS : Math.Max(_before.LateS, _cell.LateS);
            // Who lost packets lately may just have lost another one: until that is noticed, all is off by it.
            double unseenS = IsLosing(_arrival) ? Math.Max(_slackS, _packetS) : _slackS;
            return base.UncertaintyS + Math.Max(unseenS, lateS) + freshS;
        }
    }

    /// <inheritdoc/>
    public override void Poll(HostTime now)
    {
        if (_isHolding && now.SecondsSince(_arrival) > NothingS) Resolve();
        MapAll();
    }

    /// <inheritdoc/>
    protected override void Take(PacketReadings readings, bool hasRestarted, HostTime arrival)
    {
        double silentS = _hasArrival ? arrival.SecondsSince(_arrival) : 0;
        (_arrival, _hasArrival) = (arrival, true);
        if (hasRestarted && !_isLearning) LearnAgain();
        if (_isLearning)
        {
            Learn(readings, silentS, arrival);
            return;
        }

        // A sensor of two halves knows when it lost one.
        foreach (ref readonly RawReading reading in readings.Raw)
            if ((reading.Marks & SampleMarks.Lost) != SampleMarks.None) MissedUnseen(arrival);
        var last = new DeviceTime((long)Math.Round(_nextUs + ((readings.Length - 1) * _periodUs)));
        var late = new Lateness(last, arrival, _clock.LatenessS(last, arrival));
        Jitter.Add(Math.Max(0, late.LateS));
        Add(_nextUs, _periodUs, readings);
        _nextUs += readings.Length * _periodUs;
        if (silentS > SilenceS && !_isHolding) (_isHolding, _held, _least) = (true, 0, late);
        if (_isHolding) Hold(readings.Length, silentS, in late);
        else Follow(in late);
        MapAll();
    }

    /// <inheritdoc/>
    protected override void MapAll()
    {
        if (!_isLearning) MapAll(_held);
    }

    private void Learn(PacketReadings readings, double silentS, HostTime arrival)
    {
        if (_learner.Packets == 0 && _began == default) _began = arrival;
        bool mayLearnOn = arrival.SecondsSince(_began) < MaxLearningS;
        if (silentS > SilenceS && mayLearnOn) Forget();
        Add(0, 0, readings);
        _learner.Add(readings.Length, arrival);
        if (!_learner.IsFull && !Ring.IsNearlyFull) return;
        double periodS = _learner.PeriodS(out double bentS), packetS = Math.Min(MaxIntervalS, periodS * _learner.Samples / _learner.Packets);
        bool isStraight = bentS < Math.Max(MinSpreadS, LostShare * packetS);
        if ((!isStraight && mayLearnOn) || periodS <= 0)
        {
            Forget();
            return;
        }

        double pathS = Math.Max(MinPathS, packetS + RadioS);
        _packetS = packetS;
        _spreadS = Math.Max(MinSpreadS, LostShare * packetS);
        _spread.Clear();
        _slackS = Math.Max(SlackS, 0.5 * packetS);
        _clock = new ClockAlignment(ClockAssumptions.Counted with { MinPathDelayS = pathS, MaxAssumedDelayS = 0.5 * pathS });
        _periodUs = periodS * 1e6;
        Feed(0);
        if (isStraight)
        {
            Ring.Spread((_learner.Samples - 1) * _periodUs, _periodUs);
        }
        else
        {
            // Where packets may be missing unnoticed, only the latest ones are used.
            Ring.DropUnmapped();
            _clock.RestartKeepingRate();
            Feed(_learner.Packets * 4 / 5);
            MissedUnseen(arrival);
        }

        _nextUs = _learner.Samples * _periodUs;
        (_isLearning, _isHolding, _held, _missedS, _freshS, IsSettled) = (false, false, 0, 0, 0, true);
        (_cell, _before, _countedFrom) = (default, default, arrival);
        MapAll();
    }

    private void Feed(int fromPacket)
    {
        for (int i = fromPacket; i < _learner.Packets; i++)
            _clock.AddArrival(new DeviceTime((long)Math.Round((_learner[i].Count - 1) * _periodUs)), _learner[i].Arrival);
    }

    private void Forget()
    {
        Ring.DropUnmapped();
        _learner.Clear();
    }

    // What comes fits no rate near the one that was learned.
    private void LearnAgain()
    {
        _held = 0;
        MapAll();
        Restarts++;
        MarkUnsure(_arrival.AddSeconds(-OtherRateForS - NoticedForS), _arrival.AddSeconds(AroundS));
        (_isLearning, _began) = (true, default);
        Forget();
    }

    // After a silence: what waited comes at once, and what is still late when all of it came was lost.
    private void Hold(int samples, double silentS, in Lateness late)
    {
        _held += samples;
        if (late.LateS < _least.LateS - EarlierS) _least = late;
        // A long backlog has no place to wait in: it is let through as it is counted, and what may be missing is said.
        if (Ring.IsNearlyFull)
        {
            _held = 0;
            MarkUnsure(late.Arrival.AddSeconds(-late.LateS - AroundS), late.Arrival.AddSeconds(AroundS));
        }

        if (silentS <= SilenceS && late.Arrival.SecondsSince(_least.Arrival) > CaughtUpS) Resolve();
    }

    private void Resolve()
    {
        _isHolding = false;
        (_cell, _before) = (default, default);
        if (_least.LateS <= _slackS) _clock.AddArrival(_least.Last, _least.Arrival);
        else
        {
            MarkUnsure(_least.Arrival.AddSeconds(-_least.LateS - AroundS), _arrival.AddSeconds(AroundS));
            Miss(in _least, FreshS);
        }

        _held = 0;
    }

    private void Follow(in Lateness late)
    {
        if (late.Arrival.SecondsSince(_countedFrom) > OtherRateForS) (_missedS, _countedFrom) = (0, late.Arrival);
        if (late.LateS < -_slackS) _missedS -= late.LateS;
        int epoch = _clock.Epoch;
        _clock.AddArrival(late.Last, late.Arrival);
        if (_cell.Add(in late))
        {
            // Twice in a row all were late: packets were lost unnoticed. Where that happened lately, once is enough.
            if (_spread.Add(_cell.LateS) > _spreadS) MissedUnseen(late.Arrival);
            if (_cell.LateS > _slackS && (IsLosing(late.Arrival) || _before.LateS > _slackS))
            {
                _missedS += _cell.Least.LateS;
                Miss(_cell.Least, 0);
                MissedUnseen(late.Arrival);
                (_cell, _before) = (default, default);
            }
            else
            {
                (_before, _cell) = (_cell, default);
            }
        }

        if (_clock.Epoch != epoch && _missedS == 0 || _missedS > OtherRateS) LearnAgain();
    }

    private bool IsLosing(HostTime now) => _hasMissed && now.SecondsSince(_missed) < LosingForS;

    private void MissedUnseen(HostTime arrival)
    {
        MarkUnsure(arrival.AddSeconds(-NoticedForS), arrival.AddSeconds(LosingForS));
        (_missed, _hasMissed) = (arrival, true);
    }

    private void Miss(in Lateness late, double freshS)
    {
        _spread.Clear();
        double missedUs = late.LateS * 1e6;
        Ring.Delay(_held, missedUs);
        _nextUs += missedUs;
        Lost += (long)Math.Round(missedUs / _periodUs);
        _clock.RestartKeepingRate();
        _clock.AddArrival(late.Last.AddSeconds(late.LateS), late.Arrival);
        (_anchored, _freshS) = (late.Arrival, freshS);
    }
}

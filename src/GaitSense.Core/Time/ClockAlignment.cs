namespace GaitSense.Core;

/// <summary>
/// One sensor's clock seen from the host. A packet arrives after its last sample was taken, never before: the lowest arrivals of a sliding
/// window bound the offset from above, and the slope of the line under them is the drift (Moon, Skelly, Towsley 1999, Estimation and removal of
/// clock skew from network delay measurements). Questions for the sensor's time bound it from below. Estimate: the middle of both bounds; uncertainty:
/// half of what is between them, and what drift may do. Where nothing bounds it from below, the declared smallest path delay does.
/// Deterministic; nothing is allocated after construction; one thread.
/// </summary>
public sealed class ClockAlignment
{
    /// <summary>How far back arrivals count, s. Longer, and a clock that warms on the skin bends the line; shorter, and drift is a guess.</summary>
    public const double WindowS = EnvelopeWindow.Cells * CellS;

    private const double CellS = 2;

    // The envelope of few points is known no better than this, s.
    private const double EnvelopeSlackS = 0.0003;

    // A crystal changes its rate by less than this over the age of an estimate that matters.
    private const double WanderRatio = 2e-6;

    // A packet that seems to arrive before its samples were taken: by more than this the device's clock was set, s.
    private const double ImpossibleS = 0.005;

    // Without a lower bound a lower envelope may just be better luck, and a higher one worse.
    private const double UnlikelyS = 0.1;
    private const double AboveForS = 5;

    // Stamps that go back by more are of a clock that was set back, s.
    private const double BackS = 1;

    // Earlier than the fastest of a longer look by more (without a lower bound, by more than they can have taken) is a wrong stamp, s, unless so many packets within so long say so: then it is the clock, or better luck.
    private const double SurprisingS = 0.003, SurprisedAfterS = 4, SurprisedForS = 5;
    private const int Convincing = 8;

    private const double RefitS = 0.25;

    // A slope from a short look is mostly the luck of a few packets: taken at half its size at a span where the largest drift would make this, s.
    private const double LuckS = 2e-3;

    // A rate that is kept was measured between two arrivals, each of some luck, s; and it changes with temperature.
    private const double KeptLuckS = 0.01, MinDriftRatio = 0.002;

    // Where a clock beyond what is taken for granted lets the line lie higher by so much, after so long, it is that clock; how far it is looked for.
    private const double BeyondS = 0.001, BeyondAfterS = 8, MaxRatio = 1e-3;

    private readonly double _pathDelayS, _assumedDelayS;
    private readonly EnvelopeWindow _arrivals = new(CellS), _questions = new(CellS);
    private DeviceTime _deviceOrigin;
    private HostTime _hostOrigin, _firstHigh;
    private bool _hasOrigin, _isStale, _isHigh;
    private int _surprises;
    private double _surprisedX, _resumedX = double.NegativeInfinity, _otherDrift, _fittedX, _drift, _usualDrift, _keptDrift, _keptSpanS, _maxDrift;

    /// <summary>Knows nothing yet.</summary>
    public ClockAlignment(ClockAssumptions assumed)
    {
        ArgumentNullException.ThrowIfNull(assumed);
        _maxDrift = assumed.MaxDriftRatio;
        _pathDelayS = assumed.MinPathDelayS;
        _assumedDelayS = Math.Min(assumed.MaxAssumedDelayS, 0.5 * _pathDelayS);
    }

    /// <summary>Whether there is an estimate.</summary>
    public bool HasEstimate => !_arrivals.IsEmpty;

    /// <summary>Whether clock exchanges bound the offset from below.</summary>
    public bool IsTwoSided => !_questions.IsEmpty;

    /// <summary>How often the alignment started again because the device's clock jumped or restarted.</summary>
    public int Epoch { get; private set; }

    /// <summary>Exchanges used in this epoch.</summary>
    public int Exchanges { get; private set; }

    /// <summary>How long arrivals were watched in this epoch, at most the window, s.</summary>
    public double SpanS => _arrivals.LastX - _arrivals.FirstX;

    /// <summary>Host seconds per device second less one: positive where the device's clock is slow.</summary>
    public double DriftRatio => _drift;

    /// <summary>A packet arrived.</summary>
    /// <param name="lastSample">When its last sample was taken.</param>
    /// <param name="arrival">When it reached the host.</param>
    public void AddArrival(DeviceTime lastSample, HostTime arrival)
    {
        (double x, double y) = Point(lastSample, arrival);
        if (!HasEstimate || !IsSurprise(x, y)) Take(x, y, lastSample, arrival);
    }

    /// <summary>The sensor answered a question for its time. Impossible answers are ignored.</summary>
    public void AddExchange(in ClockExchange exchange)
    {
        if (exchange.PathS < 0 || exchange.Answered < exchange.Received || exchange.Arrived < exchange.Asked) return;
        (double x, double y) = Point(exchange.Received, exchange.Asked);
        if (HasEstimate && y > _arrivals.Support(_drift, x) + ImpossibleS + Wander(x))
        {
            Restart();
            (x, y) = Point(exchange.Received, exchange.Asked);
        }

        Exchanges++;
        _isStale |= _questions.Add(x, -y, -_drift);
        (x, y) = Point(exchange.Answered, exchange.Arrived);
        Take(x, y, exchange.Answered, exchange.Arrived);
    }

    /// <summary>Forgets everything: the device's clock started again.</summary>
    public void Restart()
    {
        if (!_hasOrigin) return;
        _arrivals.Clear();
        _questions.Clear();
        (_hasOrigin, _isStale, _drift, _usualDrift, _fittedX) = (false, false, 0, 0, 0);
        _resumedX = double.NegativeInfinity;
        (_isHigh, IsBeyond, _surprises, Exchanges) = (false, false, 0, 0);
        Epoch++;
    }

    /// <summary>
    /// Forgets all but the rate, which stays near what was found: what was between then and now is not known, and the clock is the same.
    /// </summary>
    public void RestartKeepingRate()
    {
        (double drift, double span) = (_drift, SpanS);
        Restart();
        if (span > _keptSpanS)
        {
            _maxDrift = Math.Min(_maxDrift, Math.Max(MinDriftRatio, 2 * KeptLuckS / span));
            (_keptDrift, _keptSpanS) = (drift, span);
        }

        _drift = _usualDrift = _keptDrift;
    }

    /// <summary>How much later than the fastest packets one arrived, s; negative where it is faster than all. There must be an estimate.</summary>
    /// <param name="lastSample">When its last sample was taken.</param>
    /// <param name="arrival">When it reached the host.</param>
    public double LatenessS(DeviceTime lastSample, HostTime arrival)
    {
        (double x, double y) = Point(lastSample, arrival);
        return y - _arrivals.Support(_drift, x);
    }

    /// <summary>Whether the clock is faster or slower than any that was taken for granted: its uncertainty covers what it is said to be and what was taken for granted.</summary>
    public bool IsBeyond { get; private set; }

    /// <summary>When the host's clock showed what the device's did. There must be an estimate.</summary>
    public HostTime ToHost(DeviceTime device)
    {
        double x = X(device);
        return new HostTime(_hostOrigin.Microseconds + (long)Math.Round((x + Offset(_drift, x)) * 1e6));
    }

    /// <summary>How far <see cref="ToHost"/> may be off, s: it holds at least 95 % of the time, and is a bound rather than a standard deviation.</summary>
    public double UncertaintyS(DeviceTime device)
    {
        double x = X(device);
        // Bounds that contradict each other are no certainty.
        double half = IsTwoSided ? Math.Abs(0.5 * (HighAt(_drift, x) - LowAt(_drift, x))) : _pathDelayS - _assumedDelayS;
        return half + EnvelopeSlackS + Wander(x) + (IsBeyond ? Math.Abs(Offset(_drift, x) - Offset(_otherDrift, x)) : 0);
    }

    private double X(DeviceTime device)
    {
        if (!HasEstimate) throw new InvalidOperationException("There is no estimate before the first arrival.");
        return (device.Microseconds - _deviceOrigin.Microseconds) * 1e-6;
    }

    private double Offset(double drift, double x) => IsTwoSided ? 0.5 * (HighAt(drift, x) + LowAt(drift, x)) : HighAt(drift, x) - _assumedDelayS;

    private (double X, double Y) Point(DeviceTime device, HostTime host)
    {
        if (!_hasOrigin) (_hasOrigin, _deviceOrigin, _hostOrigin) = (true, device, host);
        double x = (device.Microseconds - _deviceOrigin.Microseconds) * 1e-6;
        return (x, host.SecondsSince(_hostOrigin) - x);
    }

    private void Take(double x, double y, DeviceTime device, HostTime arrival)
    {
        if (HasEstimate && IsStep(x, y, arrival))
        {
            Restart();
            (x, y) = Point(device, arrival);
        }

        if (_isHigh) return; // late by much: it says nothing of the fastest
        if (x - _arrivals.LastX > 2 * CellS) _resumedX = x;
        bool changed = _arrivals.Add(x, y, _drift);
        _isStale |= changed;
        if (changed) _questions.Advance(x);
        if (_isStale && Math.Abs(_arrivals.LastX - _fittedX) >= Math.Min(RefitS, 0.1 * SpanS)) Fit();
    }

    private bool IsSurprise(double x, double y)
    {
        if (SpanS < SurprisedAfterS || y >= HighAt(_drift, x) - (IsTwoSided ? SurprisingS : _pathDelayS) - Wander(x)) return false;
        if (Math.Abs(x - _surprisedX) > SurprisedForS) (_surprisedX, _surprises) = (x, 0);
        return ++_surprises < Convincing;
    }

    private bool IsStep(double x, double y, HostTime arrival)
    {
        double high = _arrivals.Support(_drift, x), slack = Wander(x);
        // A first packet after long may be the first of a backlog, and no step.
        bool isHigh = y > high + UnlikelyS + slack;
        if (!isHigh || !_isHigh) _firstHigh = arrival;
        _isHigh = isHigh;
        bool isTooHigh = isHigh && (arrival.SecondsSince(_firstHigh) > AboveForS || x < _arrivals.LastX - BackS);
        return isTooHigh || y < (IsTwoSided ? -_questions.Support(-_drift, x) - ImpossibleS : high - _pathDelayS - UnlikelyS) - slack;
    }

    // What drift, known no better than the window tells, does at x.
    private double Wander(double x)
    {
        double span = Math.Max(SpanS, CellS);
        double ratio = Math.Min(_maxDrift, WanderRatio + (2 * EnvelopeSlackS / span));
        double past = Math.Max(0, Math.Max(x - _arrivals.LastX, IsTwoSided ? x - _questions.LastX : 0));
        // Over long the rate is known no better than the strip between the bounds holds it.
        if (past > 2 * CellS) ratio = Math.Min(_maxDrift, ratio + (Math.Abs(HighAt(_drift, _arrivals.LastX) - LowAt(_drift, _arrivals.LastX)) / span));
        return (ratio * past) + (SpanS < CellS ? Math.Min(_maxDrift * CellS, EnvelopeSlackS) : 0);
    }

    private double HighAt(double drift, double x) => _arrivals.Support(drift, x);

    private double LowAt(double drift, double x) => IsTwoSided ? -_questions.Support(-drift, x) : HighAt(drift, x) - _pathDelayS;

    // The drift that leaves the widest strip between the bounds, or, without a lower one, lifts the line highest in the middle of the window. Both
    // are concave in the drift: golden section search.
    private void Fit()
    {
        double middle = 0.5 * (_arrivals.FirstX + _arrivals.LastX);
        // Questions on one side of the middle only would tilt the line, not hold it.
        bool both = IsTwoSided && _questions.FirstX < middle - (0.25 * SpanS) && _questions.LastX > middle + (0.25 * SpanS);
        double best = Best(_usualDrift - _maxDrift, _usualDrift + _maxDrift, out double width), span = SpanS, trustS = LuckS / _maxDrift;
        double found = _usualDrift + ((best - _usualDrift) * (span * span / ((span * span) + (trustS * trustS))));
        IsBeyond = false;
        if (_maxDrift < MaxRatio && span > BeyondAfterS && Math.Abs(best - _usualDrift) > 0.98 * _maxDrift)
        {
            double wide = Best(_usualDrift - MaxRatio, _usualDrift + MaxRatio, out double wideWidth);
            IsBeyond = wideWidth > width + BeyondS;
            // Arrivals alone may as well have become slower: then it is not known.
            (_otherDrift, found) = both && IsBeyond ? (best, wide) : (wide, found);
        }

        // A clock's rate changes slowly; while few packets hold the line, and after a hole, at once.
        double heldS = Math.Min(span, _arrivals.LastX - _resumedX);
        _drift += (found - _drift) * Math.Min(1, Math.Abs(_arrivals.LastX - _fittedX) / Math.Max(0.3 * heldS, 1e-3));
        (_isStale, _fittedX) = (false, _arrivals.LastX);

        double Width(double drift) => _arrivals.Support(drift, middle) + (both ? _questions.Support(-drift, middle) : 0);

        double Best(double low, double high, out double width)
        {
            const double Golden = 0.6180339887498949;
            double a = high - (Golden * (high - low)), b = low + (Golden * (high - low));
            double atA = Width(a), atB = Width(b);
            while (high - low > 1e-8)
            {
                if (atA >= atB)
                {
                    (high, b, atB) = (b, a, atA);
                    a = high - (Golden * (high - low));
                    atA = Width(a);
                }
                else
                {
                    (low, a, atA) = (a, b, atB);
                    b = low + (Golden * (high - low));
                    atB = Width(b);
                }
            }

            width = Math.Max(atA, atB);
            return 0.5 * (low + high);
        }
    }
}

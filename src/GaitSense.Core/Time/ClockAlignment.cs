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

    private const double RefitS = 0.25;

    // A slope from a short look is mostly the luck of a few packets: taken at half its size at a span where the largest drift would make this, s.
    private const double LuckS = 2e-3;

    // A rate that is kept was measured between two arrivals, each of some luck, s; and it changes with temperature.
    private const double KeptLuckS = 0.01, LeastDoubtRatio = 0.002;

    private readonly double _pathDelayS, _assumedDelayS;
    private readonly EnvelopeWindow _arrivals = new(CellS), _questions = new(CellS);
    private DeviceTime _deviceOrigin;
    private HostTime _hostOrigin, _lastLow;
    private bool _hasOrigin, _isStale;
    private double _fittedX, _drift, _usualDrift, _keptDrift, _keptSpanS, _largestDrift;

    /// <summary>Knows nothing yet.</summary>
    public ClockAlignment(ClockAlignmentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _largestDrift = options.LargestDriftRatio;
        _pathDelayS = options.SmallestPathDelayS;
        _assumedDelayS = Math.Min(options.LargestAssumedDelayS, 0.5 * _pathDelayS);
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
        if (HasEstimate && IsStep(x, y, arrival))
        {
            Restart();
            (x, y) = Point(lastSample, arrival);
        }

        if (!HasEstimate) _lastLow = arrival;
        AddUpper(x, y);
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
        AddArrival(exchange.Answered, exchange.Arrived);
    }

    /// <summary>Forgets everything: the device's clock started again.</summary>
    public void Restart()
    {
        if (!_hasOrigin) return;
        _arrivals.Clear();
        _questions.Clear();
        (_hasOrigin, _isStale, _drift, _usualDrift, _fittedX) = (false, false, 0, 0, 0);
        Exchanges = 0;
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
            _largestDrift = Math.Min(_largestDrift, Math.Max(LeastDoubtRatio, 2 * KeptLuckS / span));
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

    /// <summary>When the host's clock showed what the device's did. There must be an estimate.</summary>
    public HostTime ToHost(DeviceTime device)
    {
        (double high, double low) = Bounds(device, out double x);
        double offset = IsTwoSided ? 0.5 * (high + low) : high - _assumedDelayS;
        return new HostTime(_hostOrigin.Microseconds + (long)Math.Round((x + offset) * 1e6));
    }

    /// <summary>How far <see cref="ToHost"/> may be off, s: it holds at least 95 % of the time, and is a bound rather than a standard deviation.</summary>
    public double UncertaintyS(DeviceTime device)
    {
        (double high, double low) = Bounds(device, out double x);
        double half = IsTwoSided ? 0.5 * (high - low) : _pathDelayS - _assumedDelayS;
        return Math.Max(half, 0) + EnvelopeSlackS + Wander(x);
    }

    private (double High, double Low) Bounds(DeviceTime device, out double x)
    {
        if (!HasEstimate) throw new InvalidOperationException("There is no estimate before the first arrival.");
        x = (device.Microseconds - _deviceOrigin.Microseconds) * 1e-6;
        double high = _arrivals.Support(_drift, x);
        return (high, IsTwoSided ? -_questions.Support(-_drift, x) : high - _pathDelayS);
    }

    private (double X, double Y) Point(DeviceTime device, HostTime host)
    {
        if (!_hasOrigin) (_hasOrigin, _deviceOrigin, _hostOrigin) = (true, device, host);
        double x = (device.Microseconds - _deviceOrigin.Microseconds) * 1e-6;
        return (x, host.SecondsSince(_hostOrigin) - x);
    }

    private void AddUpper(double x, double y)
    {
        bool changed = _arrivals.Add(x, y, _drift);
        _isStale |= changed;
        if (changed) _questions.Advance(x);
        if (_isStale && Math.Abs(_arrivals.LastX - _fittedX) >= Math.Min(RefitS, 0.1 * SpanS)) Fit();
    }

    private bool IsStep(double x, double y, HostTime arrival)
    {
        double high = _arrivals.Support(_drift, x), slack = Wander(x);
        if (y <= high + UnlikelyS + slack) _lastLow = arrival;
        bool isTooHigh = arrival.SecondsSince(_lastLow) > AboveForS;
        return isTooHigh || y < (IsTwoSided ? -_questions.Support(-_drift, x) - ImpossibleS : high - _pathDelayS - UnlikelyS) - slack;
    }

    // What drift, known no better than the window tells, does at x.
    private double Wander(double x)
    {
        double span = Math.Max(SpanS, CellS);
        double ratio = Math.Min(_largestDrift, WanderRatio + (2 * EnvelopeSlackS / span));
        double past = Math.Max(0, Math.Max(x - _arrivals.LastX, IsTwoSided ? x - _questions.LastX : 0));
        return (ratio * past) + (SpanS < CellS ? Math.Min(_largestDrift * CellS, EnvelopeSlackS) : 0);
    }

    // The drift that leaves the widest strip between the bounds, or, without a lower one, lifts the line highest in the middle of the window. Both
    // are concave in the drift: golden section search.
    private void Fit()
    {
        double middle = 0.5 * (_arrivals.FirstX + _arrivals.LastX);
        // Questions on one side of the middle only would tilt the line, not hold it.
        bool both = IsTwoSided && _questions.FirstX < middle - (0.25 * SpanS) && _questions.LastX > middle + (0.25 * SpanS);
        const double Golden = 0.6180339887498949;
        double low = _usualDrift - _largestDrift, high = _usualDrift + _largestDrift;
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

        double span = SpanS, trustS = LuckS / _largestDrift;
        double found = _usualDrift + (((0.5 * (low + high)) - _usualDrift) * (span * span / ((span * span) + (trustS * trustS))));
        // A clock's rate changes slowly; which few packets hold the line, at once.
        _drift += (found - _drift) * Math.Min(1, Math.Abs(_arrivals.LastX - _fittedX) / Math.Max(0.3 * span, 1e-3));
        (_isStale, _fittedX) = (false, _arrivals.LastX);

        double Width(double drift) => _arrivals.Support(drift, middle) + (both ? _questions.Support(-drift, middle) : 0);
    }
}

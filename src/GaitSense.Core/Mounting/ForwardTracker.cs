namespace GaitSense.Core;

/// <summary>
/// Which end of the foot is the toe: a sign for the mounting's axis. Where it was declared, by axes or by a calibration walk, that holds until the sensor slips; nothing that is inferred
/// outranks it. Else it comes from <see cref="ForwardEvidence"/>, of both feet of a walk together: neighbouring strides of the two feet go the same way.
/// </summary>
internal sealed class ForwardTracker(bool isDeclared)
{
    // Known from here on; once known, until it is less sure than that, so that a name does not come and go. The confidence says how sure it is at each time.
    private const double NamingConfidence = 0.9;
    private const double ForgettingConfidence = 0.8;

    // Where each foot by itself would be named, but they say opposite ways, one is wrong; what else is known has to be as much again.
    private const double ContradictedConfidence = 0.95;

    private static readonly double NamingLogit = Math.Log(NamingConfidence / (1 - NamingConfidence));

    // The other foot's strides count this much later, so that the order in which the feet's samples arrive changes nothing (as in BilateralStage).
    private const double OtherFootDelayS = 3;

    // Strides that end farther apart are no neighbours.
    private const double NeighbourS = 1;
    private const double MaxAgreements = 10;

    // Inference never claims more than 99.8 %.
    private const double MaxInferred = 6;

    // One stride declared to go forward is worth this, two are all there is to know; after a slip it is worth as much as the clearest gait.
    private const double PerDeclaredStride = 6;
    private const double Declared = 12;
    private const double AfterSlip = 4.5;

    private ForwardTracker? _other;
    private State _s = Initial(isDeclared);

    public State Snapshot
    {
        get => _s;
        set => _s = value;
    }

    /// <summary>+1 when the axis points to the toe, -1 when to the heel, as far as known.</summary>
    public int Sign => Logit >= 0 ? 1 : -1;

    /// <summary>0.5 to 1.</summary>
    public double Confidence => isDeclared && _s.Declared != 0 ? 1 : 1 / (1 + Math.Exp(-Math.Abs(Logit)));

    /// <summary>Whether there is enough agreement about which way is forward to name a direction.</summary>
    public bool IsKnown => _s.KnownSign != 0;

    private double Own => _s.Declared != 0 ? _s.Declared : _s.Shown.Logit + _s.AfterSlip;

    private double Logit => _s.Declared != 0
        ? _s.Declared
        : Math.Clamp(Own + (Agreement * _s.OthersLogit) + (ForwardEvidence.Forward * _s.Shown.Travel), -MaxInferred, MaxInferred);

    private bool IsContradicted
    {
        get
        {
            double others = Agreement * _s.OthersLogit;
            return _s.Declared == 0 && Own * others < 0 && Math.Min(Math.Abs(Own), Math.Abs(others)) > NamingLogit;
        }
    }

    // Whether the axes of the feet point the same way (+1) or against each other (-1), as neighbouring strides have it.
    private double Agreement => _s.Agreements / (Math.Abs(_s.Agreements) + 0.5);

    public void Reset() => _s = Initial(isDeclared);

    /// <summary>The other foot of the same walk, on the same clock.</summary>
    public void Pair(ForwardTracker other) => _other = other;

    /// <summary>Takes a stride that went along the axis or against it.</summary>
    public void Observe(in WayShown stride, DeviceTime now)
    {
        _s.Shown.Add(in stride);
        _s.Published.Add(new ForwardWord(stride.End, now, stride.TravelSign, Own));
        Judge();
    }

    /// <summary>A stride was declared to go forward; it went along the axis (+1) or against it (-1).</summary>
    public void ObserveDeclared(int travelSign)
    {
        if (!isDeclared) _s.Declared = Math.Clamp(_s.Declared + (PerDeclaredStride * travelSign), -Declared, Declared);
    }

    /// <summary>The sensor moved on the foot: what was declared of it is now one piece of evidence among others.</summary>
    public void MarkSlip()
    {
        if (_s.Declared == 0) return;
        _s.AfterSlip = Math.Clamp(_s.Declared, -AfterSlip, AfterSlip);
        _s.Declared = 0;
        Judge();
    }

    /// <summary>Takes what the other foot knew a while ago. True when there was something new.</summary>
    public bool Observe(DeviceTime now)
    {
        int before = _s.Observed;
        while (_other is not null && _s.Observed < _other._s.Published.Count && now.SecondsSince(_other._s.Published[_s.Observed].KnownAt) >= OtherFootDelayS) ObserveNext();
        return _s.Observed > before;
    }

    /// <summary>Takes all that the other foot knows: both have ended.</summary>
    public void ObserveAll()
    {
        while (_other is not null && _s.Observed < _other._s.Published.Count) ObserveNext();
    }

    private void ObserveNext()
    {
        _s.Observed = Math.Max(_s.Observed, _other!._s.Published.Count - ForwardWords.Capacity);
        ForwardWord word = _other._s.Published[_s.Observed++];
        _s.OthersLogit = word.Logit;
        if (_s.Published.Nearest(word.Landing) is { } own && Math.Abs(own.Landing.SecondsSince(word.Landing)) < NeighbourS)
            _s.Agreements = Math.Clamp(_s.Agreements + (own.TravelSign * word.TravelSign), -MaxAgreements, MaxAgreements);
        Judge();
    }

    private void Judge()
    {
        double needed = IsContradicted ? ContradictedConfidence : _s.KnownSign == Sign ? ForgettingConfidence : NamingConfidence;
        _s.KnownSign = Confidence >= needed ? Sign : 0;
    }

    private static State Initial(bool isDeclared) => isDeclared ? new() { Declared = Declared, KnownSign = 1 } : default;

    /// <summary>All that changes.</summary>
    public struct State
    {
        public int KnownSign;
        public double Declared;
        public double AfterSlip;
        public ForwardEvidence Shown;
        public int Observed;
        public double OthersLogit;
        public double Agreements;
        public ForwardWords Published;
    }
}

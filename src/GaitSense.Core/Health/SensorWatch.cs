namespace GaitSense.Core;

/// <summary>
/// Whether a foot's sensor can be trusted, from its readings alone: frozen, mis-scaled, in wrong axes, late, or not on a foot. Nothing else in the pipeline
/// feeds it, so what a fault does there cannot hide the fault. A delay that was declared is none.
/// </summary>
internal sealed class SensorWatch(Foot foot, double declaredDelayS = 0)
{
    // Shorter than this or livelier than these it is no rest.
    private const double RestForS = 0.4, RestSpread = 0.02, RestRadPerS = 0.25, BiasSpread = 0.012;

    // A misclosure of this share of what the whole rotation makes is no error of a stance.
    private const double DoesNotClose = 0.4;

    // Of those many swings all are fitted, then some: they say the same.
    private const int FittedFirst = 40, FittedThen = 8;
    private const int FewestSwings = SensorHealth.SwingsForPlace, FewestFitted = SensorHealth.SwingsForAgreement;

    private const double LogScaleOff = 0.15, DelayOffS = 0.015, LongDelayS = 0.025, GainForCertain = 1, GainWithFit = 0.1, BetterScaled = 0.9, PlainlyBetter = 0.8, UnclosedMps2 = 0.8, SurelyScaledSd = 2.5, SurelySd = 2, MessyMps2 = 0.6, SurelyMps2 = 15;

    // At the quietest a foot turns at 0.01 to 0.1 of its swing (231 recorded feet, jogs among them); a shank rolls on over the ankle at 0.2, a pelvis sways at 0.4.
    private const double NoStance = 0.14;

    // What swings no faster is no foot, and neither is what never comes to rest and yet turns so slowly: a foot that is always in motion runs, at 5 rad/s and more.
    private const double NoSwingRadPerS = 1.2, RestlessRadPerS = 2.5;
    private const double StanceS = 0.15, BusyMps2 = 0.5, BusyForS = 15, BusyRestS = 0.25;
    private const int MarginBins = 15;

    // Beyond it no linear guess is worth anything.
    private const double MinFactor = 0.35;

    // What is wrong with a sensor stays wrong: named so often in a row, it costs strides.
    private const int NamedInARow = 3;

    private State _s;

    public State Snapshot
    {
        get => _s;
        set => _s = value;
    }

    /// <summary>All that is known.</summary>
    public SensorHealth Health
    {
        get
        {
            bool isFitted = _s.Fit.Swings >= FewestSwings && AtMostLate;
            (double delay, double sd, _) = isFitted ? _s.Fit.Delay() : default;
            return new SensorHealth(
                Frozen,
                _s.AccelScale,
                _s.Disagreement,
                _s.Place,
                _s.Swings,
                isFitted ? Factor(_s.Fit.Scale().Value) : _s.Disagreement is { Kind: SensorFaultKind.GyroScale } scale ? scale.Value : null,
                isFitted ? delay - declaredDelayS : null,
                isFitted ? sd : null);
        }
    }

    /// <summary>How late the gyroscope is against the accelerometer by its swings alone, with the standard uncertainty, s; null where they are too few or something else is wrong.</summary>
    public (double DelayS, double SdS)? ShownGyroDelay()
    {
        if (_s.Fit.Swings < FewestFitted || !AtMostLate) return null;
        (double delay, double sd, _) = _s.Fit.Delay();
        return (delay, sd);
    }

    public void Reset() => _s = default;

    /// <summary>Whether the reading is that of a frozen sensor: it counts as not received. New faults are published.</summary>
    public bool IsFrozen(in ImuSample sample, IWalkObserver observer)
    {
        if (!_s.Frozen.Push(in sample)) return false;
        _s.Time = sample.Time;
        Publish(observer); // who is frozen for good is never admitted again
        return true;
    }

    /// <summary>Takes a sample that was admitted, and publishes new faults.</summary>
    public void Push(in ImuSample sample, in SampleGate.Admission admission, IWalkObserver observer)
    {
        _s.Time = sample.Time;
        if (admission.IsFirst || admission.IsGap)
        {
            _s.Finder.Break();
            _s.RestS = 0;
        }
        else
        {
            _s.IsClipped |= admission.Clipped != Clipping.None;
            double dt = admission.Dt;
            if (_s.Finder.TryPush((sample.AccelMps2 + _s.Accel) * 0.5, (sample.GyroRadPerS + _s.Gyro) * 0.5, dt, out bool isSwing))
            {
                ObserveRest(sample.GyroRadPerS);
                if (isSwing) ObserveSwing();
            }
        }

        _s.Accel = sample.AccelMps2;
        _s.Gyro = sample.GyroRadPerS;
        Publish(observer);
    }

    /// <summary>What a stride is worth with this sensor.</summary>
    public Stride Judge(in Stride stride)
    {
        if (stride.RejectReason is RejectReason.None or RejectReason.Gap or RejectReason.NoZeroVelocity or RejectReason.Implausible
            && _s.Frozen.TotalS > 0 && _s.Frozen.WasFrozen(stride.ZeroVelocityStart ?? stride.TerminalContact, stride.ZeroVelocityEnd ?? stride.End))
        {
            return stride with { RejectReason = RejectReason.FrozenSensor };
        }

        bool isSpoiled = _s.AccelScale is { SpoilsStrides: true } || (_s.Disagreement is { SpoilsStrides: true } && _s.InARow >= NamedInARow) || _s.Place is not null;
        if (!isSpoiled && !_s.Search.IsSuspect && !_s.Gravity.IsSuspect && AtMostLate) return stride;
        return stride with
        {
            Confidence = Math.Min(stride.Confidence, SensorFault.MaxConfidence),
            RejectReason = isSpoiled && stride.RejectReason is RejectReason.None or RejectReason.Implausible ? RejectReason.SensorFault : stride.RejectReason,
        };
    }

    private bool AtMostLate => _s.Disagreement is null or { Kind: SensorFaultKind.GyroLate };

    private SensorFault? Frozen => _s.Frozen.TotalS > 0 ? new SensorFault(foot, _s.Time, SensorFaultKind.Frozen, _s.Frozen.TotalS, SignedAxes.Same) : null;

    // Each kind once.
    private void Publish(IWalkObserver observer)
    {
        SensorFault? next = _s.Frozen.IsKnown && !Published(SensorFaultKind.Frozen) ? Frozen : IsNew(_s.AccelScale) ? _s.AccelScale : IsNew(_s.Disagreement) ? _s.Disagreement : IsNew(_s.Place) ? _s.Place : null;
        if (next is not { } fault) return;
        _s.Published |= 1 << (int)fault.Kind;
        observer.OnSensorFault(in fault);
    }

    private bool IsNew(SensorFault? fault) => fault is { } f && !Published(f.Kind);

    private bool Published(SensorFaultKind kind) => (_s.Published & (1 << (int)kind)) != 0;

    private void ObserveRest(Vector3D gyro)
    {
        (Vector3D mean, double spread) = _s.Finder.Force;
        double level = mean.Length;
        ObserveBusyness(spread);
        bool isRest = spread < RestSpread * level && (gyro - _s.Bias).Length < RestRadPerS && _s.Finder.RateRadPerS < RestRadPerS + _s.Bias.Length;
        if (!isRest)
        {
            _s.RestS = 0;
            return;
        }

        double dt = MotionBins.At(in _s.Finder.Bins, _s.Finder.Bins.Count - 1).Dt;
        _s.RestS += dt;
        _s.RestGyro = _s.RestS <= dt ? gyro : _s.RestGyro + ((gyro - _s.RestGyro) * (dt / Math.Min(_s.RestS, 0.5)));
        if (_s.RestS > BusyRestS) _s.BusyS = 0;
        if (_s.RestS < RestForS) return;
        if (spread < BiasSpread * level) _s.Bias = _s.RestGyro;
        _s.Gravity.Rest(level, dt);
        JudgeGravity();
    }

    // Shaken for long without a rest, and never a swing: a trunk or an arm. A foot, however slow, rests in each stance.
    private void ObserveBusyness(double spreadMps2)
    {
        ref readonly MotionBins bins = ref _s.Finder.Bins;
        if (spreadMps2 > BusyMps2) _s.BusyS += MotionBins.At(in bins, bins.Count - 1).Dt;
        if (_s.Places > 0 || _s.BusyS < BusyForS) return;
        bool isNoFoot = !Tremble.Is(in bins, bins.First, bins.Count, in _s.Bias) && _s.Finder.UsualPeakRadPerS < RestlessRadPerS;
        _s.Place = isNoFoot ? new SensorFault(foot, _s.Place?.Time ?? _s.Time, SensorFaultKind.NotOnFoot, 1, SignedAxes.Same) : null;
    }

    private void JudgeGravity() =>
        _s.AccelScale = _s.Gravity.Factor is { } factor ? new SensorFault(foot, _s.AccelScale?.Time ?? _s.Time, SensorFaultKind.AccelScale, factor, SignedAxes.Same) { WasRight = _s.Gravity.WasRight } : null;

    private void ObserveSwing()
    {
        (bool isClipped, _s.IsClipped) = (_s.IsClipped, false);
        if (Tremble.Is(in _s.Finder.Bins, _s.Finder.From, _s.Finder.To, in _s.Bias)) return;
        _s.Swings++;
        ObservePlace();
        (long from, long to) = (_s.Finder.From, _s.Finder.To);
        double gravity = SwingClosure.Level(in _s.Finder.Bins, from, to, in _s.Bias);
        bool isFar = GravityWatch.IsFarOff(gravity), isFitted = _s.Fit.Swings < FittedFirst || _s.Swings % FittedThen == 0;
        if (!isFar) ObserveGravity(gravity, isSure: true);
        if (!isFar && !isFitted) return;
        var swing = new SwingClosure(in _s.Finder.Bins, from, to);
        Span<Vector3D> changes = stackalloc Vector3D[2 * SwingClosure.Unknowns];
        (Vector3D mean, Vector3D apart) = swing.Misclosure(in _s.Finder.Bins, from, to, in _s.Bias, changes, out double level);
        double size = Math.Sqrt(mean.LengthSquared + apart.LengthSquared), whole = Math.Sqrt(changes[2].LengthSquared + changes[3].LengthSquared);
        bool closes = size < DoesNotClose * whole;
        // A wrong turn and a flat top make the mean shorter, never so much longer.
        if (isFar) ObserveGravity(gravity, (closes && !isClipped) || gravity > SurelyMps2);
        if (!isFitted) return;
        _s.Unclosed += closes ? 0 : 1;
        _s.Search.Add(in swing, in _s.Finder.Bins, from, to, in _s.Bias, closes, !isClipped);
        if (!isClipped) _s.Fit.Add(in mean, in apart, changes, level);
        _s.Tried++;
        // What is on no foot closes nothing, and that says nothing of its axes.
        if (_s.Place is null) JudgeAgreement();
        else _s.Disagreement = null;
    }

    private void ObserveGravity(double levelMps2, bool isSure)
    {
        _s.Gravity.Swing(levelMps2, isSure);
        JudgeGravity();
    }

    private void JudgeAgreement()
    {
        SensorFault? found = _s.Search.TryNameAxes(2 * _s.Unclosed > _s.Tried, out SignedAxes axes)
            ? Of(axes.IsTurn ? SensorFaultKind.AxesDiffer : SensorFaultKind.GyroSign, 0, axes)
            : _s.Fit.Swings >= FewestFitted ? OfFit() : null;

        _s.InARow = found?.Kind == _s.Disagreement?.Kind ? _s.InARow + 1 : 1;
        _s.Disagreement = found is null ? null : found.Value with { Time = _s.Disagreement?.Time ?? _s.Time };
        if (_s.Fit.Swings < FewestSwings || _s.Disagreement is not null) return;
        _s.Gravity.NoRest(_s.Fit.LevelMps2);
        JudgeGravity();
    }

    // Both ways to see it must see it: the fit, and readings tried for themselves.
    private SensorFault? OfFit()
    {
        (double scale, double scaleSd, double leftByScale) = _s.Fit.Scale();
        (double late, double sd, double left) = _s.Fit.Delay();
        double factor = Factor(scale), tried = 1 / _s.Search.BestFactor(), delay = late - declaredDelayS, triedDelay = _s.Search.BestDelayS() - declaredDelayS;
        (double gain, double leftByFactor) = _s.Search.Factor();
        double value = tried is < 0.75 or > 1.33 ? tried : factor;
        bool isFitted = Math.Abs(scale) > SurelyScaledSd * scaleSd && factor > 1 == tried > 1 && leftByFactor < UnclosedMps2 && leftByScale < Math.Min(_s.Search.PrefersDelay ? PlainlyBetter * left : left, BetterScaled * _s.Fit.UsualMps2);
        if (tried != 1 && Math.Abs(Math.Log(value)) > LogScaleOff && (gain > GainForCertain || (gain > GainWithFit && isFitted))) return Of(SensorFaultKind.GyroScale, value, SignedAxes.Same);
        if (triedDelay > LongDelayS) return Of(SensorFaultKind.GyroLate, triedDelay, SignedAxes.Same);
        // One foot alone must be clear; where both feet say the same, less is enough (SensorFindings).
        return delay > DelayOffS && delay > SurelySd * Math.Sqrt((sd * sd) + (SensorHealth.WalkersDelaySdS * SensorHealth.WalkersDelaySdS)) && left < MessyMps2 && triedDelay >= 0 ? Of(SensorFaultKind.GyroLate, delay, SignedAxes.Same) : null;
    }

    // What closes best is nearly linear in the scale.
    private static double Factor(double correction) => 1 / Math.Clamp(1 + correction, MinFactor, 1 / MinFactor);

    private SensorFault Of(SensorFaultKind kind, double value, SignedAxes axes) => new(foot, _s.Time, kind, value, axes);

    // The quietest 0.15 s of the stances around a swing.
    private void ObservePlace()
    {
        ref readonly MotionBins bins = ref _s.Finder.Bins;
        long first = Math.Max(bins.First, _s.Finder.From - MarginBins), low = first;
        double square = 0, s = 0, least = double.PositiveInfinity;
        for (long i = first; i < Math.Min(_s.Finder.To + MarginBins, bins.Count); i++)
        {
            ref readonly MotionBin bin = ref MotionBins.At(in bins, i);
            square += bin.Dt * (bin.Gyro - _s.Bias).LengthSquared;
            s += bin.Dt;
            for (; s - MotionBins.At(in bins, low).Dt >= StanceS; low++)
            {
                ref readonly MotionBin old = ref MotionBins.At(in bins, low);
                square -= old.Dt * (old.Gyro - _s.Bias).LengthSquared;
                s -= old.Dt;
            }

            if (s >= StanceS) least = Math.Min(least, square / s);
        }

        if (double.IsInfinity(least)) return;
        double share = Math.Sqrt(Math.Max(0, least)) / _s.Finder.PeakRadPerS;
        _s.Stance += (share - _s.Stance) / Math.Min(++_s.Places, 10);
        _s.Peak += (_s.Finder.PeakRadPerS - _s.Peak) / Math.Min(_s.Places, 10);
        if (_s.Places < FewestSwings) return;
        bool isNoFoot = _s.Stance > NoStance || _s.Peak < NoSwingRadPerS;
        _s.Place = isNoFoot ? new SensorFault(foot, _s.Place?.Time ?? _s.Time, SensorFaultKind.NotOnFoot, _s.Stance, SignedAxes.Same) : null;
    }

    /// <summary>All that changes per sample.</summary>
    public struct State
    {
        public FrozenSensor Frozen;
        public SwingFinder Finder;
        public ClosureFit Fit;
        public AxisSearch Search;
        public DeviceTime Time;
        public Vector3D Accel;
        public Vector3D Gyro;
        public Vector3D Bias;
        public Vector3D RestGyro;
        public double RestS, BusyS;
        public GravityWatch Gravity;
        public bool IsClipped;
        public int Swings;
        public int Tried;
        public int Unclosed;
        public int Places;
        public double Stance;
        public double Peak;
        public int Published;
        public int InARow;
        public SensorFault? AccelScale;
        public SensorFault? Disagreement;
        public SensorFault? Place;
    }
}

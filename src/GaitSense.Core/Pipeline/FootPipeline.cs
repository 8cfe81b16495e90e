namespace GaitSense.Core;

/// <summary>One foot: samples in, events, strides and a path out. Causal; nothing is allocated after construction.</summary>
public sealed partial class FootPipeline
{
    private readonly IWalkObserver _observer;
    private readonly SampleGate _gate;
    private readonly SensorWatch _watch;
    private readonly GyroDelays _delays;
    private readonly UnsureTimes _times = new();
    private readonly MountingTracker _mounting;
    private readonly FootTracker _tracker;
    private readonly ContactDetector _contacts;
    private readonly FlatFootDetector _flat = new();
    private readonly StrideBuilder _strides;
    private readonly DirectionJudge _judge;
    private readonly DirectionSettler _settler;
    private readonly GuessTracker _guesses;
    private State _s;

    /// <summary>Creates the pipeline of one foot.</summary>
    /// <param name="foot">The foot.</param>
    /// <param name="options">What is known about its sensor.</param>
    /// <param name="observer">Receives what is decided, on the pushing thread.</param>
    /// <exception cref="ArgumentException">What is known cannot be (<see cref="FootPipelineOptions.FindFault"/>).</exception>
    public FootPipeline(Foot foot, FootPipelineOptions options, IWalkObserver observer)
        : this(foot, options, observer, Thresholds.Default)
    {
    }

    internal FootPipeline(Foot foot, FootPipelineOptions options, IWalkObserver observer, Thresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.FindFault() is { } fault) throw new ArgumentException(fault, nameof(options));
        ArgumentNullException.ThrowIfNull(observer);
        Foot = foot;
        _observer = observer;
        _gate = new SampleGate(foot);
        _watch = new SensorWatch(foot, options.GyroDelayS ?? 0);
        _delays = new GyroDelays(options.GyroDelayS is not null);
        _mounting = new MountingTracker(options.Mounting);
        _tracker = new FootTracker(options, thresholds);
        _contacts = new ContactDetector(thresholds.Contacts);
        _strides = new StrideBuilder(foot);
        _judge = new DirectionJudge(foot, _mounting, options.CalibrationWalkS);
        _guesses = new GuessTracker(foot, observer);
        _settler = new DirectionSettler(new FaultyStrides(observer, _watch, _times), _mounting);
    }

    /// <summary>The foot.</summary>
    public Foot Foot { get; }

    /// <summary>What the samples were like so far.</summary>
    public DataQuality Quality => _gate.Quality(_tracker.RestAccelMps2) with { Health = _watch.Health };

    /// <summary>Processes one sample.</summary>
    public void Push(in ImuSample sample)
    {
        if (_watch.IsFrozen(in sample, _observer) || !_gate.TryAdmit(in sample, out SampleGate.Admission a)) return;
        _watch.Push(in sample, in a, _observer);
        if (a.IsFirst) _s.FirstTime = sample.Time;
        if (a.IsFirst && _mounting.IsDeclared) ReportMounting(sample.Time);
        if (_mounting.Forward.Observe(sample.Time)) ReportForward(sample.Time);
        if (a.IsGap || a.IsBridged)
        {
            _observer.OnGap(new Gap(Foot, a.Before, sample.Time, a.IsBridged));
            _judge.MarkLost(a.IsBridged ? 0 : a.Dt);
        }

        if (a.IsGap)
        {
            _tracker.LoseTrack(a.Dt);
            _tracker.Resume(in sample);
            _strides.MarkGap(sample.Time, a.Dt, _contacts.InSwing);
            _contacts.MarkGap(a.Before, sample.Time);
        }
        else
        {
            _mounting.ObserveRate(sample.GyroRadPerS - _tracker.GyroBiasRadPerS, a.Dt);
            _tracker.Push(in sample, a.Dt, in a, !_contacts.InSwing, _mounting);
        }

        Follow(in sample);
    }

    /// <summary>Ends the walk: settles what is still open.</summary>
    public void Complete()
    {
        EndStride();
        _mounting.Forward.ObserveAll();
        ReportForward(_s.Time);
        _guesses.Resolve(null);
        _settler.FlushAll(_s.Time);
    }

    /// <summary>Times of the foot's samples are not known well enough for strides.</summary>
    internal void MarkUnsure(in UnsureTime unsure) => _times.Add(in unsure);

    /// <summary>The other foot of the same walk: the evidence of both tells which way is forward and how late their gyroscopes are.</summary>
    internal void Pair(FootPipeline other)
    {
        _mounting.Forward.Pair(other._mounting.Forward);
        _delays.Pair(other._delays);
    }

    /// <summary>No more samples come: measures the stride that waits for its mid-stance.</summary>
    internal void EndStride() => CompleteStride(_s.Time, force: true);

    private void Follow(in ImuSample sample)
    {
        _s.Time = sample.Time;
        Vector3D forward = _tracker.Rotation.Multiply(_mounting.AxisForward);
        double angle = -Math.Asin(Math.Clamp(forward.Z, -1, 1));
        Vector3D rates = sample.GyroRadPerS - _tracker.GyroBiasRadPerS;
        double rate = Vector3D.Dot(rates, _mounting.Axis), turnRate = _tracker.Rotation.Multiply(rates).Z;
        Vector3D v = _tracker.VelocityMps;
        double speed = Math.Sqrt((v.X * v.X) + (v.Y * v.Y));
        var x = new ContactSample(sample.Time, rate, angle, speed, v.Length, _tracker.ForceJumpMps2, _tracker.IsStill || _tracker.HasJustAligned, _tracker.IsTrusted, turnRate);
        bool found = _contacts.TryPush(in x, out ContactEvent contact);
        if (found) OnContact(in contact);
        else _guesses.Observe(_contacts.Guess, sample.Time);
        if (_flat.TryPush(sample.Time, rate, _contacts.InSwing, out DeviceTime flat)) OnFlat(flat);
        // Only a zero velocity that was measured just now makes the position worth a new reference: between such updates its covariance hardly changes.
        if (_strides.Track(_tracker, sample.Time, angle, _contacts.InSwing))
        {
            _judge.SetReference(sample.Time);
            if (_tracker.IsStill && _tracker.HasJustMeasured) _tracker.SetPositionReference();
        }

        _strides.TrackPath(_tracker, sample.Time, sample.GyroRadPerS, _contacts.InSwing);
        _judge.Follow(_tracker, sample.Time, _contacts.InSwing);
        ObserveMidSwing(in sample);
        if (_strides.IsAwaitingRest) CompleteStride(sample.Time, force: false);
        LearnUp(sample.Time);
        int sign = _mounting.ForwardSign;
        _observer.OnPose(new FootPose(
            Foot, sample.Time, _tracker.PositionM, v, -sign * angle, Math.Atan2(forward.Y * sign, forward.X * sign), Phase()));
    }

    private FootPhase Phase() =>
        _contacts.InSwing ? FootPhase.Swing : _tracker.IsStill ? FootPhase.FootFlat : _strides.IsAwaitingRest ? FootPhase.Stance : FootPhase.PushOff;

    private void OnContact(in ContactEvent contact)
    {
        if (contact.Kind == GaitEventKind.TerminalContact)
        {
            CompleteStride(_s.Time, force: true);
            // What belongs to a swing that never landed gets no direction.
            _settler.Settle(AxisDirection.Unknown);
            _settler.Flush(_s.Time);
            _strides.Release(in contact, _flat.HeelOff);
            _judge.Release(contact.Time, _flat.HeelOff, _strides.HasReference ? _strides.Reference : null);
            _s.HasMidSwing = false;
            _s.Early = default;
            if (_flat.HeelOff is { } heelOff && heelOff < contact.Time)
                _settler.Add(new GaitEvent(Foot, GaitEventKind.HeelOff, heelOff, _s.Time, WalkingDirection.Unknown, contact.Confidence, null));
        }
        else
        {
            _strides.Land(in contact);
            _judge.Land(contact.Time);
            _flat.Land();
        }

        _guesses.Resolve(contact.Kind);
        _settler.Add(new GaitEvent(Foot, contact.Kind, contact.Time, _s.Time, WalkingDirection.Unknown, contact.Confidence, null));
        // A landing whose swing was not seen: nothing will tell its direction.
        if (contact.Kind == GaitEventKind.InitialContact && !_strides.IsAwaitingRest) _settler.Settle(AxisDirection.Unknown);
        _settler.Flush(_s.Time);
    }

    // The direction of a foot flat is that of the swing just ended: with its stride, or at once when that is complete already.
    private void OnFlat(DeviceTime flat)
    {
        _strides.Flatten(flat);
        _judge.Flat(flat);
        var e = new GaitEvent(Foot, GaitEventKind.FootFlat, flat, _s.Time, WalkingDirection.Unknown, 0.8, null);
        _settler.Add(in e, _strides.IsAwaitingRest ? null : _settler.LastDirection);
        _settler.Flush(_s.Time);
    }

    // The foot has passed its greatest speed: mid-swing, and the early estimate of the direction.
    private void ObserveMidSwing(in ImuSample sample)
    {
        if (!_contacts.InSwing || _s.HasMidSwing || !_tracker.IsTrusted || !_strides.HasReference) return;
        Vector3D v = _tracker.VelocityMps;
        double speed = Math.Sqrt((v.X * v.X) + (v.Y * v.Y));
        if (speed > 0.9 * _contacts.SwingTopSpeedMps) return;
        _s.HasMidSwing = true;
        Vector3D d = _tracker.PositionM - _strides.Reference.PositionM;
        var path = FootPath.Of(in d, _strides.Reference.Horizontal(_mounting.FootAxis.Forward));
        AxisDirection early = _judge.Early(in path);
        WalkingDirection name = _mounting.Forward.IsKnown ? DirectionRule.Name(early, _mounting.ForwardSign) : WalkingDirection.Unknown;
        _s.Early = new EarlyDirection(early, name);
        var e = new GaitEvent(Foot, GaitEventKind.MidSwing, _contacts.SwingTopSpeedTime, sample.Time, name, 0.8, name == WalkingDirection.Unknown ? null : sample.Time);
        _settler.Add(in e, early);
    }

    private void CompleteStride(DeviceTime now, bool force)
    {
        FootAxis axis = _mounting.FootAxis;
        if (!_strides.TryComplete(_tracker, now, in axis, force, out Stride stride, out FootPath? path, out MidStanceReference end)) return;
        AxisDirection direction = _judge.Judge(ref stride, in path, in end, stride.End.SecondsSince(_s.FirstTime), now);
        ReportForward(now);
        if (path is { } walked && _mounting.IsDeclared) stride = stride with { ToeOutRad = ToeOut.Of(Foot, in walked) };
        _settler.Settle(direction);
        _settler.Add(in stride, direction, _s.Early);
        if (stride.ZeroVelocityEnd is { } time)
            _observer.OnPathPoint(new PathPoint(Foot, time, end.PositionM, end.HeadingRad(_mounting.FootAxis)));
        _settler.Flush(now);
    }

    // Gravity, as the filter knows it, with the foot flat.
    private void LearnUp(DeviceTime time)
    {
        if (!_tracker.IsAligned || _contacts.InSwing || _tracker.StillForS < 0.1)
        {
            _s.HasLearnedUp = false;
            _s.HasSwung |= _contacts.InSwing;
            return;
        }

        if (_s.HasLearnedUp) return;
        _s.HasLearnedUp = true;
        _tracker.LearnGyroDelay(_delays.Learn(time, _watch.ShownGyroDelay(), _gate.PeriodS));
        _judge.Rest();
        bool slipped = _mounting.ObserveUp(_tracker.Rotation.TransposeMultiply(new Vector3D(0, 0, 1)), _s.HasSwung);
        _s.HasSwung = false;
        if (slipped)
        {
            _strides.MarkSlip();
            ReportMounting(time);
        }
    }

    // When the way that is forward was learned, or learned to be the other one.
    private void ReportForward(DeviceTime time)
    {
        int known = _mounting.Forward.IsKnown ? _mounting.ForwardSign : 0;
        if (known != 0 && known != _s.ReportedSign && !_mounting.IsDeclared) ReportMounting(time);
        _s.ReportedSign = known;
    }

    private void ReportMounting(DeviceTime time) =>
        _observer.OnMounting(new MountingEstimate(Foot, time, _mounting.Axes, _mounting.IsDeclared, _mounting.Forward.Confidence));

    /// <summary>All that changes per sample in the pipeline itself.</summary>
    internal struct State
    {
        public DeviceTime FirstTime;
        public DeviceTime Time;
        public bool HasMidSwing;
        public EarlyDirection Early;
        public int ReportedSign;
        public bool HasLearnedUp;
        public bool HasSwung;
    }
}

namespace GaitSense.Core;

/// <summary>
/// Position, velocity and attitude of one foot: the error-state filter, and when to tell it that the foot stands still. A still foot gives a
/// sharp zero; a foot that only slows down in a fast stance gives a soft one, as unsure as rolling over the ground is fast (rate x
/// the sensor's distance from the ground contact), so that jogging is held without a threshold of its own.
/// </summary>
internal sealed class FootTracker(FootPipelineOptions options, Thresholds thresholds)
{
    private readonly StillnessLimits _limits = thresholds.Stillness;
    private readonly ErrorStateFilter _filter = new(thresholds.Filter);
    private readonly MotionMeter _motion = new();
    private State _s;

    public Vector3D PositionM => _filter.Current.PositionM;

    public Vector3D VelocityMps => _filter.Current.VelocityMps;

    public Matrix3 Rotation => _filter.Current.Rotation;

    public Vector3D GyroBiasRadPerS => _filter.Current.GyroBiasRadPerS;

    /// <summary>Whether the foot stands still now.</summary>
    public bool IsStill => _s.IsStill;

    /// <summary>Since when, in seconds; 0 when it does not.</summary>
    public double StillForS => _s.StillForS;

    /// <summary>How sure a zero velocity would be now, m/s.</summary>
    public double ZeroSdMps => _s.ZeroSd;

    /// <summary>Whether speed and place mean anything.</summary>
    public bool IsTrusted => _s.IsAligned && !_s.IsLost;

    public bool IsAligned => _s.IsAligned;

    /// <summary>Whether this sample was the first one known to be at rest: whatever was believed before began blind.</summary>
    public bool HasJustAligned => _s.JustAligned;

    /// <summary>Whether this sample brought a zero-velocity update.</summary>
    public bool HasJustMeasured => _s.JustMeasured;

    /// <summary>What the last zero-velocity update moved the position by, m.</summary>
    public Vector3D LastPositionShiftM => _s.Shift;

    /// <summary>How far the last specific force was from its mean over 25 ms, m/s².</summary>
    public double ForceJumpMps2 => _motion.ForceJumpMps2;

    public double AccelScale => _s.Calibration.Scale;

    public double RestAccelMps2 => _s.Calibration.RestAccelMps2;

    public (ErrorStateFilter.State Filter, MotionMeter.State Motion, State Own) Snapshot
    {
        get => (_filter.Snapshot, _motion.Snapshot, _s);
        set => (_filter.Snapshot, _motion.Snapshot, _s) = value;
    }

    public void Reset()
    {
        _filter.Reset();
        _motion.Reset();
        _s = default;
    }

    /// <summary>Errors that clipping may have caused up to this instant, at which a stride may begin or end.</summary>
    public LostPlaces ReferenceLost() => _filter.ReferenceLost();

    public void SetPositionReference() => _filter.SetPositionReference();

    public double HorizontalPositionSd() => _filter.HorizontalPositionSd();

    /// <summary>The long mean of the specific force: up, before the first rest.</summary>
    public Vector3D RoughUp => _motion.LongForceMps2.Normalized();

    /// <summary>Takes one sample.</summary>
    /// <param name="sample">The reading.</param>
    /// <param name="dt">Seconds since the one before; 0 for the first.</param>
    /// <param name="admission">Whether a sensor was at its limit, or samples are missing before this one.</param>
    /// <param name="isStance">Whether the foot is known to be on the ground.</param>
    /// <param name="mounting">Tells and learns the axes.</param>
    public void Push(in ImuSample sample, double dt, in SampleGate.Admission admission, bool isStance, MountingTracker mounting)
    {
        _s.Shift = default;
        _s.JustAligned = false;
        _s.JustMeasured = false;
        if (!_s.HasSample)
        {
            _s = new State { HasSample = true, Gyro = sample.GyroRadPerS, Accel = sample.AccelMps2 };
            _s.FlatTops.Start(in sample);
            _motion.Push(sample.GyroRadPerS, default, sample.AccelMps2, 0.01);
            AlignRoughly(mounting);
            return;
        }

        double steepness = (sample.AccelMps2 - _s.Accel).LengthSquared;
        Vector3D gyro = (sample.GyroRadPerS + _s.Gyro) * 0.5;
        Vector3D accel = (sample.AccelMps2 + _s.Accel) * (0.5 * AccelScale);
        double delayS = options.GyroDelayS ?? _s.GyroDelayS;
        if (delayS != 0) accel = InTheGyroscopesTime(in accel, gyro - _filter.Current.GyroBiasRadPerS, delayS);
        _s.Spikes.Push(in sample, AccelScale, ref gyro, ref accel);
        _s.Gyro = sample.GyroRadPerS;
        _s.Accel = sample.AccelMps2;
        double gyroSd = (admission.Clipped & Clipping.Gyro) != Clipping.None ? _limits.ClippedGyroSdRadPerS : admission.IsBridged ? _limits.BridgedGyroSdRadPerS : 0;
        double accelSd = (admission.Clipped & Clipping.Accel) != Clipping.None ? _limits.ClippedAccelSdMps2 : admission.IsBridged ? _limits.BridgedAccelSdMps2 : 0;
        _filter.Propagate(in gyro, in accel, dt, gyroSd * gyroSd, (accelSd * accelSd) + (_limits.SteepVariance * steepness));
        _s.FlatTops.Push(in sample, admission.Clipped, dt, AccelScale, _filter);
        _motion.Push(sample.GyroRadPerS, _filter.Current.GyroBiasRadPerS, sample.AccelMps2, dt);
        _s.SinceStart += dt;
        if (!_s.IsAligned && _s.SinceStart < 1.2 && !mounting.IsDeclared) AlignRoughly(mounting);
        JudgeStillness(dt);
        _s.RollingForS = isStance && _s.ZeroSd > _limits.RollingFromSdMps ? _s.RollingForS + dt : 0;
        _s.SlowForS = _s.ZeroSd < _limits.AlignSdMps ? _s.SlowForS + dt : 0;
        if (!_s.IsAligned && _s.SlowForS >= _limits.AlignForS) AlignAtRest(mounting);
        _s.SinceUpdate += dt;
        if (_s.SinceUpdate >= (_s.StillForS > _limits.LongRestS ? _limits.RestingUpdateIntervalS : _limits.UpdateIntervalS)) UpdateZeroVelocity(isStance);
        if (_s.Calibration.Push(_motion, _s.StillForS, dt, _filter)) _filter.LoseCalibration(_limits.AstrayTiltSdRad, _filter.Current.VelocityMps.Length);
    }

    // The attitude follows a late gyroscope: by now the foot has turned on by rate x delay, and a force felt now is to be seen from there.
    private static Vector3D InTheGyroscopesTime(in Vector3D force, in Vector3D rate, double delayS)
    {
        Vector3D turn = rate * delayS, once = Vector3D.Cross(turn, force);
        return force + once + (Vector3D.Cross(turn, once) * 0.5);
    }

    /// <summary>Estimated delay of the gyroscope, s; used where none is declared.</summary>
    public void LearnGyroDelay(double seconds) => _s.GyroDelayS = seconds;

    /// <summary>Samples were missing for too long to bridge.</summary>
    public void LoseTrack(double seconds)
    {
        _filter.LoseTrack(0.5 * Math.Min(seconds, 1), 1.5, 1.5 * Math.Min(seconds, 2));
        _s.IsLost = true;
        _s.IsStill = false;
        _s.StillForS = 0;
        _s.HasSample = false;
    }

    /// <summary>The first sample after a gap: nothing is integrated across it.</summary>
    public void Resume(in ImuSample sample)
    {
        (_s.HasSample, _s.Spikes) = (true, default);
        (_s.Gyro, _s.Accel) = (sample.GyroRadPerS, sample.AccelMps2);
        _s.FlatTops.Start(in sample);
    }

    private void JudgeStillness(double dt)
    {
        double rate = _motion.RateRms, spread = Math.Min(_motion.ForceSpreadMps2, _limits.SlowForRinging * _motion.SlowForceSpreadMps2) * AccelScale;
        double error = Math.Abs((_motion.MeanForceMps2.Length * AccelScale) - ErrorStateFilter.GravityMps2);
        double tolerance = _s.Calibration.HasScale ? _limits.StillForceErrorMps2 : 1.5;
        _s.IsStill = rate < _limits.StillRateRadPerS && spread < _limits.StillForceSpreadMps2 && error < tolerance;
        _s.StillForS = _s.IsStill ? _s.StillForS + dt : 0;
        double rolling = _limits.RollingRadiusM * Math.Max(0, rate - 0.1), force = _limits.ForceTimeS * (Math.Max(0, spread - 0.2) + Math.Max(0, error - 0.3));
        _s.ZeroSd = _limits.SharpSdMps + rolling + force; // (15)
    }

    private void UpdateZeroVelocity(bool isStance)
    {
        if (!_s.IsAligned) return;
        bool astray = IsAstray();
        if (astray)
        {
            _filter.LoseTrack(_limits.AstrayTiltSdRad, _filter.Current.VelocityMps.Length, 0);
            _s.IsLost = true;
        }

        // Lost, it is not known either whether the foot is in the air: any quiet moment is a chance.
        _s.HasRested = isStance && (_s.HasRested || _s.StillForS > 0.06);
        bool soft = ((isStance || astray) && _s.ZeroSd < (_s.HasRested ? _limits.FoundSdMps : _limits.WorstSoftSdMps)) || (_s.IsLost && _s.ZeroSd < _limits.FoundSdMps);
        if (!_s.IsStill && !soft) return;
        // A slow swing can look still for a moment; a foot that stays still overrules the filter.
        double gate = (isStance && _s.StillForS > 0.06) || _s.StillForS > 0.25 || _s.IsLost ? 0 : _limits.SwingGateSd;
        Vector3D rate = _filter.Current.Rotation.Multiply(_s.Gyro - _filter.Current.GyroBiasRadPerS);
        // A foot that is certainly faster than rolling over the ground is in the air, and its velocity no error.
        if (gate > 0 && !_s.IsStill && IsInFlight(in rate)) return;
        Vector3D before = _filter.Current.PositionM;
        // A sensor on the shoe rides above the ground and moves forward as the foot rolls. Without this, strides come out 2 to 4 cm short, the
        // well-known shortfall of zero-velocity-aided tracking.
        Vector3D rolling = GroundRolling.Velocity(in rate, options.SensorHeightM);
        if (!_filter.MeasureVelocity(rolling, RollingSdMps(), gate)) return;
        _s.Shift = _filter.Current.PositionM - before;
        _s.SinceUpdate = 0;
        _s.JustMeasured = true;
        if ((_s.IsStill && _s.StillForS > 0.06) || _s.SlowForS > 0.1 || _s.ZeroSd < _limits.FoundSdMps) _s.IsLost = false;
    }

    // Whether the velocity is beyond rolling by more than its own uncertainty (three standard deviations).
    private bool IsInFlight(in Vector3D rate)
    {
        (double level, double vertical) = _filter.VelocitySd();
        return GroundRolling.IsFlight(_filter.Current.VelocityMps, in rate, _motion.RateRms, options.SensorHeightM, _limits.MaxDistanceFromGroundM, 3 * level, 3 * vertical);
    }

    // The rolling model's own error lasts as long as the roll does (a slow heel rise turns about the toe, not about the ground below the
    // sensor), so a long roll must not be counted as many independent zeros.
    private double RollingSdMps()
    {
        double share = _s.RollingForS / _limits.RollingMemoryS;
        return _s.ZeroSd * Math.Sqrt(1 + (share * share)); // (14)
    }

    // A foot that hardly turns and feels hardly more than gravity for this long is not flying past at such a speed: the filter is astray,
    // which only the ground can mend. A stiff or very slow swing may look so, but never so fast.
    private bool IsAstray()
    {
        return _s.SlowForS >= 0.08 && _filter.Current.VelocityMps.LengthSquared > _limits.MaxFlatSwingMps * _limits.MaxFlatSwingMps;
    }

    private void AlignRoughly(MountingTracker mounting)
    {
        if (!mounting.IsDeclared) mounting.AssumeUp(RoughUp);
        Vector3D up = mounting.Up;
        Vector3D forward = Math.Abs(mounting.Axis.LengthSquared - 1) < 0.1 ? mounting.AxisForward * mounting.ForwardSign : AnyHorizontal(up);
        _filter.Align(Attitude.FromAxes(forward, up), 0.5, 1.5);
    }

    private void AlignAtRest(MountingTracker mounting)
    {
        Vector3D up = _motion.MeanForceMps2.Normalized();
        mounting.ObserveUp(up, isNewStance: true);
        Vector3D forward = Math.Abs(mounting.Axis.LengthSquared - 1) < 0.1 ? mounting.AxisForward * mounting.ForwardSign : AnyHorizontal(up);
        _filter.Align(Attitude.FromAxes(forward, up), _s.IsStill ? 0.02 : 0.06, _s.IsStill ? 0.02 : 0.15);
        _s.IsAligned = true;
        _s.JustAligned = true;
    }

    private static Vector3D AnyHorizontal(in Vector3D up)
    {
        Vector3D probe = Math.Abs(up.X) < 0.7 ? new Vector3D(1, 0, 0) : new Vector3D(0, 1, 0);
        return (probe - (up * Vector3D.Dot(up, probe))).Normalized();
    }

    /// <summary>All that changes per sample, besides the filter's and the meter's own.</summary>
    public struct State
    {
        public double GyroDelayS;
        public bool HasSample;
        public Vector3D Gyro;
        public Vector3D Accel;
        public FlatTops FlatTops;
        public Spikes Spikes;
        public RestCalibration Calibration;
        public bool IsAligned;
        public bool IsLost;
        public bool IsStill;
        public double StillForS;
        public double ZeroSd;
        public double SlowForS;
        public double RollingForS;
        public bool HasRested;
        public bool JustAligned, JustMeasured;
        public double SinceStart, SinceUpdate;
        public Vector3D Shift;
    }
}

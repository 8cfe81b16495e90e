namespace GaitSense.Core;

/// <summary>
/// Position, velocity and attitude of one sensor, by strap-down integration with an error-state Kalman filter that is told when the foot
/// stands still (zero-velocity updates; Foxlin 2005; Skog et al. 2010). The attitude's error is in the walk frame and stands on the left:
/// true attitude = exp(error) x estimate (Solà 2017, chapter 7). The covariance is carried over many samples at once
/// (<see cref="ErrorTransition"/>). Numbers in parentheses are the equations of FILTER.md.
/// </summary>
internal sealed class ErrorStateFilter
{
    /// <summary>Standard gravity, m/s²; local gravity and the accelerometer's scale are taken together at rest.</summary>
    public const double GravityMps2 = 9.80665;

    // The covariance is carried over at most this long in one piece; within it noise counts as white at the interval's end.
    private const double MaxIntervalS = 0.05;

    private readonly FilterNoise _noise;
    private State _s;

    public ErrorStateFilter(FilterNoise noise)
    {
        _noise = noise;
        Reset();
    }

    public State Snapshot
    {
        get => _s;
        set => _s = value;
    }

    public ref readonly State Current => ref _s;

    public void Reset()
    {
        _s = new State { Attitude = Attitude.Identity, Rotation = Attitude.Identity.ToMatrix() };
        _s.Covariance.ResetBlock(ErrorCovariance.Angle, 1);
        _s.Covariance.ResetBlock(ErrorCovariance.Velocity, 4);
        _s.Covariance.ResetBlock(ErrorCovariance.GyroBias, _noise.InitialGyroBiasRadPerS * _noise.InitialGyroBiasRadPerS);
        _s.Covariance.ResetBlock(ErrorCovariance.AccelBias, _noise.InitialAccelBiasMps2 * _noise.InitialAccelBiasMps2);
    }

    /// <summary>Sets the attitude from outside: at the first rest, or roughly at a start in motion.</summary>
    public void Align(in Attitude attitude, double tiltSdRad, double velocitySdMps)
    {
        FlushTransition();
        _s.Attitude = attitude;
        _s.Rotation = attitude.ToMatrix();
        _s.VelocityMps = default;
        _s.Covariance.ResetBlock(ErrorCovariance.Angle, tiltSdRad * tiltSdRad);
        _s.Covariance.ResetBlock(ErrorCovariance.Velocity, velocitySdMps * velocitySdMps);
        _s.Covariance.ResetBlock(ErrorCovariance.Position, 0);
    }

    /// <summary>Integrates over one sample interval.</summary>
    /// <param name="gyroRadPerS">Mean angular rate over the interval, sensor frame.</param>
    /// <param name="accelMps2">Mean specific force over the interval, sensor frame, scaled.</param>
    /// <param name="dt">Length of the interval, s.</param>
    /// <param name="gyroVariance">Variance of further rate error, (rad/s)²: a clipped or missing sample.</param>
    /// <param name="accelVariance">Variance of further force error, (m/s²)².</param>
    public void Propagate(in Vector3D gyroRadPerS, in Vector3D accelMps2, double dt, double gyroVariance, double accelVariance)
    {
        Vector3D rate = gyroRadPerS - _s.GyroBiasRadPerS;
        Vector3D force = accelMps2 - _s.AccelBiasMps2;
        Vector3D half = rate * (0.5 * dt);
        _s.Attitude.RotateTwice(in half, out Attitude middle); // (2)
        Matrix3 rotation = middle.ToMatrix();
        Vector3D walkForce = rotation.Multiply(force);
        Vector3D acceleration = walkForce - new Vector3D(0, 0, GravityMps2); // (3)
        _s.PositionM += (_s.VelocityMps + (acceleration * (0.5 * dt))) * dt; // (4)
        _s.VelocityMps += acceleration * dt;
        _s.Rotation = _s.Attitude.ToMatrix();
        _s.Transition.Append(in rotation, in walkForce, dt, ErrorCovariance.IsSinglyHere);
        if (_s.HasLost) _s.Lost.Advance(in rotation, in walkForce, dt);
        double g = _noise.GyroNoiseRadPerSPerSqrtHz, gs = _noise.GyroScaleNoise;
        double a = _noise.AccelNoiseMps2PerSqrtHz, sc = _noise.AccelScaleNoise;
        // A scale error turns or pushes along the axis that moves: a stride's big sagittal rotation must not loosen the heading.
        Vector3D walkRate = rotation.Multiply(rate);
        _s.AngleNoise += (Square(walkRate) * (gs * gs * dt)) + (Vector3D.One * (((g * g) + (gyroVariance * dt)) * dt)); // (9)
        _s.VelocityNoise += (Square(acceleration) * (sc * sc * dt)) + (Vector3D.One * (((a * a) + (accelVariance * dt)) * dt)); // (10)
        if (_s.Transition.Seconds >= MaxIntervalS) FlushTransition();
    }

    /// <summary>Standard deviation of the velocity's error in the level plane and along the vertical, m/s.</summary>
    public (double Level, double Vertical) VelocitySd()
    {
        FlushTransition();
        ref ErrorCovariance p = ref _s.Covariance;
        return (Math.Sqrt(Math.Max(0, p[3, 3] + p[4, 4])), Math.Sqrt(Math.Max(0, p[5, 5])));
    }

    /// <summary>The sensor moves at a velocity that is known (zero, or that of rolling), each component within <paramref name="sdMps"/>. Returns false when that cannot be (gate in SD).</summary>
    public bool MeasureVelocity(in Vector3D velocityMps, double sdMps, double gateSd)
    {
        FlushTransition();
        double r = sdMps * sdMps;
        ref ErrorCovariance p = ref _s.Covariance;
        Vector3D error = velocityMps - _s.VelocityMps; // (14)
        if (gateSd > 0)
        {
            // (17): the covariance between the components is left out.
            double x = error.X, y = error.Y, z = error.Z;
            double d = (x * x / (p[3, 3] + r)) + (y * y / (p[4, 4] + r)) + (z * z / (p[5, 5] + r));
            if (d > 3 * gateSd * gateSd) return false;
        }

        if (_s.HasLost) _s.Lost.Measure(in p, ErrorCovariance.Velocity, r);
        Span<double> correction = stackalloc double[ErrorCovariance.Stride];
        p.Measure(ErrorCovariance.Velocity, in error, r, correction, ErrorCovariance.IsSinglyHere);
        Apply(correction);
        return true;
    }

    /// <summary>The sensor does not rotate: what its gyroscope reads (mean, sensor frame) is bias, each component within the given SD.</summary>
    public void ZeroRate(in Vector3D meanGyroRadPerS, double sdRadPerS)
    {
        FlushTransition();
        double r = sdRadPerS * sdRadPerS;
        Vector3D innovation = meanGyroRadPerS - _s.GyroBiasRadPerS; // (16)
        if (_s.HasLost) _s.Lost.Measure(in _s.Covariance, ErrorCovariance.GyroBias, r);
        Span<double> correction = stackalloc double[ErrorCovariance.Stride];
        _s.Covariance.Measure(ErrorCovariance.GyroBias, in innovation, r, correction, ErrorCovariance.IsSinglyHere);
        Apply(correction);
    }

    /// <summary>From here on position errors are counted anew: the start of a stride.</summary>
    public void SetPositionReference()
    {
        FlushTransition();
        _s.Covariance.ResetBlock(ErrorCovariance.Position, 0);
    }

    /// <summary>Standard deviation of the horizontal position error since the mid-stance reference, m.</summary>
    public double HorizontalPositionSd()
    {
        FlushTransition();
        return Math.Sqrt(Math.Max(0, _s.Covariance[0, 0] + _s.Covariance[1, 1]));
    }

    /// <summary>At most so much velocity was not read, because the accelerometer was at its end, sensor frame, m/s.</summary>
    public void LoseVelocity(in Vector3D mps, double agoS)
    {
        _s.Lost.LoseVelocity(in mps, in _s.Rotation, agoS);
        _s.HasLost = true;
    }

    /// <summary>At most so much rotation was not read, because the gyroscope was at its end, sensor frame, rad.</summary>
    public void LoseAngle(in Vector3D rad, double agoS)
    {
        _s.Lost.LoseAngle(in rad, in _s.Rotation, agoS);
        _s.HasLost = true;
    }

    /// <summary>What was lost up to here, now that a stride may begin or end; headings count anew.</summary>
    public LostPlaces ReferenceLost()
    {
        if (!_s.HasLost) return default;
        _s.Lost.SetReference();
        return _s.Lost.Places;
    }

    /// <summary>A stretch of motion was not seen: velocity and attitude become unsure by the given amounts.</summary>
    public void LoseTrack(double tiltSdRad, double velocitySdMps, double positionSdM)
    {
        FlushTransition();
        _s.Covariance.AddNoise(ErrorCovariance.Angle, tiltSdRad * tiltSdRad);
        _s.Covariance.AddNoise(ErrorCovariance.Velocity, velocitySdMps * velocitySdMps);
        _s.Covariance.AddNoise(ErrorCovariance.Position, positionSdM * positionSdM);
    }

    /// <summary>The accelerometer's scale was wrong up to here: what was learned with it is forgotten.</summary>
    public void LoseCalibration(double tiltSdRad, double velocitySdMps)
    {
        LoseTrack(tiltSdRad, velocitySdMps, 0);
        _s.AccelBiasMps2 = default;
        _s.Covariance.ResetBlock(ErrorCovariance.AccelBias, _noise.InitialAccelBiasMps2 * _noise.InitialAccelBiasMps2);
    }

    private void Apply(ReadOnlySpan<double> c)
    {
        _s.PositionM += new Vector3D(c[0], c[1], c[2]);
        _s.VelocityMps += new Vector3D(c[3], c[4], c[5]);
        _s.Attitude.RotateByWalkVector(new Vector3D(c[6], c[7], c[8])); // (5)
        _s.Rotation = _s.Attitude.ToMatrix();
        _s.GyroBiasRadPerS += new Vector3D(c[9], c[10], c[11]);
        _s.AccelBiasMps2 += new Vector3D(c[12], c[13], c[14]);
    }

    private void FlushTransition()
    {
        double t = _s.Transition.Seconds;
        if (t <= 0) return;
        _s.Covariance.Propagate(in _s.Transition, ErrorCovariance.IsSinglyHere);
        _s.Covariance.AddNoise(ErrorCovariance.Angle, in _s.AngleNoise);
        _s.Covariance.AddNoise(ErrorCovariance.Velocity, in _s.VelocityNoise);
        // (11)
        _s.Covariance.AddNoise(ErrorCovariance.GyroBias, _noise.GyroBiasWalk * _noise.GyroBiasWalk * t);
        _s.Covariance.AddNoise(ErrorCovariance.AccelBias, _noise.AccelBiasWalk * _noise.AccelBiasWalk * t);
        _s.Transition = default;
        _s.AngleNoise = default;
        _s.VelocityNoise = default;
    }

    private static Vector3D Square(in Vector3D v) => new(v.X * v.X, v.Y * v.Y, v.Z * v.Z);

    /// <summary>All that changes per sample.</summary>
    public struct State
    {
        public Vector3D PositionM;
        public Vector3D VelocityMps;
        public Attitude Attitude;
        public Matrix3 Rotation;
        public Vector3D GyroBiasRadPerS;
        public Vector3D AccelBiasMps2;
        public ErrorCovariance Covariance;
        public ErrorTransition Transition;
        public Vector3D AngleNoise;
        public Vector3D VelocityNoise;
        public bool HasLost;
        public LostMotions Lost;
    }
}

namespace GaitSense.Core;

/// <summary>
/// What a movement that the sensor could not read (it was at the end of its range) leaves wrong in the filter's state: truth less estimate, to
/// first order, in the walk frame. It grows as errors do, and each measurement takes as much of it away as it takes of the filter's own: a zero
/// velocity soon after a lost landing finds nearly all of it again, one after a long swing only a part.
/// </summary>
internal struct LostMotion
{
    private Vector3D _positionM;
    private Vector3D _velocityMps;
    private Vector3D _angleRad;
    private Vector3D _gyroBiasRadPerS;
    private Vector3D _accelBiasMps2;
    private double _turnRad;
    private double _rotationRad;

    /// <summary>Whether anything was lost yet.</summary>
    public bool IsAny { get; private set; }

    /// <summary>What is wrong with the velocity, m/s.</summary>
    public readonly Vector3D VelocityMps => _velocityMps;

    /// <summary>What is wrong with the gyroscope's bias, rad/s.</summary>
    public readonly Vector3D GyroBiasRadPerS => _gyroBiasRadPerS;

    /// <summary>What is wrong by now, all in all; differences of two instants count.</summary>
    public readonly LostPlace Place => new(_positionM.X, _positionM.Y, _turnRad + _angleRad.Z, _rotationRad);

    /// <summary>So much was lost, walk frame, some time ago.</summary>
    public void Add(in Vector3D velocityMps, in Vector3D angleRad, double agoS)
    {
        IsAny = true;
        // Since then gravity has pushed along the wrong axes.
        Vector3D fall = Vector3D.Cross(angleRad, new Vector3D(0, 0, ErrorStateFilter.GravityMps2 * agoS));
        _positionM += (velocityMps + (fall * 0.5)) * agoS;
        _velocityMps += velocityMps + fall;
        _angleRad += angleRad;
        _rotationRad += angleRad.Length;
    }

    /// <summary>One sample interval, as the filter integrates it: (6) of FILTER.md without its noise.</summary>
    public void Advance(in Matrix3 rotation, in Vector3D walkForceMps2, double dt)
    {
        Vector3D a = Vector3D.Cross(_angleRad, walkForceMps2) - rotation.Multiply(_accelBiasMps2);
        _positionM += (_velocityMps + (a * (0.5 * dt))) * dt;
        _velocityMps += a * dt;
        _angleRad -= rotation.Multiply(_gyroBiasRadPerS) * dt;
    }

    /// <summary>A measurement found some of it: the filter's answer to an innovation of this size.</summary>
    public void Find(ReadOnlySpan<double> correction)
    {
        _positionM -= Of(correction, ErrorCovariance.Position);
        _velocityMps -= Of(correction, ErrorCovariance.Velocity);
        _angleRad -= Of(correction, ErrorCovariance.Angle);
        _gyroBiasRadPerS -= Of(correction, ErrorCovariance.GyroBias);
        _accelBiasMps2 -= Of(correction, ErrorCovariance.AccelBias);
    }

    /// <summary>A stride may begin here: a heading that is wrong already turns the strides to come as wholes and makes none longer.</summary>
    public void SetReference()
    {
        _turnRad += _angleRad.Z;
        _angleRad -= new Vector3D(0, 0, _angleRad.Z);
    }

    private static Vector3D Of(ReadOnlySpan<double> all, int block) => new(all[block], all[block + 1], all[block + 2]);
}

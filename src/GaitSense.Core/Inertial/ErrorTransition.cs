namespace GaitSense.Core;

/// <summary>
/// How errors grow into each other over an interval, summed sample by sample so that the covariance itself is touched only when it is
/// needed. With R the attitude and f the specific force in the walk frame: A = integral R, S = integral f, B = integral [f]x A.
/// </summary>
internal struct ErrorTransition
{
    /// <summary>Length of the interval, s.</summary>
    public double Seconds;

    /// <summary>A: attitude error per gyroscope bias, and (same size) velocity error per accelerometer bias; both enter negatively.</summary>
    public Matrix3 AngleFromGyroBias;

    /// <summary>S: velocity error per attitude error is -[S]x.</summary>
    public Vector3D VelocityFromAngle;

    /// <summary>B: velocity error per gyroscope bias.</summary>
    public Matrix3 VelocityFromGyroBias;

    /// <summary>Integral of S.</summary>
    public Vector3D PositionFromAngle;

    /// <summary>Integral of A.</summary>
    public Matrix3 PositionFromAccelBias;

    /// <summary>Integral of B.</summary>
    public Matrix3 PositionFromGyroBias;

    /// <summary>Extends the interval by one sample.</summary>
    public void Append(in Matrix3 attitude, in Vector3D forceMps2, double dt)
    {
        PositionFromGyroBias.AddScaled(in VelocityFromGyroBias, dt);
        PositionFromAccelBias.AddScaled(in AngleFromGyroBias, dt);
        PositionFromAngle += VelocityFromAngle * dt;
        VelocityFromGyroBias.AddCrossScaled(in forceMps2, in AngleFromGyroBias, dt);
        VelocityFromAngle += forceMps2 * dt;
        AngleFromGyroBias.AddScaled(in attitude, dt);
        Seconds += dt;
    }
}

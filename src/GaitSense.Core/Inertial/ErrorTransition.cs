using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GaitSense.Core;

/// <summary>
/// How errors grow into each other over an interval, summed sample by sample so that the covariance itself is touched only when it is
/// needed. With R the attitude and f the specific force in the walk frame: A = integral R, S = integral f, B = integral [f]x A; (7) and (8) of FILTER.md.
/// </summary>
internal struct ErrorTransition
{
    /// <summary>Length of the interval, s.</summary>
    public double Seconds;

    /// <summary>A: attitude error per gyroscope bias, and (same size) velocity error per accelerometer bias; both enter negatively.</summary>
    public PaddedMatrix3 AngleFromGyroBias;

    /// <summary>S: velocity error per attitude error is -[S]x.</summary>
    public Vector3D VelocityFromAngle;

    /// <summary>B: velocity error per gyroscope bias.</summary>
    public PaddedMatrix3 VelocityFromGyroBias;

    /// <summary>Integral of S.</summary>
    public Vector3D PositionFromAngle;

    /// <summary>Integral of A.</summary>
    public PaddedMatrix3 PositionFromAccelBias;

    /// <summary>Integral of B.</summary>
    public PaddedMatrix3 PositionFromGyroBias;

    /// <summary>Extends the interval by one sample.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(in Matrix3 attitude, in Vector3D forceMps2, double dt)
    {
        Vector256<double> k = Vector256.Create(dt);
        PositionFromGyroBias.AddScaled(in VelocityFromGyroBias, k);
        PositionFromAccelBias.AddScaled(in AngleFromGyroBias, k);
        PositionFromAngle += VelocityFromAngle * dt;
        Vector3D s = forceMps2 * dt;
        Vector256<double> x = Vector256.Create(s.X), y = Vector256.Create(s.Y), z = Vector256.Create(s.Z);
        Vector256<double> a0 = AngleFromGyroBias.Row0, a1 = AngleFromGyroBias.Row1, a2 = AngleFromGyroBias.Row2;
        VelocityFromGyroBias.Row0 += (a2 * y) - (a1 * z);
        VelocityFromGyroBias.Row1 += (a0 * z) - (a2 * x);
        VelocityFromGyroBias.Row2 += (a1 * x) - (a0 * y);
        VelocityFromAngle += s;
        AngleFromGyroBias.Row0 = a0 + (Vector256.Create(attitude.Row0.X, attitude.Row0.Y, attitude.Row0.Z, 0) * k);
        AngleFromGyroBias.Row1 = a1 + (Vector256.Create(attitude.Row1.X, attitude.Row1.Y, attitude.Row1.Z, 0) * k);
        AngleFromGyroBias.Row2 = a2 + (Vector256.Create(attitude.Row2.X, attitude.Row2.Y, attitude.Row2.Z, 0) * k);
        Seconds += dt;
    }
}

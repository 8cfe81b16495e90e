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
    /// <param name="attitude">R.</param>
    /// <param name="forceMps2">f.</param>
    /// <param name="dt">Its length, s.</param>
    /// <param name="isSingly">Whether one number after the other is worked out, not four at once (<see cref="ErrorCovariance.Propagate"/>).</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(in Matrix3 attitude, in Vector3D forceMps2, double dt, bool isSingly)
    {
        Vector3D s = forceMps2 * dt;
        if (isSingly)
        {
            PositionFromGyroBias.AddScaledSingly(in VelocityFromGyroBias, dt);
            PositionFromAccelBias.AddScaledSingly(in AngleFromGyroBias, dt);
            AppendSingly(in attitude, in s, dt);
        }
        else
        {
            Vector256<double> k = Vector256.Create(dt);
            PositionFromGyroBias.AddScaled(in VelocityFromGyroBias, k);
            PositionFromAccelBias.AddScaled(in AngleFromGyroBias, k);
            Vector256<double> x = Vector256.Create(s.X), y = Vector256.Create(s.Y), z = Vector256.Create(s.Z);
            Vector256<double> a0 = AngleFromGyroBias.Row0, a1 = AngleFromGyroBias.Row1, a2 = AngleFromGyroBias.Row2;
            VelocityFromGyroBias.Row0 += (a2 * y) - (a1 * z);
            VelocityFromGyroBias.Row1 += (a0 * z) - (a2 * x);
            VelocityFromGyroBias.Row2 += (a1 * x) - (a0 * y);
            AngleFromGyroBias.Row0 = a0 + (Vector256.Create(attitude.Row0.X, attitude.Row0.Y, attitude.Row0.Z, 0) * k);
            AngleFromGyroBias.Row1 = a1 + (Vector256.Create(attitude.Row1.X, attitude.Row1.Y, attitude.Row1.Z, 0) * k);
            AngleFromGyroBias.Row2 = a2 + (Vector256.Create(attitude.Row2.X, attitude.Row2.Y, attitude.Row2.Z, 0) * k);
        }

        PositionFromAngle += VelocityFromAngle * dt;
        VelocityFromAngle += s;
        Seconds += dt;
    }

    private void AppendSingly(in Matrix3 attitude, in Vector3D s, double dt)
    {
        ref PaddedMatrix3 a = ref AngleFromGyroBias, b = ref VelocityFromGyroBias;
        b.M00 += (a.M20 * s.Y) - (a.M10 * s.Z);
        b.M01 += (a.M21 * s.Y) - (a.M11 * s.Z);
        b.M02 += (a.M22 * s.Y) - (a.M12 * s.Z);
        b.M10 += (a.M00 * s.Z) - (a.M20 * s.X);
        b.M11 += (a.M01 * s.Z) - (a.M21 * s.X);
        b.M12 += (a.M02 * s.Z) - (a.M22 * s.X);
        b.M20 += (a.M10 * s.X) - (a.M00 * s.Y);
        b.M21 += (a.M11 * s.X) - (a.M01 * s.Y);
        b.M22 += (a.M12 * s.X) - (a.M02 * s.Y);
        a.M00 += attitude.Row0.X * dt;
        a.M01 += attitude.Row0.Y * dt;
        a.M02 += attitude.Row0.Z * dt;
        a.M10 += attitude.Row1.X * dt;
        a.M11 += attitude.Row1.Y * dt;
        a.M12 += attitude.Row1.Z * dt;
        a.M20 += attitude.Row2.X * dt;
        a.M21 += attitude.Row2.Y * dt;
        a.M22 += attitude.Row2.Z * dt;
    }
}

using System.Runtime.CompilerServices;

namespace GaitSense.Core;

/// <summary>Unit quaternion that turns sensor-frame vectors into the walk frame (Hamilton, scalar first).</summary>
internal struct Attitude
{
    public double W;
    public double X;
    public double Y;
    public double Z;

    public static Attitude Identity => new() { W = 1 };

    /// <summary>
    /// The attitude in which <paramref name="up"/> (sensor frame) is the walk frame's Z and <paramref name="forward"/> (sensor frame, at
    /// right angles to up) its X.
    /// </summary>
    public static Attitude FromAxes(in Vector3D forward, in Vector3D up)
    {
        Vector3D left = Vector3D.Cross(up, forward);
        return FromMatrix(new Matrix3(forward, left, up));
    }

    /// <summary>Shepperd (1978): the largest of the four components is computed first, so nothing is divided by a small number.</summary>
    private static Attitude FromMatrix(in Matrix3 m)
    {
        double m00 = m.Row0.X, m11 = m.Row1.Y, m22 = m.Row2.Z, trace = m00 + m11 + m22;
        Attitude q = default;
        if (trace >= m00 && trace >= m11 && trace >= m22)
            q = new() { W = 1 + trace, X = m.Row2.Y - m.Row1.Z, Y = m.Row0.Z - m.Row2.X, Z = m.Row1.X - m.Row0.Y };
        else if (m00 >= m11 && m00 >= m22)
            q = new() { W = m.Row2.Y - m.Row1.Z, X = 1 + (2 * m00) - trace, Y = m.Row0.Y + m.Row1.X, Z = m.Row0.Z + m.Row2.X };
        else if (m11 >= m22)
            q = new() { W = m.Row0.Z - m.Row2.X, X = m.Row0.Y + m.Row1.X, Y = 1 + (2 * m11) - trace, Z = m.Row1.Z + m.Row2.Y };
        else
            q = new() { W = m.Row1.X - m.Row0.Y, X = m.Row0.Z + m.Row2.X, Y = m.Row1.Z + m.Row2.Y, Z = 1 + (2 * m22) - trace };
        q.Scale(1 / Math.Sqrt((q.W * q.W) + (q.X * q.X) + (q.Y * q.Y) + (q.Z * q.Z)));
        return q;
    }

    /// <summary>
    /// Applies half of a rotation given in the sensor frame (rad), after the present attitude, says where that leads, and applies the other
    /// half.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void RotateTwice(in Vector3D half, out Attitude middle)
    {
        HalfAngle(half, out double c, out double k);
        Attitude turn = new() { W = c, X = half.X * k, Y = half.Y * k, Z = half.Z * k };
        middle = Product(in this, in turn);
        this = Product(in middle, in turn);
        Renormalize();
    }

    /// <summary>Applies a small rotation vector given in the walk frame (rad), as a filter's correction.</summary>
    public void RotateByWalkVector(in Vector3D phi)
    {
        HalfAngle(phi, out double c, out double k);
        Attitude turn = new() { W = c, X = phi.X * k, Y = phi.Y * k, Z = phi.Z * k };
        this = Product(in turn, in this);
        Renormalize();
    }

    /// <summary>The rotation matrix, sensor to walk frame.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Matrix3 ToMatrix()
    {
        double xx = X * X, yy = Y * Y, zz = Z * Z, xy = X * Y, xz = X * Z, yz = Y * Z, wx = W * X, wy = W * Y, wz = W * Z;
        return new Matrix3(
            new(1 - (2 * (yy + zz)), 2 * (xy - wz), 2 * (xz + wy)),
            new(2 * (xy + wz), 1 - (2 * (xx + zz)), 2 * (yz - wx)),
            new(2 * (xz - wy), 2 * (yz + wx), 1 - (2 * (xx + yy))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Attitude Product(in Attitude a, in Attitude b) => new()
    {
        W = (a.W * b.W) - (a.X * b.X) - (a.Y * b.Y) - (a.Z * b.Z),
        X = (a.W * b.X) + (a.X * b.W) + (a.Y * b.Z) - (a.Z * b.Y),
        Y = (a.W * b.Y) - (a.X * b.Z) + (a.Y * b.W) + (a.Z * b.X),
        Z = (a.W * b.Z) + (a.X * b.Y) - (a.Y * b.X) + (a.Z * b.W),
    };

    // cos(|phi|/2) and sin(|phi|/2)/|phi|: the series is exact to 1e-12 below 0.5 rad, which 100 Hz reaches only at 50 rad/s.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void HalfAngle(in Vector3D phi, out double cos, out double sinOverAngle)
    {
        double s = phi.LengthSquared;
        if (s < 0.25)
        {
            cos = 1 - (s * ((1.0 / 8) - (s * ((1.0 / 384) - (s * ((1.0 / 46080) - (s * (1.0 / 10321920))))))));
            sinOverAngle = 0.5 - (s * ((1.0 / 48) - (s * ((1.0 / 3840) - (s * ((1.0 / 645120) - (s * (1.0 / 185794560))))))));
            return;
        }

        double angle = Math.Sqrt(s);
        cos = Math.Cos(angle / 2);
        sinOverAngle = Math.Sin(angle / 2) / angle;
    }

    // One Newton step: the error per sample is far below its convergence radius.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Renormalize() => Scale(1.5 - (0.5 * ((W * W) + (X * X) + (Y * Y) + (Z * Z))));

    private void Scale(double k)
    {
        W *= k;
        X *= k;
        Y *= k;
        Z *= k;
    }
}

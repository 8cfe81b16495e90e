using System.Runtime.CompilerServices;

namespace GaitSense.Core;

/// <summary>
/// Three doubles. The units and the frame are those of the member that holds it. Doubles, because recorded decimals must survive a round
/// trip and because recursive estimates in single precision keep residues that never decay.
/// </summary>
/// <param name="X">First component.</param>
/// <param name="Y">Second component.</param>
/// <param name="Z">Third component.</param>
public readonly record struct Vector3D(double X, double Y, double Z)
{
    /// <summary>(1, 1, 1).</summary>
    public static Vector3D One => new(1, 1, 1);

    /// <summary>Euclidean length.</summary>
    public double Length => Math.Sqrt(LengthSquared);

    /// <summary>Square of the Euclidean length.</summary>
    public double LengthSquared => (X * X) + (Y * Y) + (Z * Z);

    /// <summary>Whether all three components are finite numbers.</summary>
    public bool IsFinite => double.IsFinite(X) && double.IsFinite(Y) && double.IsFinite(Z);

    /// <summary>Scalar product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Dot(in Vector3D a, in Vector3D b) => (a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z);

    /// <summary>Vector product a x b (right-handed).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector3D Cross(in Vector3D a, in Vector3D b) =>
        new((a.Y * b.Z) - (a.Z * b.Y), (a.Z * b.X) - (a.X * b.Z), (a.X * b.Y) - (a.Y * b.X));

    /// <summary>This vector scaled to length 1; the zero vector stays zero.</summary>
    public Vector3D Normalized()
    {
        double length = Length;
        return length > 0 ? this * (1 / length) : this;
    }

    /// <summary>Component-wise sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector3D operator +(Vector3D a, Vector3D b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    /// <summary>Component-wise difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector3D operator -(Vector3D a, Vector3D b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    /// <summary>The opposite vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector3D operator -(Vector3D a) => new(-a.X, -a.Y, -a.Z);

    /// <summary>Scaled by a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector3D operator *(Vector3D a, double k) => new(a.X * k, a.Y * k, a.Z * k);

    /// <summary>Scaled by a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector3D operator *(double k, Vector3D a) => a * k;

    /// <summary>The components: "(0.120, -0.300, 9.790)".</summary>
    public override string ToString() => Print.Line($"({X:0.000}, {Y:0.000}, {Z:0.000})");
}

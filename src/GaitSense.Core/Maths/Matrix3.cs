using System.Runtime.CompilerServices;

namespace GaitSense.Core;

/// <summary>A 3 x 3 matrix of doubles, by rows. Value type: the hot path never allocates.</summary>
internal struct Matrix3
{
    public Vector3D Row0;
    public Vector3D Row1;
    public Vector3D Row2;

    public Matrix3(Vector3D row0, Vector3D row1, Vector3D row2)
    {
        Row0 = row0;
        Row1 = row1;
        Row2 = row2;
    }

    /// <summary>The matrix that takes the vector product with <paramref name="v"/> from the left.</summary>
    public static Matrix3 Skew(in Vector3D v) => new(new(0, -v.Z, v.Y), new(v.Z, 0, -v.X), new(-v.Y, v.X, 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vector3D Multiply(in Vector3D v) => new(Vector3D.Dot(Row0, v), Vector3D.Dot(Row1, v), Vector3D.Dot(Row2, v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vector3D TransposeMultiply(in Vector3D v) => (Row0 * v.X) + (Row1 * v.Y) + (Row2 * v.Z);
}

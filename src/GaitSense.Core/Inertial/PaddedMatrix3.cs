using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GaitSense.Core;

/// <summary>A 3 x 3 matrix by rows, each padded to four, so that a row is one vector.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PaddedMatrix3
{
    public double M00, M01, M02, Pad0;
    public double M10, M11, M12, Pad1;
    public double M20, M21, M22, Pad2;

    public Vector256<double> Row0
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly get => Vector256.LoadUnsafe(in M00);
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => value.StoreUnsafe(ref M00);
    }

    public Vector256<double> Row1
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly get => Vector256.LoadUnsafe(in M10);
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => value.StoreUnsafe(ref M10);
    }

    public Vector256<double> Row2
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly get => Vector256.LoadUnsafe(in M20);
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => value.StoreUnsafe(ref M20);
    }

    /// <summary>Adds <paramref name="m"/> times <paramref name="k"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddScaled(in PaddedMatrix3 m, Vector256<double> k)
    {
        Row0 += m.Row0 * k;
        Row1 += m.Row1 * k;
        Row2 += m.Row2 * k;
    }

    /// <summary>The same, one number after the other (<see cref="ErrorCovariance.Propagate"/>).</summary>
    public void AddScaledSingly(in PaddedMatrix3 m, double k)
    {
        M00 += m.M00 * k;
        M01 += m.M01 * k;
        M02 += m.M02 * k;
        M10 += m.M10 * k;
        M11 += m.M11 * k;
        M12 += m.M12 * k;
        M20 += m.M20 * k;
        M21 += m.M21 * k;
        M22 += m.M22 * k;
    }
}

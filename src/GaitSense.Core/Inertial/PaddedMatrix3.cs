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
}

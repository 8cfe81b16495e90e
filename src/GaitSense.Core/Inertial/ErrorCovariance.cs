using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GaitSense.Core;

/// <summary>
/// Covariance of the fifteen errors: position, velocity, attitude (walk frame), gyroscope bias, accelerometer bias (sensor frame), three
/// each. Rows are padded to sixteen so that a row is four vectors. Symmetric; every operation keeps it so.
/// </summary>
[InlineArray(Size * Stride)]
internal struct ErrorCovariance
{
    public const int Size = 15;
    public const int Stride = 16;
    public const int Position = 0;
    public const int Velocity = 3;
    public const int Angle = 6;
    public const int GyroBias = 9;
    public const int AccelBias = 12;

    private double _element0;

    [UnscopedRef]
    private Span<double> All => MemoryMarshal.CreateSpan(ref _element0, Size * Stride);

    public readonly double this[int row, int column] => this[(row * Stride) + column];

    /// <summary>Forgets everything known about three errors and their ties to the others; their variance becomes the given one.</summary>
    public void ResetBlock(int block, double variance)
    {
        for (int i = block; i < block + 3; i++)
        {
            for (int j = 0; j < Size; j++)
            {
                this[(i * Stride) + j] = 0;
                this[(j * Stride) + i] = 0;
            }

            this[(i * Stride) + i] = variance;
        }
    }

    /// <summary>Adds white noise to three errors.</summary>
    public void AddNoise(int block, double variance)
    {
        for (int i = block; i < block + 3; i++) this[(i * Stride) + i] += variance;
    }

    /// <summary>Carries the covariance over an interval: F P F'.</summary>
    public void Propagate(in ErrorTransition f)
    {
        ref double p = ref _element0;
        ApplyToRows(ref p, in f);
        Transpose(ref p);
        ApplyToRows(ref p, in f);
    }

    /// <summary>
    /// One scalar measurement of error number <paramref name="index"/> with the given variance: removes what it tells and writes the gain
    /// times <paramref name="innovation"/> into <paramref name="correction"/> (added to what is there).
    /// </summary>
    public void Measure(int index, double innovation, double variance, Span<double> correction)
    {
        Debug.Assert(correction.Length >= Stride, "sixteen places");
        ref double p = ref _element0;
        ref double column = ref Unsafe.Add(ref p, index * Stride);
        double scale = 1 / (Unsafe.Add(ref column, index) + variance);
        Vector256<double> c0 = Vector256.LoadUnsafe(ref column), c1 = Vector256.LoadUnsafe(ref column, 4);
        Vector256<double> c2 = Vector256.LoadUnsafe(ref column, 8), c3 = Vector256.LoadUnsafe(ref column, 12);
        ref double x = ref MemoryMarshal.GetReference(correction);
        double gain = innovation * scale;
        (Vector256.LoadUnsafe(ref x) + (c0 * gain)).StoreUnsafe(ref x);
        (Vector256.LoadUnsafe(ref x, 4) + (c1 * gain)).StoreUnsafe(ref x, 4);
        (Vector256.LoadUnsafe(ref x, 8) + (c2 * gain)).StoreUnsafe(ref x, 8);
        (Vector256.LoadUnsafe(ref x, 12) + (c3 * gain)).StoreUnsafe(ref x, 12);
        Span<double> k = stackalloc double[Stride];
        All.Slice(index * Stride, Stride).CopyTo(k);
        for (int i = 0; i < Size; i++)
        {
            ref double row = ref Unsafe.Add(ref p, i * Stride);
            double factor = k[i] * scale;
            (Vector256.LoadUnsafe(ref row) - (c0 * factor)).StoreUnsafe(ref row);
            (Vector256.LoadUnsafe(ref row, 4) - (c1 * factor)).StoreUnsafe(ref row, 4);
            (Vector256.LoadUnsafe(ref row, 8) - (c2 * factor)).StoreUnsafe(ref row, 8);
            (Vector256.LoadUnsafe(ref row, 12) - (c3 * factor)).StoreUnsafe(ref row, 12);
        }
    }

    // Rows of P become rows of F P. Position first, then velocity, then attitude: each uses the others' old rows.
    private static void ApplyToRows(ref double p, in ErrorTransition f)
    {
        for (int v = 0; v < Stride; v += 4)
        {
            ref double c = ref Unsafe.Add(ref p, v);
            Vector256<double> vx = Row(ref c, 3), vy = Row(ref c, 4), vz = Row(ref c, 5);
            Vector256<double> tx = Row(ref c, 6), ty = Row(ref c, 7), tz = Row(ref c, 8);
            Vector256<double> gx = Row(ref c, 9), gy = Row(ref c, 10), gz = Row(ref c, 11);
            Vector256<double> ax = Row(ref c, 12), ay = Row(ref c, 13), az = Row(ref c, 14);
            double t = f.Seconds;
            Vector3D w = f.PositionFromAngle, s = f.VelocityFromAngle;
            Store(ref c, 0, Row(ref c, 0) + (vx * t) - (tz * w.Y) + (ty * w.Z) + Mul(f.PositionFromGyroBias.Row0, gx, gy, gz) - Mul(f.PositionFromAccelBias.Row0, ax, ay, az));
            Store(ref c, 1, Row(ref c, 1) + (vy * t) - (tx * w.Z) + (tz * w.X) + Mul(f.PositionFromGyroBias.Row1, gx, gy, gz) - Mul(f.PositionFromAccelBias.Row1, ax, ay, az));
            Store(ref c, 2, Row(ref c, 2) + (vz * t) - (ty * w.X) + (tx * w.Y) + Mul(f.PositionFromGyroBias.Row2, gx, gy, gz) - Mul(f.PositionFromAccelBias.Row2, ax, ay, az));
            Store(ref c, 3, vx - (tz * s.Y) + (ty * s.Z) + Mul(f.VelocityFromGyroBias.Row0, gx, gy, gz) - Mul(f.AngleFromGyroBias.Row0, ax, ay, az));
            Store(ref c, 4, vy - (tx * s.Z) + (tz * s.X) + Mul(f.VelocityFromGyroBias.Row1, gx, gy, gz) - Mul(f.AngleFromGyroBias.Row1, ax, ay, az));
            Store(ref c, 5, vz - (ty * s.X) + (tx * s.Y) + Mul(f.VelocityFromGyroBias.Row2, gx, gy, gz) - Mul(f.AngleFromGyroBias.Row2, ax, ay, az));
            Store(ref c, 6, tx - Mul(f.AngleFromGyroBias.Row0, gx, gy, gz));
            Store(ref c, 7, ty - Mul(f.AngleFromGyroBias.Row1, gx, gy, gz));
            Store(ref c, 8, tz - Mul(f.AngleFromGyroBias.Row2, gx, gy, gz));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Row(ref double column, int row) => Vector256.LoadUnsafe(ref column, (nuint)(row * Stride));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref double column, int row, Vector256<double> value) => value.StoreUnsafe(ref column, (nuint)(row * Stride));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Mul(in Vector3D m, Vector256<double> x, Vector256<double> y, Vector256<double> z) =>
        (x * m.X) + (y * m.Y) + (z * m.Z);

    private static void Transpose(ref double p)
    {
        for (int i = 0; i < Size; i++)
        {
            for (int j = i + 1; j < Size; j++)
            {
                ref double a = ref Unsafe.Add(ref p, (i * Stride) + j);
                ref double b = ref Unsafe.Add(ref p, (j * Stride) + i);
                (a, b) = (b, a);
            }
        }
    }
}

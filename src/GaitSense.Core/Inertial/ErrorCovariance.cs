using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GaitSense.Core;

/// <summary>
/// Covariance of the fifteen errors: position, velocity, attitude (walk frame), gyroscope bias, accelerometer bias (sensor frame), three
/// each. Padded to sixteen by sixteen so that a row is four vectors. Symmetric; every operation keeps it so. Products are fused with their
/// sums, which rounds the same on every machine.
/// </summary>
[InlineArray(Stride * Stride)]
internal partial struct ErrorCovariance
{
    public const int Size = 15;
    public const int Stride = 16;
    public const int Position = 0;
    public const int Velocity = 3;
    public const int Angle = 6;
    public const int GyroBias = 9;
    public const int AccelBias = 12;

    // Rows and columns from here on are biases, which a transition leaves alone.
    private const int Moving = 9;

    private double _element0;

    public readonly double this[int row, int column] => this[(row * Stride) + column];

    /// <summary>Forgets everything known about three errors and their ties to the others; their variance becomes the given one.</summary>
    public void ResetBlock(int block, double variance)
    {
        ref double p = ref _element0;
        for (int i = 0; i < Size; i++)
        {
            ref double row = ref Unsafe.Add(ref p, (i * Stride) + block);
            row = 0;
            Unsafe.Add(ref row, 1) = 0;
            Unsafe.Add(ref row, 2) = 0;
        }

        for (int i = block; i < block + 3; i++)
        {
            ref double row = ref Unsafe.Add(ref p, i * Stride);
            MemoryMarshal.CreateSpan(ref row, Stride).Clear();
            Unsafe.Add(ref row, i) = variance;
        }
    }

    /// <summary>Adds white noise to three errors.</summary>
    public void AddNoise(int block, double variance) => AddNoise(block, Vector3D.One * variance);

    /// <summary>Adds white noise of its own size to each of three errors.</summary>
    public void AddNoise(int block, in Vector3D variance)
    {
        ref double p = ref Unsafe.Add(ref _element0, block * (Stride + 1));
        p += variance.X;
        Unsafe.Add(ref p, Stride + 1) += variance.Y;
        Unsafe.Add(ref p, 2 * (Stride + 1)) += variance.Z;
    }

    /// <summary>
    /// Carries the covariance over an interval (8): F P F'. F moves the first nine rows only. So of F P the nine by six at the right is final,
    /// its mirror at the bottom follows, and F' needs to be applied to the nine by nine at the top left alone, which is symmetric again.
    /// </summary>
    /// <param name="f">F.</param>
    /// <param name="isSingly">Whether one number after the other is worked out, not four at once.</param>
    public void Propagate(in ErrorTransition f, bool isSingly)
    {
        ref double p = ref _element0;
        if (isSingly)
        {
            PropagateSingly(ref p, in f);
            return;
        }

        for (int v = 0; v < Stride; v += 4) ApplyToColumns(ref Unsafe.Add(ref p, v), in f);
        double last = Last(ref p, in f);
        MirrorLeft(ref p);
        ApplyToColumns(ref p, in f);
        ApplyToColumns(ref Unsafe.Add(ref p, 4), in f);
        for (int i = 0; i < Moving - 1; i++) At(ref p, i, 8) = At(ref p, 8, i);
        At(ref p, 8, 8) = last;
        for (int i = Moving; i < Size; i++) At(ref p, i, 8) = At(ref p, 8, i);

        // Re-symmetrises: rounding differs between the halves, and the difference would grow.
        for (int i = 1; i < 8; i++)
        {
            for (int j = 0; j < i; j++) At(ref p, i, j) = At(ref p, j, i);
        }
    }

    /// <summary>
    /// Three scalar measurements (13), one after the other, of the errors from <paramref name="block"/> on, each with the given variance:
    /// removes what they tell, and writes the correction of all errors, sixteen numbers.
    /// </summary>
    /// <param name="block">The first of the three errors.</param>
    /// <param name="innovation">What was measured less what was expected.</param>
    /// <param name="variance">Of each measurement.</param>
    /// <param name="correction">To write to.</param>
    /// <param name="isSingly">Whether one number after the other is worked out, not four at once.</param>
    public void Measure(int block, in Vector3D innovation, double variance, Span<double> correction, bool isSingly)
    {
        Debug.Assert(correction.Length >= Stride, "sixteen places");
        ref double p = ref _element0;
        ref double b0 = ref Unsafe.Add(ref p, block * Stride);
        ref double b1 = ref Unsafe.Add(ref b0, Stride), b2 = ref Unsafe.Add(ref b0, 2 * Stride);

        // The three columns as each measurement finds them: less what the ones before it told.
        double p01 = Unsafe.Add(ref b0, block + 1), p02 = Unsafe.Add(ref b0, block + 2);
        double s0 = 1 / (Unsafe.Add(ref b0, block) + variance), k01 = p01 * s0, k02 = p02 * s0;
        double s1 = 1 / (Unsafe.Add(ref b1, block + 1) - (p01 * k01) + variance);
        double p12 = Unsafe.Add(ref b1, block + 2) - (p02 * k01), k12 = p12 * s1;
        double s2 = 1 / (Unsafe.Add(ref b2, block + 2) - (p02 * k02) - (p12 * k12) + variance);
        double g0 = innovation.X * s0;
        double g1 = (innovation.Y - (p01 * g0)) * s1;
        double g2 = (innovation.Z - (p02 * g0) - (p12 * g1)) * s2;
        ref double x = ref MemoryMarshal.GetReference(correction);
        double q0 = Math.Sqrt(s0), q1 = Math.Sqrt(s1), q2 = Math.Sqrt(s2);
        Span<double> columns = stackalloc double[3 * Stride];
        ref double c = ref MemoryMarshal.GetReference(columns);
        if (isSingly)
        {
            for (int i = 0; i < Size; i++)
            {
                double c0 = Unsafe.Add(ref b0, i), c1 = Unsafe.Add(ref b1, i) - (c0 * k01), c2 = Unsafe.Add(ref b2, i) - (c0 * k02) - (c1 * k12);
                Unsafe.Add(ref x, i) = (c0 * g0) + (c1 * g1) + (c2 * g2);
                (Unsafe.Add(ref c, i), Unsafe.Add(ref c, Stride + i), Unsafe.Add(ref c, (2 * Stride) + i)) = (c0 * q0, c1 * q1, c2 * q2);
            }

            TakeAwaySingly(ref p, ref c);
            return;
        }

        for (int v = 0; v < Stride; v += 4)
        {
            Vector256<double> c0 = Load(ref b0, v), c1 = Load(ref b1, v) - (c0 * k01), c2 = Load(ref b2, v) - (c0 * k02) - (c1 * k12);
            ((c0 * g0) + (c1 * g1) + (c2 * g2)).StoreUnsafe(ref x, (nuint)v);
            Store(ref c, v, c0 * q0);
            Store(ref c, Stride + v, c1 * q1);
            Store(ref c, (2 * Stride) + v, c2 * q2);
        }

        Vector256<double> a0 = Load(ref c, 0), a1 = Load(ref c, 4), a2 = Load(ref c, 8), a3 = Load(ref c, 12);
        Vector256<double> d0 = Load(ref c, 16), d1 = Load(ref c, 20), d2 = Load(ref c, 24), d3 = Load(ref c, 28);
        Vector256<double> e0 = Load(ref c, 32), e1 = Load(ref c, 36), e2 = Load(ref c, 40), e3 = Load(ref c, 44);
        for (int i = 0; i < Size; i++)
        {
            // What is taken away is one number times another of the same list, so that both halves of the matrix round alike: copies that
            // differ in the last bit drift apart and, in the end, make a variance negative.
            ref double row = ref Unsafe.Add(ref p, i * Stride);
            Vector256<double> f0 = Vector256.Create(-Unsafe.Add(ref c, i));
            Vector256<double> f1 = Vector256.Create(-Unsafe.Add(ref c, Stride + i));
            Vector256<double> f2 = Vector256.Create(-Unsafe.Add(ref c, (2 * Stride) + i));
            Store(ref row, 0, Add(a0, f0, Add(d0, f1, Add(e0, f2, Load(ref row, 0)))));
            Store(ref row, 4, Add(a1, f0, Add(d1, f1, Add(e1, f2, Load(ref row, 4)))));
            Store(ref row, 8, Add(a2, f0, Add(d2, f1, Add(e2, f2, Load(ref row, 8)))));
            Store(ref row, 12, Add(a3, f0, Add(d3, f1, Add(e3, f2, Load(ref row, 12)))));
        }
    }

    // The variance of the last angle, when F was applied to the columns.
    private static double Last(ref double p, in ErrorTransition f) =>
        At(ref p, 8, 8) - ((f.AngleFromGyroBias.M20 * At(ref p, 8, 9)) + (f.AngleFromGyroBias.M21 * At(ref p, 8, 10)) + (f.AngleFromGyroBias.M22 * At(ref p, 8, 11)));

    // Four columns of P become those of F P. Position first, then velocity, then attitude: each uses the others' old rows.
    private static void ApplyToColumns(ref double c, in ErrorTransition f)
    {
        Vector256<double> vx = Row(ref c, 3), vy = Row(ref c, 4), vz = Row(ref c, 5);
        Vector256<double> tx = Row(ref c, 6), ty = Row(ref c, 7), tz = Row(ref c, 8);
        Vector256<double> gx = Row(ref c, 9), gy = Row(ref c, 10), gz = Row(ref c, 11);
        Vector256<double> ax = Row(ref c, 12), ay = Row(ref c, 13), az = Row(ref c, 14);
        Vector256<double> t = Vector256.Create(f.Seconds);
        ref readonly PaddedMatrix3 m = ref f.PositionFromGyroBias, n = ref f.PositionFromAccelBias;
        Vector256<double> x = Vector256.Create(f.PositionFromAngle.X), y = Vector256.Create(f.PositionFromAngle.Y), z = Vector256.Create(f.PositionFromAngle.Z);
        Store(ref c, 0, Biased(Subtract(tz, y, Add(ty, z, Add(vx, t, Row(ref c, 0)))), m.M00, m.M01, m.M02, gx, gy, gz, n.M00, n.M01, n.M02, ax, ay, az));
        Store(ref c, Stride, Biased(Subtract(tx, z, Add(tz, x, Add(vy, t, Row(ref c, 1)))), m.M10, m.M11, m.M12, gx, gy, gz, n.M10, n.M11, n.M12, ax, ay, az));
        Store(ref c, 2 * Stride, Biased(Subtract(ty, x, Add(tx, y, Add(vz, t, Row(ref c, 2)))), m.M20, m.M21, m.M22, gx, gy, gz, n.M20, n.M21, n.M22, ax, ay, az));
        m = ref f.VelocityFromGyroBias;
        n = ref f.AngleFromGyroBias;
        x = Vector256.Create(f.VelocityFromAngle.X);
        y = Vector256.Create(f.VelocityFromAngle.Y);
        z = Vector256.Create(f.VelocityFromAngle.Z);
        Store(ref c, 3 * Stride, Biased(Subtract(tz, y, Add(ty, z, vx)), m.M00, m.M01, m.M02, gx, gy, gz, n.M00, n.M01, n.M02, ax, ay, az));
        Store(ref c, 4 * Stride, Biased(Subtract(tx, z, Add(tz, x, vy)), m.M10, m.M11, m.M12, gx, gy, gz, n.M10, n.M11, n.M12, ax, ay, az));
        Store(ref c, 5 * Stride, Biased(Subtract(ty, x, Add(tx, y, vz)), m.M20, m.M21, m.M22, gx, gy, gz, n.M20, n.M21, n.M22, ax, ay, az));
        Store(ref c, 6 * Stride, Less(tx, n.M00, n.M01, n.M02, gx, gy, gz));
        Store(ref c, 7 * Stride, Less(ty, n.M10, n.M11, n.M12, gx, gy, gz));
        Store(ref c, 8 * Stride, Less(tz, n.M20, n.M21, n.M22, gx, gy, gz));
    }

    // What the biases add: + m g - n a.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Biased(
        Vector256<double> sum, double m0, double m1, double m2, Vector256<double> gx, Vector256<double> gy, Vector256<double> gz,
        double n0, double n1, double n2, Vector256<double> ax, Vector256<double> ay, Vector256<double> az) =>
        Less(Add(gz, Vector256.Create(m2), Add(gy, Vector256.Create(m1), Add(gx, Vector256.Create(m0), sum))), n0, n1, n2, ax, ay, az);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Less(
        Vector256<double> sum, double n0, double n1, double n2, Vector256<double> x, Vector256<double> y, Vector256<double> z) =>
        Subtract(z, Vector256.Create(n2), Subtract(y, Vector256.Create(n1), Subtract(x, Vector256.Create(n0), sum)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Add(Vector256<double> a, Vector256<double> b, Vector256<double> sum) => Vector256.FusedMultiplyAdd(a, b, sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Subtract(Vector256<double> a, Vector256<double> b, Vector256<double> sum) => Vector256.FusedMultiplyAdd(-a, b, sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref double At(ref double p, int row, int column) => ref Unsafe.Add(ref p, (row * Stride) + column);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Row(ref double column, int row) => Vector256.LoadUnsafe(ref column, (nuint)(row * Stride));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Load(ref double at, int offset) => Vector256.LoadUnsafe(ref at, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref double at, int offset, Vector256<double> value) => value.StoreUnsafe(ref at, (nuint)offset);

    // The left eight columns become the mirror of the upper eight rows.
    private static void MirrorLeft(ref double p)
    {
        for (int i = 0; i < 8; i += 4)
        {
            for (int j = i; j < Stride; j += 4)
            {
                ref double above = ref Unsafe.Add(ref p, (i * Stride) + j), below = ref Unsafe.Add(ref p, (j * Stride) + i);
                (Vector256<double> a0, Vector256<double> a1, Vector256<double> a2, Vector256<double> a3) = Transposed(ref above);
                if (j is > 0 and < 8 && i == 0)
                {
                    (Vector256<double> b0, Vector256<double> b1, Vector256<double> b2, Vector256<double> b3) = Transposed(ref below);
                    StoreBlock(ref above, b0, b1, b2, b3);
                }

                StoreBlock(ref below, a0, a1, a2, a3);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreBlock(ref double at, Vector256<double> r0, Vector256<double> r1, Vector256<double> r2, Vector256<double> r3)
    {
        Store(ref at, 0, r0);
        Store(ref at, Stride, r1);
        Store(ref at, 2 * Stride, r2);
        Store(ref at, 3 * Stride, r3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> R0, Vector256<double> R1, Vector256<double> R2, Vector256<double> R3) Transposed(ref double at)
    {
        Vector256<double> a = Load(ref at, 0), b = Load(ref at, Stride), c = Load(ref at, 2 * Stride), d = Load(ref at, 3 * Stride);
        if (!Avx.IsSupported)
        {
            return (
                Vector256.Create(a[0], b[0], c[0], d[0]), Vector256.Create(a[1], b[1], c[1], d[1]),
                Vector256.Create(a[2], b[2], c[2], d[2]), Vector256.Create(a[3], b[3], c[3], d[3]));
        }

        Vector256<double> ab0 = Avx.UnpackLow(a, b), ab1 = Avx.UnpackHigh(a, b), cd0 = Avx.UnpackLow(c, d), cd1 = Avx.UnpackHigh(c, d);
        return (
            Avx.Permute2x128(ab0, cd0, 0x20), Avx.Permute2x128(ab1, cd1, 0x20), Avx.Permute2x128(ab0, cd0, 0x31), Avx.Permute2x128(ab1, cd1, 0x31));
    }
}

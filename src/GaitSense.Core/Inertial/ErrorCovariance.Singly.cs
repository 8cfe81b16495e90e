using System.Runtime.CompilerServices;

namespace GaitSense.Core;

/// <content>
/// The same products one number after the other, to the same bit: for the interpreter of a browser, which has no vectors of four numbers and puts each operation on one together out of many calls. Each fused
/// product is a call there too, so of two entries that are alike one is worked out.
/// </content>
internal partial struct ErrorCovariance
{
    /// <summary>Whether this machine works out one number after the other.</summary>
    public static bool IsSinglyHere => OperatingSystem.IsBrowser();

    private static void PropagateSingly(ref double p, in ErrorTransition f)
    {
        for (int j = 0; j < Size; j++) ApplyToLine(ref Unsafe.Add(ref p, j), Stride, in f, Moving);
        double last = Last(ref p, in f);
        // The columns of (F P)' are the rows of F P: F is applied to each where it lies. What is above the diagonal stands for both halves.
        for (int j = 0; j < 8; j++)
        {
            ref double row = ref Unsafe.Add(ref p, j * Stride);
            ApplyToLine(ref row, 1, in f, j);
            for (int i = 0; i < j; i++) At(ref p, i, j) = Unsafe.Add(ref row, i);
            for (int i = 8; i < Size; i++) At(ref p, i, j) = Unsafe.Add(ref row, i);
        }

        At(ref p, 8, 8) = last;
        for (int i = Moving; i < Size; i++) At(ref p, i, 8) = At(ref p, 8, i);
    }

    // Takes away what three measurements told: c is the three columns, each Stride numbers long.
    private static void TakeAwaySingly(ref double p, ref double c)
    {
        for (int i = 0; i < Size; i++)
        {
            double f0 = -Unsafe.Add(ref c, i), f1 = -Unsafe.Add(ref c, Stride + i), f2 = -Unsafe.Add(ref c, (2 * Stride) + i);
            for (int j = i; j < Size; j++)
            {
                double left = Add(Unsafe.Add(ref c, j), f0, Add(Unsafe.Add(ref c, Stride + j), f1, Add(Unsafe.Add(ref c, (2 * Stride) + j), f2, At(ref p, i, j))));
                At(ref p, i, j) = left;
                At(ref p, j, i) = left;
            }
        }
    }

    // As ApplyToColumns, to the numbers of one line that are `step` apart: those up to one of them, and the ninth.
    private static void ApplyToLine(ref double c, int step, in ErrorTransition f, int upTo)
    {
        double vx = Unsafe.Add(ref c, 3 * step), vy = Unsafe.Add(ref c, 4 * step), vz = Unsafe.Add(ref c, 5 * step);
        double tx = Unsafe.Add(ref c, 6 * step), ty = Unsafe.Add(ref c, 7 * step), tz = Unsafe.Add(ref c, 8 * step);
        double gx = Unsafe.Add(ref c, 9 * step), gy = Unsafe.Add(ref c, 10 * step), gz = Unsafe.Add(ref c, 11 * step);
        double ax = Unsafe.Add(ref c, 12 * step), ay = Unsafe.Add(ref c, 13 * step), az = Unsafe.Add(ref c, 14 * step);
        ref readonly PaddedMatrix3 m = ref f.PositionFromGyroBias, n = ref f.PositionFromAccelBias;
        double t = f.Seconds, x = f.PositionFromAngle.X, y = f.PositionFromAngle.Y, z = f.PositionFromAngle.Z;
        ref double to = ref c;
        to = Less(Add(gz, m.M02, Add(gy, m.M01, Add(gx, m.M00, Add(-tz, y, Add(ty, z, Add(vx, t, to)))))), n.M00, n.M01, n.M02, ax, ay, az);
        to = ref Unsafe.Add(ref to, step);
        to = Less(Add(gz, m.M12, Add(gy, m.M11, Add(gx, m.M10, Add(-tx, z, Add(tz, x, Add(vy, t, to)))))), n.M10, n.M11, n.M12, ax, ay, az);
        to = ref Unsafe.Add(ref to, step);
        to = Less(Add(gz, m.M22, Add(gy, m.M21, Add(gx, m.M20, Add(-ty, x, Add(tx, y, Add(vz, t, to)))))), n.M20, n.M21, n.M22, ax, ay, az);
        n = ref f.AngleFromGyroBias;
        if (upTo >= 3)
        {
            m = ref f.VelocityFromGyroBias;
            (x, y, z) = (f.VelocityFromAngle.X, f.VelocityFromAngle.Y, f.VelocityFromAngle.Z);
            Unsafe.Add(ref c, 3 * step) = Less(Add(gz, m.M02, Add(gy, m.M01, Add(gx, m.M00, Add(-tz, y, Add(ty, z, vx))))), n.M00, n.M01, n.M02, ax, ay, az);
            Unsafe.Add(ref c, 4 * step) = Less(Add(gz, m.M12, Add(gy, m.M11, Add(gx, m.M10, Add(-tx, z, Add(tz, x, vy))))), n.M10, n.M11, n.M12, ax, ay, az);
            Unsafe.Add(ref c, 5 * step) = Less(Add(gz, m.M22, Add(gy, m.M21, Add(gx, m.M20, Add(-ty, x, Add(tx, y, vz))))), n.M20, n.M21, n.M22, ax, ay, az);
        }

        if (upTo >= 6)
        {
            Unsafe.Add(ref c, 6 * step) = Less(tx, n.M00, n.M01, n.M02, gx, gy, gz);
            Unsafe.Add(ref c, 7 * step) = Less(ty, n.M10, n.M11, n.M12, gx, gy, gz);
        }

        Unsafe.Add(ref c, 8 * step) = Less(tz, n.M20, n.M21, n.M22, gx, gy, gz);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Less(double sum, double n0, double n1, double n2, double x, double y, double z) => Add(-z, n2, Add(-y, n1, Add(-x, n0, sum)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Add(double a, double b, double sum) => Math.FusedMultiplyAdd(a, b, sum);
}

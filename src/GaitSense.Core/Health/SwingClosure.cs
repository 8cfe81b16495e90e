namespace GaitSense.Core;

/// <summary>
/// How far accelerometer and gyroscope contradict each other over one swing. Between two moments at which the foot moves alike, the specific force, turned along
/// with the gyroscope, averages to gravity; and gravity, turned along, comes out where the accelerometer shows it.
/// </summary>
/// <remarks>
/// Misclosure: mean of R f less the mean of gravity at both ends, and half the difference of gravity at both ends, with R from the gyroscope alone (sensor frame of the
/// swing's start) and gravity scaled to 9.81, so the accelerometer's scale does not matter. Which way either sensor sits on the foot does not matter either, so no mounting
/// is needed. The idea is that of calibration by gravity between rests (Tedaldi et al. 2014), with the swing's zero change of velocity added. A sensor that is well
/// shows 0.1 to 0.5 m/s² on recorded feet; any wrong axis 0.5 to 5.
/// </remarks>
internal readonly struct SwingClosure
{
    /// <summary>What is fitted: delay, scale, and a turn about each axis.</summary>
    public const int Unknowns = 5;

    private const double HalfAtEndS = 0.045;

    private readonly Vector3D _atStart;
    private readonly Vector3D _atEnd;
    private readonly double _perLevel;

    public SwingClosure(in MotionBins bins, long from, long to)
    {
        _atStart = Mean(in bins, from);
        _atEnd = Mean(in bins, to);
        LevelMps2 = (_atStart.Length + _atEnd.Length) / 2;
        _perLevel = ErrorStateFilter.GravityMps2 / Math.Max(LevelMps2, 1e-3);
    }

    /// <summary>What the accelerometer reads at the quiet ends, m/s².</summary>
    public double LevelMps2 { get; }

    /// <summary>The misclosure as if the gyroscope were to be read otherwise, m/s².</summary>
    /// <param name="bins">The readings.</param>
    /// <param name="from">The swing's first bin.</param>
    /// <param name="to">The bin after its last.</param>
    /// <param name="bias">The gyroscope's bias, rad/s.</param>
    /// <param name="axes">What of it stands for the accelerometer's axes.</param>
    /// <param name="scale">What it is multiplied by.</param>
    /// <param name="lateS">How late it is taken to be, s.</param>
    public double Misclosure(in MotionBins bins, long from, long to, in Vector3D bias, SignedAxes axes, double scale, double lateS)
    {
        var turned = new Turned(1, 0, 0, 0);
        Vector3D sum = default;
        double s = 0;
        for (long i = from; i < to; i++)
        {
            ref readonly MotionBin bin = ref MotionBins.At(in bins, i);
            double dt = bin.Dt;
            Vector3D gyro = lateS == 0 ? bin.Gyro : Later(in bins, i, lateS);
            Vector3D half = axes.Of(gyro - bias) * (0.25 * scale * dt);
            turned = turned.By(in half);
            sum += turned.Rotate(bin.Accel) * dt;
            turned = turned.By(in half);
            s += dt;
        }

        Vector3D end = turned.Rotate(in _atEnd);
        Vector3D mean = (sum * (1 / s)) - ((_atStart + end) * 0.5), apart = (end - _atStart) * 0.5;
        return Math.Sqrt(mean.LengthSquared + apart.LengthSquared) * _perLevel;
    }

    /// <summary>What the accelerometer reads on average, turned along, m/s²: gravity, where the gyroscope is right.</summary>
    /// <param name="bins">The readings.</param>
    /// <param name="from">The swing's first bin.</param>
    /// <param name="to">The bin after its last.</param>
    /// <param name="bias">The gyroscope's bias, rad/s.</param>
    public static double Level(in MotionBins bins, long from, long to, in Vector3D bias)
    {
        var turned = new Turned(1, 0, 0, 0);
        Vector3D sum = default;
        double s = 0;
        for (long i = from; i < to; i++)
        {
            ref readonly MotionBin bin = ref MotionBins.At(in bins, i);
            Vector3D half = (bin.Gyro - bias) * (0.25 * bin.Dt);
            turned = turned.By(in half);
            sum += turned.Rotate(bin.Accel) * bin.Dt;
            turned = turned.By(in half);
            s += bin.Dt;
        }

        return sum.Length / s;
    }

    /// <summary>The misclosure as it is, and what changes it.</summary>
    /// <param name="bins">The readings.</param>
    /// <param name="from">The swing's first bin.</param>
    /// <param name="to">The bin after its last.</param>
    /// <param name="bias">The gyroscope's bias, rad/s.</param>
    /// <param name="changes">
    /// Receives 2 x <see cref="Unknowns"/> vectors: how both parts of the misclosure change with the gyroscope's delay (in 10 ms), its scale, and turns about
    /// x, y, z (rad).
    /// </param>
    /// <param name="level">What the accelerometer reads on average, turned along, m/s²: gravity, rest or not.</param>
    public (Vector3D Mean, Vector3D Apart) Misclosure(in MotionBins bins, long from, long to, in Vector3D bias, Span<Vector3D> changes, out double level)
    {
        var turned = new Turned(1, 0, 0, 0);
        Vector3D sum = default;
        double s = 0;
        Span<Vector3D> error = stackalloc Vector3D[Unknowns], moved = stackalloc Vector3D[Unknowns], rate = stackalloc Vector3D[Unknowns];
        error.Clear();
        moved.Clear();
        for (long i = from; i < to; i++)
        {
            ref readonly MotionBin bin = ref MotionBins.At(in bins, i);
            double dt = bin.Dt;
            Vector3D w = bin.Gyro - bias, half = w * (0.25 * dt);
            turned = turned.By(in half);
            Vector3D force = turned.Rotate(bin.Accel);
            ref readonly MotionBin before = ref MotionBins.At(in bins, Math.Max(i - 1, bins.First)), after = ref MotionBins.At(in bins, Math.Min(i + 1, bins.Count - 1));
            rate[0] = (after.Gyro - before.Gyro) * (0.01 / ((0.5 * (before.Dt + after.Dt)) + dt));
            rate[1] = w;
            rate[2] = new Vector3D(0, -w.Z, w.Y);
            rate[3] = new Vector3D(w.Z, 0, -w.X);
            rate[4] = new Vector3D(-w.Y, w.X, 0);
            for (int p = 0; p < Unknowns; p++)
            {
                Vector3D step = turned.Rotate(in rate[p]) * dt;
                moved[p] += Vector3D.Cross(error[p] + (step * 0.5), force) * dt;
                error[p] += step;
            }

            sum += force * dt;
            turned = turned.By(in half);
            s += dt;
        }

        Vector3D end = turned.Rotate(in _atEnd);
        level = sum.Length / s;
        for (int p = 0; p < Unknowns; p++)
        {
            Vector3D endMoved = Vector3D.Cross(in error[p], in end) * (0.5 * _perLevel);
            changes[2 * p] = (moved[p] * (_perLevel / s)) - endMoved;
            changes[(2 * p) + 1] = endMoved;
        }

        return (((sum * (1 / s)) - ((_atStart + end) * 0.5)) * _perLevel, (end - _atStart) * (0.5 * _perLevel));
    }

    private static Vector3D Mean(in MotionBins bins, long at)
    {
        Vector3D sum = bins.Count > at ? MotionBins.At(in bins, at).Accel : default;
        int n = 1;
        double s = 0;
        for (long i = at - 1; i >= bins.First && (s += MotionBins.At(in bins, i).Dt) <= HalfAtEndS; i--, n++) sum += MotionBins.At(in bins, i).Accel;
        s = 0;
        for (long i = at + 1; i < bins.Count && (s += MotionBins.At(in bins, i).Dt) <= HalfAtEndS; i++, n++) sum += MotionBins.At(in bins, i).Accel;
        return sum * (1.0 / n);
    }

    // What the gyroscope reads so much later; at the edges of what is kept its first or last reading.
    private static Vector3D Later(in MotionBins bins, long i, double lateS)
    {
        double at = i + (lateS / MotionBins.At(in bins, i).Dt);
        long low = (long)Math.Floor(at);
        double share = at - low;
        Vector3D a = MotionBins.At(in bins, Math.Clamp(low, bins.First, bins.Count - 1)).Gyro, b = MotionBins.At(in bins, Math.Clamp(low + 1, bins.First, bins.Count - 1)).Gyro;
        return (a * (1 - share)) + (b * share);
    }

    /// <summary>A unit quaternion.</summary>
    private readonly struct Turned(double w, double x, double y, double z)
    {
        private readonly double _w = w;
        private readonly Vector3D _v = new(x, y, z);

        // By a vector of half the angle: its series is exact to 1e-7 up to 0.3 rad, far more than a bin turns.
        public Turned By(in Vector3D half)
        {
            double n2 = half.LengthSquared, c = 1 - (n2 * (0.5 - (n2 * (1.0 / 24))));
            Vector3D u = half * (1 - (n2 * ((1.0 / 6) - (n2 * (1.0 / 120)))));
            Vector3D v = (u * _w) + (_v * c) + Vector3D.Cross(in _v, in u);
            return new Turned((_w * c) - Vector3D.Dot(in _v, in u), v.X, v.Y, v.Z);
        }

        public Vector3D Rotate(in Vector3D v)
        {
            Vector3D t = Vector3D.Cross(in _v, in v) * 2;
            return v + (t * _w) + Vector3D.Cross(in _v, in t);
        }
    }
}

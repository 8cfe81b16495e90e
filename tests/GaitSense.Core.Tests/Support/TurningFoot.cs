namespace GaitSense.Core.Tests;

/// <summary>A foot that turns as it is told to and goes nowhere: its accelerometer reads gravity alone, in the axes that have turned along.</summary>
internal static class TurningFoot
{
    private const int Parts = 10;

    /// <summary>Readings at each 10 ms: the means over the interval before.</summary>
    /// <param name="rateRadPerS">Angular rate about the foot's own axes over time, rad/s.</param>
    /// <param name="seconds">For how long, s.</param>
    /// <param name="shown">What the gyroscope shows over time where it errs, rad/s.</param>
    /// <param name="gravityMps2">What the accelerometer makes of gravity, m/s².</param>
    public static IEnumerable<(Vector3D Accel, Vector3D Gyro)> Readings(
        Func<double, Vector3D> rateRadPerS, double seconds, Func<double, Vector3D>? shown = null, double gravityMps2 = ErrorStateFilter.GravityMps2)
    {
        const double Part = 0.01 / Parts;
        Attitude attitude = Attitude.Identity;
        for (int i = 0; i < (int)Math.Round(seconds * 100); i++)
        {
            Vector3D accel = default, gyro = default;
            for (int j = 0; j < Parts; j++)
            {
                double t = (0.01 * i) + ((j + 0.5) * Part);
                attitude.RotateTwice(rateRadPerS(t) * (0.5 * Part), out Attitude middle);
                accel += middle.ToMatrix().TransposeMultiply(new Vector3D(0, 0, gravityMps2)) * (1.0 / Parts);
                gyro += (shown ?? rateRadPerS)(t) * (1.0 / Parts);
            }

            yield return (accel, gyro);
        }
    }

    /// <summary>The same as bins of 10 ms.</summary>
    public static MotionBins Bins(Func<double, Vector3D> rateRadPerS, double seconds, Func<double, Vector3D>? shown = null, double gravityMps2 = ErrorStateFilter.GravityMps2)
    {
        MotionBins bins = default;
        foreach ((Vector3D a, Vector3D w) in Readings(rateRadPerS, seconds, shown, gravityMps2))
        {
            bins.Add(new MotionBin
            {
                Dt = 0.01f,
                Ax = (float)a.X,
                Ay = (float)a.Y,
                Az = (float)a.Z,
                Wx = (float)w.X,
                Wy = (float)w.Y,
                Wz = (float)w.Z,
            });
        }

        return bins;
    }

    /// <summary>A swing of 0.8 s about all three axes after a rest of 0.1 s, and a rest after it; as large and as long a way to each side as asked for.</summary>
    public static Func<double, Vector3D> Swing(double size = 1, double side = 1) => t =>
    {
        double u = (t - 0.1) / 0.8;
        if (u is < 0 or > 1) return default;
        double s = Math.Sin(Math.PI * u), s2 = s * s;
        return new Vector3D(side * s2, 4 * s2 * Math.Sin(2 * Math.PI * u), side * -0.8 * s2 * Math.Cos(Math.PI * u)) * size;
    };
}

namespace GaitSense.Core.Tests;

/// <summary>What a sensor reads that is not on the foot: plain models of a shank that rolls over its ankle, and of a pelvis.</summary>
internal static class OtherPlaces
{
    private const double G = 9.80665, StrideS = 1.1, StrideM = 1.3, StandS = 3, WalkS = 40, DtS = 0.01, FineS = 0.001;

    // Forward lean of the shank over a stride from landing on, degrees (after Winter 1991, natural cadence).
    private static readonly (double Phase, double Degrees)[] s_lean =
        [(0, -18), (0.1, -5), (0.3, 8), (0.5, 25), (0.62, 46), (0.72, 50), (0.85, 8), (0.95, -19), (1, -18)];

    /// <summary>A sensor 0.3 m above the ankle.</summary>
    public static ImuSample[] Shank() => Sensor(
        t => new Vector3D(0, Walking(t) * Lean(t / StrideS), 0),
        t =>
        {
            double lean = Walking(t) * Lean(t / StrideS), stride = Math.Floor(t / StrideS), swing = Math.Clamp(((t / StrideS) - stride - 0.6) / 0.4, 0, 1), smooth = swing * swing * swing * (10 - (15 * swing) + (6 * swing * swing));
            double rise = 0.08 * Math.Pow(Math.Sin(Math.PI * swing), 2);
            return t < 0 ? new Vector3D(0.3 * Math.Sin(lean), 0, 0.3 * Math.Cos(lean)) : new Vector3D((StrideM * (stride + smooth)) + (0.3 * Math.Sin(lean)), 0, rise + (0.3 * Math.Cos(lean)));
        });

    /// <summary>A sensor at the lower back.</summary>
    public static ImuSample[] Pelvis() => Sensor(
        t => new Vector3D(0.06 * Math.Sin(2 * Math.PI * t / StrideS), 0.03 * Math.Sin(4 * Math.PI * t / StrideS), 0.08 * Math.Cos(2 * Math.PI * t / StrideS)) * Walking(t),
        t => new Vector3D(StrideM / StrideS * Math.Max(0, t), 0.02 * Math.Sin(2 * Math.PI * t / StrideS) * Walking(t), 0.02 * Math.Cos(4 * Math.PI * t / StrideS) * Walking(t)));

    // Backward lean of the thigh, knee forward, over a stride from landing on, degrees (after Winter 1991, natural cadence).
    private static readonly (double Phase, double Degrees)[] s_thigh =
        [(0, 22), (0.1, 19), (0.3, 4), (0.5, -12), (0.62, -6), (0.72, 10), (0.85, 24), (0.95, 24), (1, 22)];

    /// <summary>A sensor 0.2 m below the hip.</summary>
    public static ImuSample[] Thigh() => Hanging(0.2, t => Walking(t) * Curve(s_thigh, t / StrideS), _ => 0);

    /// <summary>A sensor at the wrist of an arm that swings freely from the shoulder, and turns a little about itself.</summary>
    /// <param name="degrees">How far the arm swings to each side.</param>
    public static ImuSample[] Wrist(double degrees = 20) => Hanging(
        0.55, t => Walking(t) * degrees * (0.2 + Math.Cos(2 * Math.PI * t / StrideS)) * Math.PI / 180, t => Walking(t) * 0.15 * Math.Sin(2 * Math.PI * t / StrideS));

    // Below a joint that goes forward with the trunk, which bobs twice a stride.
    private static ImuSample[] Hanging(double lengthM, Func<double, double> swing, Func<double, double> turn) => Sensor(
        t => new Vector3D(0, -swing(t), turn(t)),
        t => new Vector3D((StrideM / StrideS * Math.Max(0, t)) + (lengthM * Math.Sin(swing(t))), 0, (0.02 * Math.Cos(4 * Math.PI * t / StrideS) * Walking(t)) - (lengthM * Math.Cos(swing(t)))));

    // Rolls about x, leans about y and turns about z are small or alone, so their rates are the gyroscope's.
    private static ImuSample[] Sensor(Func<double, Vector3D> angles, Func<double, Vector3D> place)
    {
        var random = new Random(7);
        var samples = new List<ImuSample>();
        for (double t = -StandS; t < WalkS; t += DtS)
        {
            Vector3D force = ((place(t + FineS) - (place(t) * 2) + place(t - FineS)) * (1 / (FineS * FineS))) + new Vector3D(0, 0, G);
            Vector3D angle = angles(t), rate = (angles(t + FineS) - angles(t - FineS)) * (0.5 / FineS);
            (double s, double c) = Math.SinCos(angle.Y);
            var turned = new Vector3D((c * force.X) - (s * force.Z), force.Y + (angle.X * G), (s * force.X) + (c * force.Z));
            samples.Add(new ImuSample(DeviceTime.FromSeconds(t + StandS), turned + Noise(0.03), rate + Noise(0.004)));
        }

        return [.. samples];

        Vector3D Noise(double size) => new Vector3D(random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5) * (2 * size);
    }

    private static double Walking(double t) => t <= 0 ? 0 : Math.Min(1, t / StrideS);

    private static double Lean(double strides) => Curve(s_lean, strides);

    // Cubic between the points, its slopes those of the neighbours (Catmull, Rom), round and round.
    private static double Curve((double Phase, double Degrees)[] of, double strides)
    {
        double phase = strides - Math.Floor(strides);
        int n = of.Length - 1, i = Enumerable.Range(0, n).Last(k => of[k].Phase <= phase);
        (double x1, double y1) = of[i];
        (double x2, double y2) = of[i + 1];
        (double x0, double y0) = i > 0 ? of[i - 1] : (of[n - 1].Phase - 1, of[n - 1].Degrees);
        (double x3, double y3) = i + 2 <= n ? of[i + 2] : (1 + of[1].Phase, of[1].Degrees);
        double d = x2 - x1, u = (phase - x1) / d, m1 = d * (y2 - y0) / (x2 - x0), m2 = d * (y3 - y1) / (x3 - x1);
        double value = (((2 * u * u * u) - (3 * u * u) + 1) * y1) + (((u * u * u) - (2 * u * u) + u) * m1) + (((3 * u * u) - (2 * u * u * u)) * y2) + (((u * u * u) - (u * u)) * m2);
        return value * Math.PI / 180;
    }
}

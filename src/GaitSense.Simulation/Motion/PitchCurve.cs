using MathNet.Numerics.LinearAlgebra;

namespace GaitSense.Simulation.Motion;

/// <summary>
/// The foot's sagittal angle over one movement, plantarflexion positive. Its rate runs through knots whose pattern was read off
/// recordings of healthy walking (a slow rise while the heel lifts, a sharp peak as the toe leaves, a broad swing in the other
/// direction, a jump at landing and the slap that follows); each of the three parts is scaled so that the angles at release and landing are
/// those asked for. Quintic pieces make the rate twice continuously differentiable. A backward movement is the same pattern played
/// backward in time (Winter et al. 1989; Thorstensson 1986).
/// </summary>
internal sealed class PitchCurve
{
    private static readonly double[] PushAt = [0, 0.18, 0.36, 0.55, 0.72, 0.82, 0.92, 1];
    private static readonly double[] Push = [0, 0.05, 0.20, 0.50, 0.90, 1.00, 1.02, 1.15];
    private static readonly double[] SwingAt = [0.047, 0.105, 0.17, 0.36, 0.58, 0.72, 0.84, 0.93];
    private static readonly double[] Swing = [0.05, -0.64, -0.76, -0.87, -1.00, -0.94, -0.86, -0.48];
    private static readonly double[] LoadAt = [0, 0.09, 0.20, 0.42, 0.62, 0.82, 1];
    private static readonly double[] Load = [0.10, 0.78, 0.88, 1.00, 0.62, 0.14, 0];

    private readonly double[] _time, _angle;
    private readonly double[][] _rate;

    /// <summary>Fits the pattern.</summary>
    /// <param name="timing">The instants of the movement.</param>
    /// <param name="releaseRad">Angle where the foot leaves the ground.</param>
    /// <param name="landingRad">Angle where it touches the ground.</param>
    /// <param name="reversed">Whether the pattern runs backward in time.</param>
    public PitchCurve(in StrideTiming timing, double releaseRad, double landingRad, bool reversed)
    {
        (double t0, double t1, double t2, double t3) = (timing.ReleaseS, timing.TerminalContactS, timing.InitialContactS, timing.FlatS);
        if (reversed) (t0, t1, t2, t3, releaseRad, landingRad) = (-t3, -t2, -t1, -t0, landingRad, releaseRad);
        List<double> time = [], pattern = [];
        List<int> part = [];
        Add(PushAt, Push, t0, t1, 0);
        Add(SwingAt, Swing, t1, t2, 1);
        Add(LoadAt, Load, t2, t3, 2);

        // The angle swept in each phase is linear in the three scales, because the slopes at the knots are linear in the knots' values.
        int n = time.Count;
        Matrix<double> swept = Matrix<double>.Build.Dense(3, 3);
        for (int p = 0; p < 3; p++)
        {
            double[] values = [.. pattern.Select((v, i) => part[i] == p ? v : 0)];
            double[][] pieces = Pieces(time, values, Push.Length - 1);
            for (int i = 0; i < n - 1; i++)
                swept[i < Push.Length - 1 ? 0 : i < n - Load.Length ? 1 : 2, p] += Area(pieces[i], time[i + 1] - time[i]);
        }

        Vector<double> scale = swept.Solve(Vector<double>.Build.Dense([releaseRad, landingRad - releaseRad, -landingRad]));
        double[] rates = [.. pattern.Select((v, i) => v * scale[part[i]])];
        _time = [.. time];
        _rate = Pieces(time, rates, Push.Length - 1);
        _angle = new double[n];
        for (int i = 0; i < n - 1; i++) _angle[i + 1] = _angle[i] + Area(_rate[i], _time[i + 1] - _time[i]);
        Reversed = reversed;

        void Add(double[] at, double[] values, double from, double to, int which)
        {
            for (int i = 0; i < at.Length; i++)
            {
                time.Add(from + (at[i] * (to - from)));
                pattern.Add(values[i]);
                part.Add(which);
            }
        }
    }

    private bool Reversed { get; }

    public Jet At(double t)
    {
        if (Reversed) t = -t;
        if (t <= _time[0] || t >= _time[^1]) return 0;
        int i = Array.BinarySearch(_time, t);
        if (i < 0) i = ~i - 1;
        double[] c = _rate[i];
        double s = t - _time[i];
        double angle = _angle[i], rate = 0, slope = 0, curvature = 0;
        for (int k = 5; k >= 0; k--)
        {
            curvature = (curvature * s) + (2 * slope);
            slope = (slope * s) + rate;
            rate = (rate * s) + c[k];
        }

        double power = s;
        for (int k = 0; k <= 5; k++, power *= s) angle += c[k] * power / (k + 1);
        return Reversed ? new(angle, -rate, slope, -curvature) : new(angle, rate, slope, curvature);
    }

    /// <summary>Quintic pieces through the knots; the rate is at rest at both ends and has a level top at the peak.</summary>
    private static double[][] Pieces(List<double> t, double[] v, int peak)
    {
        int n = t.Count;
        double[] slope = new double[n], curvature = new double[n];
        for (int i = 1; i < n - 1; i++)
        {
            if (i == peak) continue;
            double a = t[i] - t[i - 1], b = t[i + 1] - t[i];
            double left = (v[i] - v[i - 1]) / a, right = (v[i + 1] - v[i]) / b;
            slope[i] = ((left * b) + (right * a)) / (a + b);
            curvature[i] = (right - left) / (a + b);
        }

        double[][] pieces = new double[n - 1][];
        for (int i = 0; i < n - 1; i++)
        {
            double h = t[i + 1] - t[i];
            double c0 = v[i], c1 = slope[i], c2 = curvature[i] / 2;
            double a = v[i + 1] - (c0 + (c1 * h) + (c2 * h * h));
            double b = (slope[i + 1] - (c1 + (2 * c2 * h))) * h;
            double c = (curvature[i + 1] - (2 * c2)) * h * h;
            double h3 = h * h * h;
            pieces[i] =
            [
                c0, c1, c2,
                ((10 * a) - (4 * b) + (c / 2)) / h3,
                ((-15 * a) + (7 * b) - c) / (h3 * h),
                ((6 * a) - (3 * b) + (c / 2)) / (h3 * h * h),
            ];
        }

        return pieces;
    }

    private static double Area(double[] c, double h)
    {
        double sum = 0, power = h;
        for (int k = 0; k <= 5; k++, power *= h) sum += c[k] * power / (k + 1);
        return sum;
    }
}

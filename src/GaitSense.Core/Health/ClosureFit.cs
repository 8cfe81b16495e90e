using System.Runtime.CompilerServices;

namespace GaitSense.Core;

/// <summary>
/// Delay and scale of the gyroscope that explain the misclosures of many swings, by weighted least squares about the readings as they are. What a good sensor may have,
/// a small turn between its two halves, is fitted along with its prior, so that it does not pass for a delay.
/// </summary>
internal struct ClosureFit
{
    private const int N = SwingClosure.Unknowns;

    // Two halves of one chip are aligned and scaled to a percent.
    private const double TurnSdRad = 0.01, ScaleSd = 0.01;

    // Stances of one foot differ from rest in the same way: many swings say no more than so few.
    private const double WorthSwings = 6;
    private const double MinSdMps2 = 0.08;

    private Square _information;
    private Row _right;
    private double _squares;
    private double _level;
    private double _weight;

    /// <summary>Swings taken.</summary>
    public int Swings { get; private set; }

    /// <summary>What the misclosure usually is, m/s².</summary>
    public double UsualMps2 { get; private set; }

    /// <summary>What the accelerometer reads on average over a swing, turned along, m/s²; 0 before the first swing.</summary>
    public readonly double LevelMps2 => _weight > 0 ? _level / _weight : 0;

    /// <summary>Takes a swing.</summary>
    /// <param name="mean">First part of the misclosure, m/s².</param>
    /// <param name="apart">Second part.</param>
    /// <param name="changes">What changes them.</param>
    /// <param name="levelMps2">What the accelerometer reads on average, m/s².</param>
    public void Add(in Vector3D mean, in Vector3D apart, ReadOnlySpan<Vector3D> changes, double levelMps2)
    {
        double size = Math.Sqrt(mean.LengthSquared + apart.LengthSquared);
        UsualMps2 = Swings == 0 ? size : UsualMps2 + ((size > UsualMps2 ? 1 : -1) * Math.Min(Math.Abs(size - UsualMps2), UsualMps2) / Math.Min(Swings + 1, 12));
        Swings++;
        double odd = size / (2 * Math.Max(UsualMps2, MinSdMps2)), weight = 1 / ((1 + (odd * odd)) * (1 + (odd * odd)));
        for (int i = 0; i < N; i++)
        {
            for (int j = i; j < N; j++)
                _information[(i * N) + j] += weight * (Vector3D.Dot(in changes[2 * i], in changes[2 * j]) + Vector3D.Dot(in changes[(2 * i) + 1], in changes[(2 * j) + 1]));
            _right[i] -= weight * (Vector3D.Dot(in changes[2 * i], in mean) + Vector3D.Dot(in changes[(2 * i) + 1], in apart));
        }

        _squares += weight * size * size;
        _level += weight * levelMps2;
        _weight += weight;
    }

    /// <summary>How late the gyroscope is, s, with its standard uncertainty, its scale taken to be right; and the misclosure that is left then, m/s².</summary>
    public readonly (double Value, double Sd, double LeftMps2) Delay()
    {
        (double value, double sd, double left) = Solve(0, ScaleSd, 10);
        return (0.01 * value, 0.01 * sd, left);
    }

    /// <summary>What is to be added to the gyroscope's scale of 1, with its standard uncertainty, where there is hardly a delay; and the misclosure that is left then, m/s².</summary>
    public readonly (double Value, double Sd, double LeftMps2) Scale() => Solve(1, 1, 0.5);

    // Twice: what is left by the first solution says how much each swing is worth.
    private readonly (double Value, double Sd, double LeftMps2) Solve(int wanted, double scaleSd, double delaySd)
    {
        Span<double> a = stackalloc double[N * N], x = stackalloc double[N], c = stackalloc double[N];
        double left = UsualMps2, sd = 0;
        for (int pass = 0; pass < 2; pass++)
        {
            sd = Math.Max(0.6 * left, MinSdMps2);
            double worth = Math.Min(1, WorthSwings / Math.Max(Swings, 1)) / (sd * sd);
            for (int i = 0; i < N; i++)
            {
                for (int j = 0; j < N; j++) a[(i * N) + j] = worth * Information(i, j);
                double prior = i switch { 0 => delaySd, 1 => scaleSd, _ => TurnSdRad };
                a[(i * N) + i] += 1 / (prior * prior);
                x[i] = worth * _right[i];
                c[i] = i == wanted ? 1 : 0;
            }

            Eliminate(a, x, c);
            left = Left(x);
        }

        return (x[wanted], Math.Sqrt(Math.Max(0, c[wanted])), left);
    }

    private readonly double Information(int i, int j) => _information[(Math.Min(i, j) * N) + Math.Max(i, j)];

    private readonly double Left(ReadOnlySpan<double> x)
    {
        double squares = _squares;
        for (int i = 0; i < N; i++)
        {
            squares -= 2 * x[i] * _right[i];
            for (int j = 0; j < N; j++) squares += x[i] * Information(i, j) * x[j];
        }

        return Math.Sqrt(Math.Max(0, squares) / Math.Max(_weight, 1e-9));
    }

    // A symmetric positive system with two right sides, in place (Gauss, Jordan).
    private static void Eliminate(Span<double> a, Span<double> b, Span<double> c)
    {
        for (int p = 0; p < N; p++)
        {
            double by = 1 / a[(p * N) + p];
            for (int j = 0; j < N; j++) a[(p * N) + j] *= by;
            b[p] *= by;
            c[p] *= by;
            for (int i = 0; i < N; i++)
            {
                if (i == p) continue;
                double k = a[(i * N) + p];
                for (int j = 0; j < N; j++) a[(i * N) + j] -= k * a[(p * N) + j];
                b[i] -= k * b[p];
                c[i] -= k * c[p];
            }
        }
    }

    [InlineArray(N * N)]
    private struct Square
    {
        private double _element0;
    }

    [InlineArray(N)]
    private struct Row
    {
        private double _element0;
    }
}

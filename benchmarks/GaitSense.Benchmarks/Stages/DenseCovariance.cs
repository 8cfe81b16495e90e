namespace GaitSense.Benchmarks;

/// <summary>
/// What everything is measured against: fifteen errors' covariance carried over one sample without any structure, F P F' + Q, as plain
/// loops over doubles. It is the natural cost of a filter like ours, and no code of ours runs in it.
/// </summary>
internal sealed class DenseCovariance
{
    private const int N = 15;

    private readonly double[] _f = new double[N * N];
    private readonly double[] _p = new double[N * N];
    private readonly double[] _fp = new double[N * N];

    public DenseCovariance()
    {
        for (int i = 0; i < N; i++)
        {
            for (int j = 0; j < N; j++) _f[(i * N) + j] = i == j ? 0.99 : 0.001 * Math.Sin((i * N) + j);
            _p[(i * N) + i] = 1;
        }
    }

    /// <summary>The trace: a number that depends on all of the work.</summary>
    public double Run(int count)
    {
        for (int k = 0; k < count; k++) Propagate();
        double trace = 0;
        for (int i = 0; i < N; i++) trace += _p[(i * N) + i];
        return trace;
    }

    private void Propagate()
    {
        double[] f = _f, p = _p, fp = _fp;
        for (int i = 0; i < N; i++)
        {
            for (int j = 0; j < N; j++)
            {
                double sum = 0;
                for (int k = 0; k < N; k++) sum += f[(i * N) + k] * p[(k * N) + j];
                fp[(i * N) + j] = sum;
            }
        }

        for (int i = 0; i < N; i++)
        {
            for (int j = 0; j < N; j++)
            {
                double sum = i == j ? 0.01 : 0;
                for (int k = 0; k < N; k++) sum += fp[(i * N) + k] * f[(j * N) + k];
                p[(i * N) + j] = sum;
            }
        }
    }
}

using GaitSense.Core;

namespace GaitSense.Analysis.Walks;

/// <summary>
/// Running mean and variance of 101-point curves (Welford 1962, "Note on a method for calculating corrected sums of squares and products"):
/// the memory does not grow with the number of strides.
/// </summary>
internal sealed class CurveAccumulator
{
    private readonly double[] _mean = new double[MeanCurve.Points];
    private readonly double[] _sumSquares = new double[MeanCurve.Points];
    private double _terminalContactSum;
    private double _initialContactSum;
    private int _n;

    public void Add(ReadOnlySpan<double> curve, double terminalContactPercent, double initialContactPercent)
    {
        _n++;
        _terminalContactSum += terminalContactPercent;
        _initialContactSum += initialContactPercent;
        for (int i = 0; i < MeanCurve.Points; i++)
        {
            double before = curve[i] - _mean[i];
            _mean[i] += before / _n;
            _sumSquares[i] += before * (curve[i] - _mean[i]);
        }
    }

    public MeanCurve? Result(Foot foot, WalkingDirection direction, CurveKind kind) => _n == 0
        ? null
        : new MeanCurve
        {
            Foot = foot,
            Direction = direction,
            Kind = kind,
            N = _n,
            Mean = [.. _mean],
            Sd = [.. _sumSquares.Select(s => _n > 1 ? Math.Sqrt(s / (_n - 1)) : 0)],
            TerminalContactPercent = _terminalContactSum / _n,
            InitialContactPercent = _initialContactSum / _n,
        };
}

using GaitSense.Core;

namespace GaitSense.Feedback.Rhythm;

/// <summary>Means of the strides of one part of a walk: baseline, cued, a task. What is not known is null.</summary>
internal sealed class WalkSums
{
    private readonly double[] _sums = new double[Quantities * 2], _squares = new double[Quantities * 2];
    private readonly int[] _counts = new int[Quantities * 2];

    private const int Quantities = 4;

    private enum Quantity { Length, Speed, Clearance, Angle }

    /// <summary>Adds a valid stride.</summary>
    public void Add(in Stride stride)
    {
        Add(stride.Foot, Quantity.Length, stride.LengthM);
        Add(stride.Foot, Quantity.Speed, stride.SpeedMps);
        Add(stride.Foot, Quantity.Clearance, stride.ClearanceM);
        Add(stride.Foot, Quantity.Angle, stride.AngleAtInitialContactRad);
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        Array.Clear(_sums);
        Array.Clear(_squares);
        Array.Clear(_counts);
    }

    /// <summary>Stride length, m; both feet where none is said.</summary>
    public SampleMean? LengthM(Foot? foot = null) => Mean(Quantity.Length, foot);

    /// <summary>Speed, m/s.</summary>
    public SampleMean? SpeedMps() => Mean(Quantity.Speed, null);

    /// <summary>Clearance, m.</summary>
    public SampleMean? ClearanceM(Foot? foot) => Mean(Quantity.Clearance, foot);

    /// <summary>Foot angle at the landing, rad.</summary>
    public SampleMean? AngleRad(Foot? foot) => Mean(Quantity.Angle, foot);

    /// <summary>Symmetry index of stride length (<see cref="RobinsonIndex"/>), percent.</summary>
    public double? LengthSymmetryPercent => LengthM(Foot.Left) is { } left && LengthM(Foot.Right) is { } right ? RobinsonIndex.Percent(left.Mean, right.Mean) : null;

    private void Add(Foot foot, Quantity quantity, double? value)
    {
        if (value is not { } v) return;
        int at = (2 * (int)quantity) + (int)foot;
        _sums[at] += v;
        _squares[at] += v * v;
        _counts[at]++;
    }

    private SampleMean? Mean(Quantity quantity, Foot? foot)
    {
        double sum = 0, squares = 0;
        int n = 0;
        for (int f = 0; f < 2; f++)
        {
            if (foot is { } only && f != (int)only) continue;
            int at = (2 * (int)quantity) + f;
            (sum, squares, n) = (sum + _sums[at], squares + _squares[at], n + _counts[at]);
        }

        return n == 0 ? null : new SampleMean(n, sum / n, n > 1 ? Math.Sqrt(Math.Max(0, (squares - (sum * sum / n)) / (n - 1))) : 0);
    }
}

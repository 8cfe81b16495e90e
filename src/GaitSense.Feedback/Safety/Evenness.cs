using GaitSense.Core;
using GaitSense.Feedback.Rhythm;

namespace GaitSense.Feedback.Safety;

/// <summary>
/// Whether strides have become less even than at the walk's start: the size of the symmetry index of stride length (Robinson 1987) has grown by so many points, by more than chance gives for so few
/// strides, and twice in a row.
/// </summary>
/// <param name="growthPoints">So many points.</param>
internal sealed class Evenness(double growthPoints)
{
    // Of each foot. The reference needs more strides than each of the many later comparisons.
    private const int OwnStrides = 20, Strides = 10;

    // Standard errors of the difference. It is looked at up to ten times in three minutes, and must hold twice: less than 1 walk in 1000.
    private const double Clear = 3;

    private readonly WalkSums _now = new();
    private (double Points, double Error)? _own;
    private bool _wasLess;

    /// <summary>Whether they have.</summary>
    public bool IsLess { get; private set; }

    /// <summary>A steady straight stride.</summary>
    public void Add(in Stride stride)
    {
        _now.Add(in stride);
        int wanted = _own is null ? OwnStrides : Strides;
        if (_now.LengthM(Foot.Left) is not { } left || _now.LengthM(Foot.Right) is not { } right || left.Count < wanted || right.Count < wanted) return;
        double mean = 0.5 * (left.Mean + right.Mean), points = 100 * Math.Abs(right.Mean - left.Mean) / mean;
        double error = 100 * Math.Sqrt((left.Sd * left.Sd / left.Count) + (right.Sd * right.Sd / right.Count)) / mean;
        _now.Clear();
        if (_own is not { } own)
        {
            _own = (points, error);
            return;
        }

        double growth = points - own.Points;
        bool isLess = growth >= growthPoints && growth > Clear * Math.Sqrt((error * error) + (own.Error * own.Error));
        (IsLess, _wasLess) = (isLess && _wasLess, isLess);
    }

    /// <summary>The walker rested: what was before says nothing.</summary>
    public void Rest()
    {
        _now.Clear();
        (IsLess, _wasLess) = (false, false);
    }
}

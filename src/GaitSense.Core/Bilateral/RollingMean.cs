using System.Runtime.CompilerServices;

namespace GaitSense.Core;

/// <summary>Mean of the last few numbers.</summary>
internal struct RollingMean
{
    /// <summary>How many numbers it remembers: what symmetry needs of each foot.</summary>
    public const int Window = 10;

    private Slots _values;
    private int _next;
    private int _count;

    /// <summary>The mean, or null before the first number.</summary>
    public readonly double? Mean
    {
        get
        {
            if (_count == 0) return null;
            double sum = 0;
            for (int i = 0; i < _count; i++) sum += _values[i];
            return sum / _count;
        }
    }

    /// <summary>How many numbers the mean is of.</summary>
    public readonly int Count => _count;

    public void Add(double value)
    {
        _values[_next] = value;
        _next = (_next + 1) % Window;
        _count = Math.Min(_count + 1, Window);
    }

    public void Clear() => _count = _next = 0;

    [InlineArray(Window)]
    private struct Slots
    {
        private double _element0;
    }
}

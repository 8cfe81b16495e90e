namespace GaitSense.Feedback.Rhythm;

/// <summary>The last values of something, oldest first. Nothing is allocated after construction.</summary>
/// <param name="capacity">How many are kept.</param>
internal sealed class Recent(int capacity)
{
    private readonly double[] _values = new double[capacity];
    private readonly double[] _sorted = new double[capacity];
    private int _next;

    public int Count { get; private set; }

    public bool IsFull => Count == capacity;

    public void Clear() => (_next, Count) = (0, 0);

    public void Add(double value)
    {
        _values[_next] = value;
        _next = (_next + 1) % capacity;
        Count = Math.Min(Count + 1, capacity);
    }

    /// <summary>The value at a distance from the last.</summary>
    public double Before(int n) => _values[(_next - 1 - n + (2 * capacity)) % capacity];

    /// <summary>Mean of the last <paramref name="n"/>, or of all where there are fewer; at least one is there.</summary>
    public double MeanOfLast(int n)
    {
        n = Math.Min(n, Count);
        double sum = 0;
        for (int i = 1; i <= n; i++) sum += _values[(_next - i + capacity) % capacity];
        return sum / n;
    }

    /// <summary>Median of all; at least one is there.</summary>
    public double Median()
    {
        _values.AsSpan(0, Count).CopyTo(_sorted);
        Span<double> sorted = _sorted.AsSpan(0, Count);
        sorted.Sort();
        return 0.5 * (sorted[(Count - 1) / 2] + sorted[Count / 2]);
    }

    /// <summary>Length of the mean vector of the values taken as angles, rad: 1 where all are alike, about 0 where they are anything.</summary>
    public double Concentration()
    {
        double cos = 0, sin = 0;
        for (int i = 0; i < Count; i++) (cos, sin) = (cos + Math.Cos(_values[i]), sin + Math.Sin(_values[i]));
        return Math.Sqrt((cos * cos) + (sin * sin)) / Count;
    }
}

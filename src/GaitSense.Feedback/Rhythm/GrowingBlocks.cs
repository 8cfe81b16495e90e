namespace GaitSense.Feedback.Rhythm;

/// <summary>Means of blocks of a series of unknown length: eight full blocks become four twice as long (batch means; Conway 1963).</summary>
internal sealed class GrowingBlocks
{
    private const int Capacity = 8, FirstLength = 4;

    private readonly double[] _means = new double[Capacity];
    private double _sum;
    private int _values, _perBlock = FirstLength;

    /// <summary>Whole blocks, fewer than 8.</summary>
    public int Count { get; private set; }

    /// <summary>Mean of the whole blocks; 0 without one.</summary>
    public double Mean
    {
        get
        {
            double sum = 0;
            for (int i = 0; i < Count; i++) sum += _means[i];
            return Count > 0 ? sum / Count : 0;
        }
    }

    /// <summary>Variance of single blocks; 0 with fewer than two.</summary>
    public double Variance
    {
        get
        {
            double mean = Mean, squares = 0;
            for (int i = 0; i < Count; i++) squares += (_means[i] - mean) * (_means[i] - mean);
            return Count > 1 ? squares / (Count - 1) : 0;
        }
    }

    /// <summary>Adds a value.</summary>
    public void Add(double value)
    {
        _sum += value;
        if (++_values < _perBlock) return;
        _means[Count++] = _sum / _values;
        (_sum, _values) = (0, 0);
        if (Count < Capacity) return;
        Count = Capacity / 2;
        _perBlock *= 2;
        for (int i = 0; i < Count; i++) _means[i] = 0.5 * (_means[2 * i] + _means[(2 * i) + 1]);
    }
}

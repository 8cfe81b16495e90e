namespace GaitSense.Feedback.Rhythm;

/// <summary>
/// Means of blocks of values, and how much such a mean strays: by all that makes walking differ from one block to the next, strides that depend on each other and slow changes as well (batch means;
/// Conway 1963).
/// </summary>
internal sealed class BlockMeans
{
    private double _sum, _squares;
    private int _values;

    /// <summary>Whole blocks.</summary>
    public int Count { get; private set; }

    /// <summary>Mean of the whole blocks; 0 without one.</summary>
    public double Mean { get; private set; }

    /// <summary>Variance of single blocks; 0 with fewer than two.</summary>
    public double Variance => Count > 1 ? _squares / (Count - 1) : 0;

    /// <summary>Adds a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="perBlock">Values in a block; at least 1.</param>
    public void Add(double value, int perBlock)
    {
        _sum += value;
        if (++_values < perBlock) return;
        double away = (_sum / _values) - Mean;
        Mean += away / ++Count;
        _squares += away * ((_sum / _values) - Mean);
        (_sum, _values) = (0, 0);
    }
}

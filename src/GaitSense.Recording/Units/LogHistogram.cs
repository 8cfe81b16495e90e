namespace GaitSense.Recording.Units;

/// <summary>Counts positive numbers in logarithmic bins, eight to a factor of two, for quantiles over any range with fixed memory.</summary>
internal sealed class LogHistogram
{
    private const int PerOctave = 8, MinOctave = -20, Octaves = 44;

    private readonly int[] _bins = new int[Octaves * PerOctave];

    /// <summary>How many numbers were added.</summary>
    public int Count { get; private set; }

    /// <summary>The largest number added; 0 before the first.</summary>
    public double Max { get; private set; }

    /// <summary>Adds a number, 0 or more; what lies outside 1e-6 to 1e7 counts at the edge.</summary>
    public void Add(double value)
    {
        double bin = (Math.Log2(value) - MinOctave) * PerOctave;
        _bins[(int)Math.Clamp(bin, 0, _bins.Length - 1)]++;
        Count++;
        Max = Math.Max(Max, value);
    }

    /// <summary>The value below which a share of the numbers lies, to within 5 %; 0 when empty.</summary>
    public double Quantile(double share)
    {
        if (Count == 0) return 0;
        double rank = share * (Count - 1);
        long below = 0;
        for (int i = 0; i < _bins.Length; i++)
        {
            below += _bins[i];
            if (below > rank) return i == 0 ? 0 : double.Exp2(((i + 0.5) / PerOctave) + MinOctave);
        }

        return Max;
    }

    /// <summary>Share of the numbers above a value, to within a bin.</summary>
    public double ShareAbove(double value)
    {
        if (Count == 0) return 0;
        int first = (int)Math.Clamp(((Math.Log2(value) - MinOctave) * PerOctave) + 1, 0, _bins.Length);
        long above = 0;
        for (int i = first; i < _bins.Length; i++) above += _bins[i];
        return (double)above / Count;
    }
}

using System.Runtime.CompilerServices;

namespace GaitSense.Core;

/// <summary>
/// The heights of one swing in a fixed number of time bins, the highest of each. When time runs out of bins, two become one, so a swing of
/// any length fits and the resolution stays within a 32nd of it.
/// </summary>
internal struct HeightProfile
{
    private const int Bins = 64;

    private HeightBins _heights;
    private double _binS;
    private int _used;

    public void Clear()
    {
        _used = 0;
        _binS = 0.01;
    }

    public void Push(double sinceStartS, double heightM)
    {
        int bin = (int)(sinceStartS / _binS);
        while (bin >= Bins)
        {
            Halve();
            bin = (int)(sinceStartS / _binS);
        }

        // Bins that no sample fell into (50 Hz, or lost samples) say nothing.
        for (; _used <= bin; _used++) _heights[_used] = double.NegativeInfinity;
        if (heightM > _heights[bin]) _heights[bin] = heightM;
    }

    /// <summary>
    /// Greatest height above the straight line between start and end. The correction that the landing brought is spread as the error
    /// grew: with the square of time.
    /// </summary>
    public readonly double MaxAboveLine(double durationS, double endHeightM, double correctionM)
    {
        double greatest = 0;
        for (int i = 0; i < _used; i++)
        {
            if (double.IsNegativeInfinity(_heights[i])) continue;
            double share = Math.Min(1, (i + 0.5) * _binS / Math.Max(durationS, _binS));
            greatest = Math.Max(greatest, _heights[i] + (correctionM * share * share) - (endHeightM * share));
        }

        return greatest;
    }

    private void Halve()
    {
        int half = (_used + 1) / 2;
        for (int i = 0; i < half; i++)
        {
            double second = (2 * i) + 1 < _used ? _heights[(2 * i) + 1] : double.NegativeInfinity;
            _heights[i] = Math.Max(_heights[2 * i], second);
        }

        _used = half;
        _binS *= 2;
    }

    [InlineArray(Bins)]
    private struct HeightBins
    {
        private double _element0;
    }
}

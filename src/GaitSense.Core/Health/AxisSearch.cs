using System.Runtime.CompilerServices;

namespace GaitSense.Core;

/// <summary>
/// What of the gyroscope belongs to which axis of the accelerometer, or by which factor it is off: all 48 ways to name axes and some factors, held against each other
/// over the swings that do not close. Costly, so only asked where they do not, and for as many swings as a verdict needs.
/// </summary>
internal struct AxisSearch
{
    public const int EnoughSwings = 16;

    private const int Factors = 12;
    private const int Fewest = 4;

    // A swing that is wrong in every way says little about which is right.
    private const double LargestMps2 = 5;

    // How much better another way must close than the readings as they are; of 231 recorded feet that are well none came below 1.
    private const double MuchBetter = 0.75;

    private Costs _costs;

    /// <summary>Swings tried.</summary>
    public int Swings { get; private set; }

    /// <summary>Whether some other way of reading the gyroscope closes much better so far.</summary>
    public readonly bool IsSuspect => Swings > 0 && _costs[Best()] < MuchBetter * _costs[0];

    /// <summary>Takes a swing that does not close.</summary>
    /// <param name="swing">The swing.</param>
    /// <param name="bins">The readings.</param>
    /// <param name="from">Its first bin.</param>
    /// <param name="to">The bin after its last.</param>
    /// <param name="bias">The gyroscope's bias, rad/s.</param>
    /// <param name="knowsScale">Whether the gyroscope was within its range, so that a factor means something.</param>
    public void Add(in SwingClosure swing, in MotionBins bins, long from, long to, in Vector3D bias, bool knowsScale)
    {
        Swings++;
        for (int i = 0; i < SignedAxes.Count; i++) _costs[i] += Math.Min(LargestMps2, swing.Misclosure(in bins, from, to, in bias, SignedAxes.Number(i), 1, 0));
        for (int i = 0; i < Factors; i++)
            _costs[SignedAxes.Count + i] += knowsScale ? Math.Min(LargestMps2, swing.Misclosure(in bins, from, to, in bias, SignedAxes.Same, Factor(i), 0)) : LargestMps2;
    }

    /// <summary>What is wrong, where that is clear.</summary>
    /// <param name="axes">Other axes.</param>
    /// <param name="scale">What the gyroscope is to be multiplied by; 1 where its axes are wrong.</param>
    public readonly bool TryName(out SignedAxes axes, out double scale)
    {
        (axes, scale) = (SignedAxes.Same, 1);
        if (Swings < Fewest || !IsSuspect) return false;
        int best = Best();
        if (best < SignedAxes.Count) axes = SignedAxes.Number(best);
        else scale = Between(best);
        return true;
    }

    private static double Factor(int i) => double.Exp2((i < Factors / 2 ? i - (Factors / 2) : i - (Factors / 2) + 1) * 0.25);

    private readonly int Best()
    {
        int best = 0;
        for (int i = 1; i < SignedAxes.Count + Factors; i++)
            if (_costs[i] < _costs[best]) best = i;
        return best;
    }

    // The least of the parabola through the squares of three neighbours.
    private readonly double Between(int best)
    {
        int i = best - SignedAxes.Count;
        double before = i == Factors / 2 ? _costs[0] : i > 0 ? _costs[best - 1] : 0, after = i == (Factors / 2) - 1 ? _costs[0] : i < Factors - 1 ? _costs[best + 1] : 0, at = _costs[best];
        if (before <= 0 || after <= 0) return Factor(i);
        (before, at, after) = (before * before, at * at, after * after);
        double bend = before - (2 * at) + after;
        return Factor(i) * double.Exp2(0.25 * (bend > 0 ? Math.Clamp(0.5 * (before - after) / bend, -0.5, 0.5) : 0));
    }

    [InlineArray(SignedAxes.Count + Factors)]
    private struct Costs
    {
        private double _element0;
    }
}

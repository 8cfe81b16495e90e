using System.Runtime.CompilerServices;

namespace GaitSense.Core;

/// <summary>
/// How else the gyroscope could be read: which of it belongs to which axis of the accelerometer, by which factor it is off, how late it is. Signs, quarter turns, some factors and
/// delays, of which some move a foot only a little, are tried on the first swings whatever they show; all 48 ways to name axes, and more factors, on those that do not close.
/// </summary>
internal struct AxisSearch
{
    private const int EnoughSwings = 12;

    // Signs (the first 8 of the 48) and quarter turns; factors; delays.
    private const int NearNames = 14, NearFactors = 4, NearDelays = 4, Near = NearNames + NearFactors + NearDelays;
    private const int Factors = 12, All = SignedAxes.Count + Factors;
    private const double DelayStepS = 0.02;
    private const int FewestFar = 4, FewestNear = 6;

    // A swing that is wrong in every way says little about which is right.
    private const double LargestMps2 = 5;

    // How much better another way must close than the readings as they are; of 231 recorded feet that are well none closed better
    // with other axes.
    private const double BetterFar = 0.75, FarClosesMps2 = 0.8, FarBeyondDoubt = 0.45, BetterNear = 0.88, SurelyBetter = 3;

    private FarCosts _far;
    private NearCosts _near;
    private NearCosts _gains;
    private NearCosts _gainSquares;

    /// <summary>Swings that did not close, and were tried in every way.</summary>
    public int FarSwings { get; private set; }

    /// <summary>Swings on which signs and quarter turns were tried.</summary>
    public int NearSwings { get; private set; }

    /// <summary>Whether some other way of reading the gyroscope closes much better so far.</summary>
    public readonly bool IsSuspect => (FarSwings > 0 && IsFarBetter(BestFar())) || (NearSwings >= FewestNear && BestNear() < NearNames && IsNearBetter(BestNear()));

    /// <summary>Takes a swing.</summary>
    /// <param name="swing">The swing.</param>
    /// <param name="bins">The readings.</param>
    /// <param name="from">Its first bin.</param>
    /// <param name="to">The bin after its last.</param>
    /// <param name="bias">The gyroscope's bias, rad/s.</param>
    /// <param name="closes">Whether it closes as it is.</param>
    /// <param name="knowsScale">Whether the gyroscope was within its range, so that a factor means something.</param>
    public void Add(in SwingClosure swing, in MotionBins bins, long from, long to, in Vector3D bias, bool closes, bool knowsScale)
    {
        if (NearSwings < EnoughSwings)
        {
            NearSwings++;
            double same = 0;
            for (int i = 0; i < Near; i++)
            {
                double cost = !knowsScale && i >= NearNames ? LargestMps2 : Math.Min(LargestMps2, swing.Misclosure(in bins, from, to, in bias, NearAxes(i), NearFactor(i), NearDelayS(i)));
                same = i == 0 ? cost : same;
                _near[i] += cost;
                _gains[i] += same - cost;
                _gainSquares[i] += (same - cost) * (same - cost);
            }
        }

        if (closes || FarSwings >= EnoughSwings) return;
        FarSwings++;
        for (int i = 0; i < SignedAxes.Count; i++) _far[i] += Math.Min(LargestMps2, swing.Misclosure(in bins, from, to, in bias, SignedAxes.Number(i), 1, 0));
        for (int i = 0; i < Factors; i++)
            _far[SignedAxes.Count + i] += knowsScale ? Math.Min(LargestMps2, swing.Misclosure(in bins, from, to, in bias, SignedAxes.Same, Factor(i), 0)) : LargestMps2;
    }

    /// <summary>What is wrong, where that is clear.</summary>
    /// <param name="mostDoNotClose">Whether most swings do not close as they are.</param>
    /// <param name="reading">How the gyroscope is to be read.</param>
    public readonly bool TryName(bool mostDoNotClose, out GyroReading reading)
    {
        reading = GyroReading.AsIs;
        int best = BestFar();
        if (mostDoNotClose && FarSwings >= FewestFar && IsFarBetter(best))
        {
            reading = best < SignedAxes.Count ? GyroReading.AsIs with { Axes = SignedAxes.Number(best) } : GyroReading.AsIs with { Scale = Between(best) };
            return best is not SignedAxes.Count and not All - 1;
        }

        best = BestNear();
        if (NearSwings < FewestNear || !IsNearBetter(best)) return false;
        reading = new GyroReading(NearAxes(best), NearFactor(best), NearDelayS(best));
        if (best >= NearNames + NearFactors) reading = reading with { LateS = NearDelay(best) };
        return true;
    }

    /// <summary>Whether a delay explains the first swings better than a factor does.</summary>
    public readonly bool PrefersDelay
    {
        get
        {
            double factor = double.PositiveInfinity, delay = double.PositiveInfinity;
            for (int i = NearNames; i < Near; i++)
                if (i < NearNames + NearFactors) factor = Math.Min(factor, _near[i]);
                else delay = Math.Min(delay, _near[i]);
            return delay <= factor;
        }
    }

    private readonly bool IsFarBetter(int best) => _far[best] < FarBeyondDoubt * _far[0] || (_far[best] < BetterFar * _far[0] && _far[best] < FarClosesMps2 * FarSwings);

    private static double NearFactor(int i) => (i - NearNames) switch { 0 => 0.64, 1 => 0.8, 2 => 1.25, 3 => 1.56, _ => 1 };

    // -20, 20, 40, 60 ms.
    private static double NearDelayS(int i) => (i - NearNames - NearFactors) switch { < 0 => 0, 0 => -DelayStepS, var n => n * DelayStepS };

    // The least of the parabola through three neighbours, of which one is the readings as they are.
    private readonly double NearDelay(int best)
    {
        const int First = NearNames + NearFactors;
        int n = best - First;
        if (n is 0 or NearDelays - 1) return NearDelayS(best);
        double before = n == 1 ? _near[0] : _near[best - 1], at = _near[best], after = _near[best + 1];
        (before, at, after) = (before * before, at * at, after * after);
        double bend = before - (2 * at) + after;
        return NearDelayS(best) + (bend > 0 ? DelayStepS * Math.Clamp(0.5 * (before - after) / bend, -0.5, 0.5) : 0);
    }

    private static SignedAxes NearAxes(int i) => i switch
    {
        < 8 => SignedAxes.Number(i),
        8 => new SignedAxes(1, 3, -2),
        9 => new SignedAxes(1, -3, 2),
        10 => new SignedAxes(3, 2, -1),
        11 => new SignedAxes(-3, 2, 1),
        12 => new SignedAxes(2, -1, 3),
        13 => new SignedAxes(-2, 1, 3),
        _ => SignedAxes.Same,
    };

    private static double Factor(int i) => double.Exp2((i < Factors / 2 ? i - (Factors / 2) : i - (Factors / 2) + 1) * 0.25);

    private readonly bool IsNearBetter(int best)
    {
        if (best == 0 || _near[best] > BetterNear * _near[0]) return false;
        double mean = _gains[best] / NearSwings, variance = (_gainSquares[best] / NearSwings) - (mean * mean);
        return mean > SurelyBetter * Math.Sqrt(Math.Max(0, variance) / NearSwings);
    }

    private readonly int BestNear()
    {
        int best = 0;
        for (int i = 1; i < Near; i++)
            if (_near[i] < _near[best]) best = i;
        return best;
    }

    private readonly int BestFar()
    {
        int best = 0;
        for (int i = 1; i < All; i++)
            if (_far[i] < _far[best]) best = i;
        return best;
    }

    // The least of the parabola through the squares of three neighbours.
    private readonly double Between(int best)
    {
        int i = best - SignedAxes.Count;
        double before = i == Factors / 2 ? _far[0] : i > 0 ? _far[best - 1] : 0, after = i == (Factors / 2) - 1 ? _far[0] : i < Factors - 1 ? _far[best + 1] : 0, at = _far[best];
        if (before <= 0 || after <= 0) return Factor(i);
        (before, at, after) = (before * before, at * at, after * after);
        double bend = before - (2 * at) + after;
        return Factor(i) * double.Exp2(0.25 * (bend > 0 ? Math.Clamp(0.5 * (before - after) / bend, -0.5, 0.5) : 0));
    }

    [InlineArray(All)]
    private struct FarCosts
    {
        private double _element0;
    }

    [InlineArray(Near)]
    private struct NearCosts
    {
        private double _element0;
    }
}

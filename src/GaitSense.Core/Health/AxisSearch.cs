using System.Runtime.CompilerServices;

namespace GaitSense.Core;

/// <summary>
/// How else the gyroscope could be read: which of it belongs to which axis of the accelerometer, by which factor it is off, how late it is. Signs, quarter turns, some factors and
/// delays, of which some move a foot only a little, are tried on the first swings whatever they show; all 48 ways to name axes on those that do not close.
/// </summary>
/// <remarks>What a reading costs is the mean logarithm of its misclosures: a swing that no reading closes weighs little in it.</remarks>
internal struct AxisSearch
{
    private const int NearSwingsEnough = 16, FarSwingsEnough = 10;

    // Signs (the first 8 of the 48) and quarter turns; factors; delays.
    private const int Names = 14, Factors = 6, Delays = 4, FirstFactor = Names, FirstDelay = Names + Factors, Near = FirstDelay + Delays;
    private const double DelayStepS = 0.02;
    private const int FewestFar = 4, FewestNear = 6;

    private const double MaxMisclosureMps2 = 5, FloorMps2 = 0.05;

    // How much better another reading must close, as a difference of logarithms, and how surely; of 231 recorded feet that are well none closed better with other axes.
    private const double BetterFar = 0.29, FarClosesMps2 = 0.8, FarForCertain = 0.8, BetterNear = 0.08, SurelyBetter = 2.2;

    private FarCosts _far;
    private NearCosts _near;
    private NearCosts _gains;
    private NearCosts _gainSquares;

    /// <summary>Swings that did not close, and were tried with all axes.</summary>
    public int FarSwings { get; private set; }

    /// <summary>Swings on which signs, quarter turns, factors and delays were tried.</summary>
    public int NearSwings { get; private set; }

    /// <summary>Whether other axes close much better so far.</summary>
    public readonly bool IsSuspect =>
        (FarSwings > 0 && 2 * FarSwings > NearSwings && IsFarBetter(BestFar())) || (NearSwings >= FewestNear && BestNear(0, Near) is var near and < Names && IsBetter(near) && _gains[near] > BetterFar * NearSwings);

    /// <summary>Takes a swing.</summary>
    /// <param name="swing">The swing.</param>
    /// <param name="bins">The readings.</param>
    /// <param name="from">Its first bin.</param>
    /// <param name="to">The bin after its last.</param>
    /// <param name="bias">The gyroscope's bias, rad/s.</param>
    /// <param name="closes">Whether it closes as it is.</param>
    /// <param name="isWhole">Whether no sensor was at its end, so that factors and delays mean something.</param>
    public void Add(in SwingClosure swing, in MotionBins bins, long from, long to, in Vector3D bias, bool closes, bool isWhole)
    {
        if (NearSwings < NearSwingsEnough)
        {
            NearSwings++;
            double same = 0;
            for (int i = 0; i < Near; i++)
            {
                double cost = i < Names || isWhole ? Cost(swing.Misclosure(in bins, from, to, in bias, NearAxes(i), NearFactor(i), NearDelayS(i))) : same;
                same = i == 0 ? cost : same;
                _near[i] += cost;
                _gains[i] += same - cost;
                _gainSquares[i] += (same - cost) * (same - cost);
            }
        }

        if (closes || FarSwings >= FarSwingsEnough) return;
        FarSwings++;
        for (int i = 0; i < SignedAxes.Count; i++) _far[i] += Cost(swing.Misclosure(in bins, from, to, in bias, SignedAxes.Number(i), 1, 0));
    }

    /// <summary>Which axes are right, where others are and that is clear.</summary>
    /// <param name="mostDoNotClose">Whether most swings do not close as they are.</param>
    /// <param name="axes">What of the gyroscope belongs to the accelerometer's axes.</param>
    public readonly bool TryNameAxes(bool mostDoNotClose, out SignedAxes axes)
    {
        int best = BestFar();
        axes = SignedAxes.Number(best);
        // A factor may close better still.
        bool isFactor = NearSwings > 0 && BestNear(0, Near) is >= FirstFactor and < FirstDelay;
        if (mostDoNotClose && FarSwings >= FewestFar && IsFarBetter(best) && !isFactor) return true;
        best = BestNear(0, Near);
        axes = NearAxes(best);
        return NearSwings >= FewestNear && best < Names && IsBetter(best);
    }

    /// <summary>The factor that closes the first swings best; 1 where none does so better than none.</summary>
    public readonly double BestFactor()
    {
        int best = BestNear(FirstFactor, FirstDelay);
        if (NearSwings < FewestNear || _gains[best] <= 0) return 1;
        int n = best - FirstFactor;
        if (n is 0 or Factors - 1) return NearFactor(best);
        int before = n == Factors / 2 ? 0 : best - 1, after = n == (Factors / 2) - 1 ? 0 : best + 1;
        double low = Math.Log(NearFactor(before)), at = Math.Log(NearFactor(best)), high = Math.Log(NearFactor(after));
        return Math.Exp(Least(low, Square(before), at, Square(best), high, Square(after)));
    }

    /// <summary>How much better the best factor closes than none, as a difference of logarithms, and what is left with it, m/s².</summary>
    public readonly (double Gain, double LeftMps2) Factor()
    {
        int best = BestNear(FirstFactor, FirstDelay), n = Math.Max(1, NearSwings);
        return (_gains[best] / n, Math.Exp(_near[best] / n));
    }

    /// <summary>Whether a delay closes the first swings better than any factor.</summary>
    public readonly bool PrefersDelay => _near[BestNear(FirstDelay, Near)] < _near[BestNear(FirstFactor, FirstDelay)];

    /// <summary>The delay that closes the first swings best, s, where it does so better than any factor; 0 where none does.</summary>
    public readonly double BestDelayS()
    {
        int best = BestNear(FirstFactor, Near);
        if (NearSwings < FewestNear || best < FirstDelay || !IsBetter(best)) return 0;
        int n = best - FirstDelay;
        if (n is 0 or Delays - 1) return NearDelayS(best);
        int before = n == 1 ? 0 : best - 1;
        return Least(NearDelayS(before), Square(before), NearDelayS(best), Square(best), NearDelayS(best + 1), Square(best + 1));
    }

    private static double Cost(double misclosureMps2) => Math.Log(FloorMps2 + Math.Min(MaxMisclosureMps2, misclosureMps2));

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

    private static double NearFactor(int i) => (i - FirstFactor) switch { 0 => 0.5, 1 => 0.7, 2 => 0.84, 3 => 1.19, 4 => 1.42, 5 => 2, _ => 1 };

    // -20, 20, 40, 60 ms.
    private static double NearDelayS(int i) => (i - FirstDelay) switch { < 0 => 0, 0 => -DelayStepS, var n => n * DelayStepS };

    // The least of the parabola through three points, within half of the way to its neighbours.
    private static double Least(double x0, double y0, double x1, double y1, double x2, double y2)
    {
        double left = (y0 - y1) / (x0 - x1), right = (y2 - y1) / (x2 - x1), bend = (right - left) / (x2 - x0);
        return bend > 0 ? Math.Clamp(((x0 + x1) / 2) - (left / (2 * bend)), (x0 + x1) / 2, (x1 + x2) / 2) : x1;
    }

    private readonly double Square(int i) => Math.Exp(2 * _near[i] / NearSwings);

    private readonly bool IsFarBetter(int best)
    {
        double gain = (_far[0] - _far[best]) / FarSwings;
        return gain > FarForCertain || (gain > BetterFar && _far[best] < Math.Log(FarClosesMps2) * FarSwings);
    }

    private readonly bool IsBetter(int best)
    {
        double mean = _gains[best] / NearSwings, variance = (_gainSquares[best] / NearSwings) - (mean * mean);
        // Of few swings the scatter is not well known.
        return mean > BetterNear && mean > SurelyBetter * (1 + (4.0 / NearSwings)) * Math.Sqrt(Math.Max(0, variance) / NearSwings);
    }

    private readonly int BestNear(int first, int end)
    {
        int best = first;
        for (int i = first + 1; i < end; i++)
            if (_near[i] < _near[best]) best = i;
        return best;
    }

    private readonly int BestFar()
    {
        int best = 0;
        for (int i = 1; i < SignedAxes.Count; i++)
            if (_far[i] < _far[best]) best = i;
        return best;
    }

    [InlineArray(SignedAxes.Count)]
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

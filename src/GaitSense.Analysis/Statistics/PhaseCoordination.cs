using GaitSense.Core;

namespace GaitSense.Analysis.Statistics;

/// <summary>
/// Phase coordination index (Plotnik, Giladi and Hausdorff 2007): how exactly and how steadily one foot lands half-way through the other's
/// stride. The phase of a landing is 360° (landing - opening contact) / stride time, within the strides of the foot with the longer mean swing;
/// PCI = CV of the phase + 100 mean |phase - 180°| / 180°, percent. Smaller is better coordinated; it is never 0, and contact timing adds to it.
/// </summary>
public sealed record PhaseCoordination
{
    private const int BlockStrides = 4;
    private const int Resamples = 1000;

    /// <summary>Phases in it.</summary>
    public required int N { get; init; }

    /// <summary>Whether there are fewer than <see cref="Gates.FirmVariabilityStrides"/> phases.</summary>
    public required bool Provisional { get; init; }

    /// <summary>The foot whose strides the phases are measured in; null where withheld.</summary>
    public string? ReferenceFoot { get; init; }

    /// <summary>PCI, percent; null where withheld.</summary>
    public double? Percent { get; init; }

    /// <summary>Lower end of the 95 % interval: block bootstrap over strides, with the clock uncertainty in quadrature.</summary>
    public double? Ci95Low { get; init; }

    /// <summary>Upper end of the 95 % interval.</summary>
    public double? Ci95High { get; init; }

    /// <summary>Mean phase, degrees.</summary>
    public double? MeanPhaseDeg { get; init; }

    /// <summary>CV of the phase, percent.</summary>
    public double? PhaseCvPercent { get; init; }

    /// <summary>100 mean |phase - 180°| / 180°, percent.</summary>
    public double? PhaseDeviationPercent { get; init; }

    /// <summary>By how much a clock error of one standard uncertainty can move PCI, percent.</summary>
    public double? ClockPartPercent { get; init; }

    /// <summary>Why it is null; null when it is not.</summary>
    public string? Withheld { get; init; }

    /// <summary>PCI from phases.</summary>
    /// <param name="phasesDeg">Phases in time order, degrees.</param>
    /// <param name="reference">The foot whose strides they lie in.</param>
    /// <param name="strideTimeS">Mean stride time, s.</param>
    /// <param name="clockUncertaintyS">Standard uncertainty of the offset between the feet's clocks, s.</param>
    internal static PhaseCoordination Of(IReadOnlyList<double> phasesDeg, Foot reference, double strideTimeS, double clockUncertaintyS = 0)
    {
        ArgumentNullException.ThrowIfNull(phasesDeg);
        int n = phasesDeg.Count;
        if (n < Gates.VariabilityStrides) return None(n, Describe.TooFew(n, Gates.VariabilityStrides));
        if (clockUncertaintyS > Gates.ClockUncertaintyS) return None(n, "the clocks of the feet are too uncertain (more than 10 ms)");
        double[] phases = [.. phasesDeg];
        (double pci, double mean, double cv, double deviation) = Index(phases, 0);
        (double low, double high) = Bootstrap(phases);
        double shift = 360 * clockUncertaintyS / strideTimeS, clock = Moves(shift), clock95 = Moves(Interval.Normal95 * shift);
        return new PhaseCoordination
        {
            N = n,
            Provisional = n < Gates.FirmVariabilityStrides,
            ReferenceFoot = Words.Of(reference),
            Percent = pci,
            Ci95Low = Math.Max(0, pci - Math.Sqrt(Math.Pow(Math.Max(0, pci - low), 2) + (clock95 * clock95))),
            Ci95High = pci + Math.Sqrt(Math.Pow(Math.Max(0, high - pci), 2) + (clock95 * clock95)),
            MeanPhaseDeg = mean,
            PhaseCvPercent = cv,
            PhaseDeviationPercent = deviation,
            ClockPartPercent = clockUncertaintyS > 0 ? clock : null,
        };

        double Moves(double deg) => deg == 0 ? 0 : Math.Max(Math.Abs(Index(phases, deg).Pci - pci), Math.Abs(Index(phases, -deg).Pci - pci));
    }

    internal static PhaseCoordination None(int n, string why) => new() { N = n, Provisional = n < Gates.FirmVariabilityStrides, Withheld = why };

    private static (double Pci, double Mean, double Cv, double Deviation) Index(ReadOnlySpan<double> phases, double shiftDeg)
    {
        double sum = 0, squares = 0, off = 0;
        foreach (double phase in phases)
        {
            sum += phase + shiftDeg;
            off += Math.Abs(phase + shiftDeg - 180);
        }

        double mean = sum / phases.Length;
        foreach (double phase in phases) squares += (phase + shiftDeg - mean) * (phase + shiftDeg - mean);
        double cv = 100 * Math.Sqrt(squares / (phases.Length - 1)) / mean, deviation = 100 * off / phases.Length / 180;
        return (cv + deviation, mean, cv, deviation);
    }

    // Runs of neighbouring strides are drawn together, so that their dependence stays; the seed is fixed: the same walk, the same interval. The
    // spread of the resamples is used with a normal quantile: percentiles would carry the resampling's own bias of a spread.
    private static (double Low, double High) Bootstrap(double[] phases)
    {
        int n = phases.Length, block = BlockStrides;
        Random random = new(20070601);
        double[] draws = new double[Resamples], one = new double[n];
        for (int k = 0; k < Resamples; k++)
        {
            for (int i = 0, at = 0; i < n; i++)
            {
                if (i % block == 0) at = random.Next(n);
                one[i] = phases[(at + (i % block)) % n];
            }

            draws[k] = Index(one, 0).Pci;
        }

        double mean = draws.Average(), sd = Math.Sqrt(draws.Sum(d => (d - mean) * (d - mean)) / (Resamples - 1));
        // A resample of blocks spreads less than the strides themselves by about the share that one block is of the walk.
        double half = Interval.T95(((double)n / block) - 1) * sd * Math.Sqrt(n / (double)(n - block)), pci = Index(phases, 0).Pci;
        return (pci - half, pci + half);
    }
}

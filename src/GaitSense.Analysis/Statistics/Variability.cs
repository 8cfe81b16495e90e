namespace GaitSense.Analysis.Statistics;

/// <summary>
/// How much one foot's strides vary. It describes the walker: what measuring adds to the spread is taken out, and the intervals are for the
/// walker's own SD and CV, as they would come out over very many such strides. A lower end of 0 says that the spread could be all measuring error.
/// </summary>
public sealed record Variability
{
    /// <summary>Values.</summary>
    public required int N { get; init; }

    /// <summary>Whether there are fewer than <see cref="Gates.FirmVariabilityStrides"/> values.</summary>
    public required bool Provisional { get; init; }

    /// <summary>The walker's SD, in the quantity's unit: root of measured variance less <see cref="MeasuringErrorSd"/> squared, not below 0.</summary>
    public double? Sd { get; init; }

    /// <summary>Lower end of the SD's 95 % interval.</summary>
    public double? SdCi95Low { get; init; }

    /// <summary>Upper end of the SD's 95 % interval.</summary>
    public double? SdCi95High { get; init; }

    /// <summary>100 <see cref="Sd"/> / mean, percent; null for quantities with a sign.</summary>
    public double? CvPercent { get; init; }

    /// <summary>Lower end of the CV's 95 % interval, percent.</summary>
    public double? CvCi95Low { get; init; }

    /// <summary>Upper end of the CV's 95 % interval, percent.</summary>
    public double? CvCi95High { get; init; }

    /// <summary>SD of what measuring adds to each value (<see cref="MeasuringError"/>).</summary>
    public required double MeasuringErrorSd { get; init; }

    /// <summary>Why it is null; null when it is not.</summary>
    public string? Withheld { get; init; }

    /// <summary>The spread of one foot's values, in time order.</summary>
    /// <param name="values">The values.</param>
    /// <param name="error">What measuring adds.</param>
    /// <param name="positive">Whether the quantity is positive by nature, so that a CV makes sense.</param>
    internal static Variability Of(IReadOnlyList<double> values, MeasuringError error, bool positive = true)
    {
        ArgumentNullException.ThrowIfNull(values);
        int n = values.Count;
        Variability none = new() { N = n, Provisional = n < Gates.FirmVariabilityStrides, MeasuringErrorSd = error.Sd };
        if (n < Gates.VariabilityStrides) return none with { Withheld = Describe.TooFew(n, Gates.VariabilityStrides) };
        (double variance, double low, double high) = VarianceInterval.Of(values);
        // The walker's variance is a difference; each side's distance goes into the interval of the difference in quadrature (Zou and Donner 2008).
        double added = error.Sd * error.Sd, unsure = Interval.Normal95 * error.RelativeVarianceSd * added, own = variance - added;
        double sd = Root(own), sdLow = Root(own - Math.Sqrt(Square(variance - low) + Square(unsure))), sdHigh = Root(own + Math.Sqrt(Square(high - variance) + Square(unsure)));
        Variability result = none with { Sd = sd, SdCi95Low = sdLow, SdCi95High = sdHigh };
        double mean = values.Average();
        if (!positive || mean <= 0) return result;
        (double meanVariance, double freedom) = SerialMean.VarianceOf(values);
        double systematic = Interval.Normal95 * error.OfMean(), relative = Math.Sqrt((Square(Interval.T95(freedom)) * meanVariance) + Square(systematic)) / mean;
        return result with
        {
            CvPercent = 100 * sd / mean,
            CvCi95Low = 100 * Math.Max(0, sd - Math.Sqrt(Square(sd - sdLow) + Square(sd * relative))) / mean,
            CvCi95High = 100 * (sd + Math.Sqrt(Square(sdHigh - sd) + Square(sd * relative))) / mean,
        };
    }

    private static double Root(double x) => Math.Sqrt(Math.Max(0, x));

    private static double Square(double x) => x * x;
}

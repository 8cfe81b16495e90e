namespace GaitSense.Analysis.Statistics;

/// <summary>One quantity over many strides. Everything but <see cref="Unit"/> and <see cref="N"/> is null where too few strides allow no statement.</summary>
public sealed record Statistic
{
    /// <summary>Unit of all values but the count and the percent.</summary>
    public required string Unit { get; init; }

    /// <summary>Values in it.</summary>
    public required int N { get; init; }

    /// <summary>Arithmetic mean.</summary>
    public double? Mean { get; init; }

    /// <summary>Standard deviation of the measured values (n - 1), measuring error included.</summary>
    public double? Sd { get; init; }

    /// <summary>Coefficient of variation, 100 SD / mean, percent; null for signed quantities and below <see cref="Gates.VariabilityStrides"/>.</summary>
    public double? CvPercent { get; init; }

    /// <summary>Middle value; the mean of the two middle ones for an even count.</summary>
    public double? Median { get; init; }

    /// <summary>Smallest value.</summary>
    public double? Min { get; init; }

    /// <summary>Largest value.</summary>
    public double? Max { get; init; }

    /// <summary>
    /// Lower end of the 95 % interval of the mean: Student t, allowing for strides that depend on each other; times between the feet carry the
    /// clock uncertainty in it.
    /// </summary>
    public double? Ci95Low { get; init; }

    /// <summary>Upper end of the 95 % interval of the mean.</summary>
    public double? Ci95High { get; init; }

    /// <summary>Why values are null; null when nothing is withheld.</summary>
    public string? Withheld { get; init; }

    /// <summary>How much the walker varies, measuring error taken out; null for both feet together and for quantities that are not measured directly.</summary>
    public Variability? Variability { get; init; }
}

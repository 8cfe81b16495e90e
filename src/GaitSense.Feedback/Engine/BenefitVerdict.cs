namespace GaitSense.Feedback;

/// <summary>A mean with cues against the mean without, in the same walk.</summary>
/// <param name="ChangePercent">Difference in percent of the mean without.</param>
/// <param name="LowPercent">Lower end of its 95 % interval (Welch 1947, normal quantile; strides taken as independent), percent.</param>
/// <param name="HighPercent">Upper end, percent.</param>
public readonly record struct BenefitVerdict(double ChangePercent, double LowPercent, double HighPercent)
{
    // A difference that is real and yet nothing that anybody would notice within a walk.
    private const double SmallPercent = 3;

    private const int FewestStrides = 12;

    /// <summary>Whether the walk is worse with cues: by more than chance, and enough to matter.</summary>
    public bool IsWorse => HighPercent < 0 && ChangePercent < -SmallPercent;

    /// <summary>Whether it is better with cues: by more than chance, and enough to matter.</summary>
    public bool IsBetter => LowPercent > 0 && ChangePercent > SmallPercent;

    /// <summary>Compares; null with fewer than 12 strides on either side.</summary>
    public static BenefitVerdict? Of(SampleMean? without, SampleMean? with)
    {
        if (without is not { Count: >= FewestStrides, Mean: > 0 } a || with is not { Count: >= FewestStrides } b) return null;
        double change = b.Mean - a.Mean, se = Math.Sqrt((a.Sd * a.Sd / a.Count) + (b.Sd * b.Sd / b.Count)), scale = 100 / a.Mean;
        return new BenefitVerdict(change * scale, (change - (1.96 * se)) * scale, (change + (1.96 * se)) * scale);
    }
}

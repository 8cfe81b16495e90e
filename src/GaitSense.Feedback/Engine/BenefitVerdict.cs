using GaitSense.Feedback.Rhythm;

namespace GaitSense.Feedback.Engine;

/// <summary>A mean with cues against the mean of the baseline of the same walk: steady straight strides against such strides.</summary>
/// <param name="ChangePercent">Difference in percent of the mean without.</param>
/// <param name="LowPercent">Lower end of its 95 % interval (Student t over blocks of strides), percent.</param>
/// <param name="HighPercent">Upper end, percent.</param>
public readonly record struct BenefitVerdict(double ChangePercent, double LowPercent, double HighPercent)
{
    /// <summary>So many straight strides of both feet together the baseline must have had, and so many times as many must have been walked with cues.</summary>
    public const int FewestStrides = 12, FewestBlocks = 4;

    // A difference that is real and yet nothing that anybody would notice within a walk.
    private const double SmallPercent = 3;

    // Beyond the 95 % interval by half: one walk in 200 and fewer by chance. Somebody who is told that cues harm them leaves them out.
    private const double BeyondInterval = 1.5;

    private double ClearPercent => BeyondInterval * 0.5 * (HighPercent - LowPercent);

    /// <summary>Whether the walk is worse with cues: clearly beyond chance, and enough to matter.</summary>
    public bool IsWorse => ChangePercent < -Math.Max(ClearPercent, SmallPercent);

    /// <summary>Whether it is better with cues: clearly beyond chance, and enough to matter.</summary>
    public bool IsBetter => ChangePercent > Math.Max(ClearPercent, SmallPercent);

    /// <summary>
    /// Compares; null with fewer than 12 strides without or 4 blocks with cues. A block is as long as the baseline: so blocks show how much a baseline as short as this one strays, and
    /// where the walker tires from block to block, that too.
    /// </summary>
    internal static BenefitVerdict? Of(SampleMean? without, BlockMeans with)
    {
        if (without is not { Count: >= FewestStrides, Mean: > 0 } own || with.Count < FewestBlocks) return null;
        return Of(own.Mean, with.Mean, Math.Max(with.Variance, own.Sd * own.Sd / own.Count) + (with.Variance / with.Count), with.Count - 1);
    }

    /// <summary>Compares two parts of a walk in blocks; null with fewer than 4 blocks in either.</summary>
    internal static BenefitVerdict? Of(GrowingBlocks without, GrowingBlocks with)
    {
        if (without is not { Count: >= FewestBlocks, Mean: > 0 } || with.Count < FewestBlocks) return null;
        return Of(without.Mean, with.Mean, (without.Variance / without.Count) + (with.Variance / with.Count), Math.Min(without.Count, with.Count) - 1);
    }

    // Two means, the variance of their difference, and its degrees of freedom.
    private static BenefitVerdict Of(double without, double with, double variance, int freedom)
    {
        double change = with - without, scale = 100 / without, half = StudentT95(freedom) * Math.Sqrt(variance);
        return new BenefitVerdict(change * scale, (change - half) * scale, (change + half) * scale);
    }

    // The 97.5 % point (Abramowitz and Stegun 1964, 26.7.5): right to 1 % from 3 degrees of freedom on.
    private static double StudentT95(int freedom)
    {
        const double Z = 1.959964;
        double z3 = Z * Z * Z, z5 = z3 * Z * Z, z7 = z5 * Z * Z, v = 1.0 / freedom;
        return Z + (v * (z3 + Z) / 4) + (v * v * ((5 * z5) + (16 * z3) + (3 * Z)) / 96) + (v * v * v * ((3 * z7) + (19 * z5) + (17 * z3) - (15 * Z)) / 384);
    }
}

namespace GaitSense.Analysis.Statistics;

/// <summary>How many strides a statement needs.</summary>
internal static class Gates
{
    /// <summary>
    /// Strides of one foot that a mean needs: 6. At least six bilateral gait cycles give reliable means in multiple sclerosis
    /// (Motti Ader et al. 2020, n = 37).
    /// </summary>
    public const int MeanStrides = 6;

    /// <summary>Strides of each foot that a symmetry index needs: 10. A policy of this project: a difference of two means needs more than a mean.</summary>
    public const int SymmetryStrides = 10;

    /// <summary>
    /// Strides that a coefficient of variation needs: 30. A policy of this project: the reliability of variability is average to poor in short
    /// walks (Riva et al. 2014).
    /// </summary>
    public const int VariabilityStrides = 30;

    /// <summary>Below this count a coefficient of variation is provisional: 50.</summary>
    public const int FirmVariabilityStrides = 50;

    /// <summary>
    /// Standard clock uncertainty above which symmetry of between-foot times and PCI are withheld, s: 0.010. An offset of 10 ms alone moves the index by 3 % at 100
    /// steps a minute (2 d / T), as much as what is commonly called normal.
    /// </summary>
    public const double ClockUncertaintyS = 0.010;

    /// <summary>
    /// A mean time between the feet (step time, double support) is withheld when the clock uncertainty is more than this share of it: 0.1. The
    /// clock alone then makes the 95 % interval wider than a fifth of the value to either side, and no number of strides narrows it.
    /// </summary>
    public const double ClockShare = 0.1;
}

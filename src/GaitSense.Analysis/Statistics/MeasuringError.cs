namespace GaitSense.Analysis;

/// <summary>
/// What measuring adds to each stride's value. The figures are those of the whole signal core on simulated walks with known truth
/// (<c>benchmarks/results/coverage.md</c>, which lists them for each walk); they differ between walkers, so each carries how sure it is.
/// </summary>
/// <param name="Sd">SD of measured less true, in the quantity's unit.</param>
/// <param name="RelativeVarianceSd">Standard uncertainty of its square, relative to it.</param>
public readonly record struct MeasuringError(double Sd, double RelativeVarianceSd)
{
    /// <summary>Nothing is added.</summary>
    public static MeasuringError None { get; }
}

namespace GaitSense.Analysis.Statistics;

/// <summary>
/// What measuring adds to each stride's value. The figures are those of the whole signal core on simulated walks with known truth
/// (<c>benchmarks/results/coverage.md</c>); they differ between walkers, so each carries how sure it is.
/// </summary>
/// <param name="Sd">SD of measured less true, in the quantity's unit.</param>
/// <param name="RelativeVarianceSd">Standard uncertainty of its square, relative to it.</param>
/// <param name="FootSystematic">
/// Standard uncertainty of what all strides of one foot in one walk share and the other foot does not, in the quantity's unit. No number of
/// strides makes it smaller; it is in the intervals of means and of left against right.
/// </param>
/// <param name="SharedSystematic">The same of what both feet share, in the quantity's unit: in the intervals of means; left against right does not feel it.</param>
public readonly record struct MeasuringError(double Sd, double RelativeVarianceSd, double FootSystematic = 0, double SharedSystematic = 0)
{
    /// <summary>Nothing is added.</summary>
    public static MeasuringError None { get; }

    /// <summary>Standard systematic uncertainty of a mean, in the quantity's unit.</summary>
    /// <param name="feet">Over how many feet it is taken, 1 or 2.</param>
    internal double OfMean(int feet = 1) => Math.Sqrt((FootSystematic * FootSystematic / feet) + (SharedSystematic * SharedSystematic));

    /// <summary>The systematic part <paramref name="factor"/> times as large, as of a share or a sum; without a scatter of its own.</summary>
    internal MeasuringError Systematic(double factor) => new(0, 0, factor * FootSystematic, factor * SharedSystematic);
}

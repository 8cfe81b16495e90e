namespace GaitSense.Analysis.Summary;

/// <summary>Statistics of one choice of strides: each foot, both feet together, and left against right.</summary>
public sealed record StrideGroup
{
    /// <summary>The left foot.</summary>
    public required StrideStatistics Left { get; init; }

    /// <summary>The right foot.</summary>
    public required StrideStatistics Right { get; init; }

    /// <summary>All strides of both feet.</summary>
    public required StrideStatistics Both { get; init; }

    /// <summary>Left against right.</summary>
    public required SymmetryStatistics Symmetry { get; init; }
}

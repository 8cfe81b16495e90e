namespace GaitSense.Analysis;

/// <summary>Left against right. Step time compares the feet's clocks; the others are measured within each foot.</summary>
public sealed record SymmetryStatistics
{
    /// <summary>Of stride length.</summary>
    public required SymmetryIndex StrideLength { get; init; }

    /// <summary>Of stance time.</summary>
    public required SymmetryIndex StanceTime { get; init; }

    /// <summary>Of swing time.</summary>
    public required SymmetryIndex SwingTime { get; init; }

    /// <summary>Of step time; withheld where the feet share no clock.</summary>
    public required SymmetryIndex StepTime { get; init; }
}

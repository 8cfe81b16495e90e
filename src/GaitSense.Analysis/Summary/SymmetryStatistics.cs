using GaitSense.Analysis.Statistics;

namespace GaitSense.Analysis.Summary;

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

    /// <summary>Of stride time: 0 but for the ends of the walk, because both feet make their strides in the same time; more says that contacts were missed.</summary>
    public required SymmetryIndex StrideTime { get; init; }

    /// <summary>Of the double support after each foot's landing; withheld where the feet share no clock.</summary>
    public required SymmetryIndex DoubleSupport { get; init; }

    /// <summary>Of single support.</summary>
    public required SymmetryIndex SingleSupport { get; init; }

    /// <summary>Of clearance.</summary>
    public required SymmetryIndex Clearance { get; init; }

    /// <summary>Of stride speed.</summary>
    public required SymmetryIndex Speed { get; init; }

    /// <summary>Of the size of the foot angle at initial contact; withheld where the angle has both signs, because a ratio then means nothing.</summary>
    public required SymmetryIndex AngleAtInitialContact { get; init; }

    /// <summary>Of the size of the foot angle at terminal contact; withheld where the angle has both signs.</summary>
    public required SymmetryIndex AngleAtTerminalContact { get; init; }

    /// <summary>Phase coordination of both feet.</summary>
    public required PhaseCoordination PhaseCoordination { get; init; }
}

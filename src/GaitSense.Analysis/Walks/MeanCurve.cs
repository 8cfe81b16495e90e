using GaitSense.Core;

namespace GaitSense.Analysis.Walks;

/// <summary>The mean of one quantity over many strides, each resampled to 101 points (0 to 100 %).</summary>
public sealed record MeanCurve
{
    /// <summary>Points of a curve: 0, 1, ... 100 %.</summary>
    public const int Points = 101;

    /// <summary>The foot.</summary>
    public required Foot Foot { get; init; }

    /// <summary>Direction of the strides in it.</summary>
    public required WalkingDirection Direction { get; init; }

    /// <summary>What the curve shows.</summary>
    public required CurveKind Kind { get; init; }

    /// <summary>Strides in it.</summary>
    public required int N { get; init; }

    /// <summary>Mean at each percent; rad for angles, m for heights.</summary>
    public required IReadOnlyList<double> Mean { get; init; }

    /// <summary>Standard deviation (n - 1) at each percent; 0 for a single stride.</summary>
    public required IReadOnlyList<double> Sd { get; init; }

    /// <summary>Mean place of terminal contact, percent of the curve.</summary>
    public required double TerminalContactPercent { get; init; }

    /// <summary>Mean place of the closing initial contact, percent of the curve; 100 for a curve that ends there.</summary>
    public required double InitialContactPercent { get; init; }
}

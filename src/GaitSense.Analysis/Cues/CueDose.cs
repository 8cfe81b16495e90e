namespace GaitSense.Analysis.Cues;

/// <summary>How much there was to hear.</summary>
public sealed record CueDose
{
    /// <summary>Beats.</summary>
    public required int Beats { get; init; }

    /// <summary>Sounds for good steps.</summary>
    public required int GoodSteps { get; init; }

    /// <summary>Words that correct.</summary>
    public required int Corrections { get; init; }

    /// <summary>Other words.</summary>
    public required int Words { get; init; }

    /// <summary>Cues that were taken back before they were heard.</summary>
    public required int TakenBack { get; init; }

    /// <summary>Time with cues, s.</summary>
    public required double CuedS { get; init; }

    /// <summary>The walk, from its first sample to its last, s.</summary>
    public required double WalkS { get; init; }

    /// <summary>Share of the walk with cues, percent; null for a walk without samples.</summary>
    public double? SharePercent => WalkS > 0 ? 100 * CuedS / WalkS : null;
}

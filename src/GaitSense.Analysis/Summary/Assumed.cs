using GaitSense.Analysis.Sides;

namespace GaitSense.Analysis.Summary;

/// <summary>What the numbers rest on.</summary>
public sealed record Assumed
{
    /// <summary>Each mounting, in the order they became known.</summary>
    public required IReadOnlyList<AssumedMounting> Mounting { get; init; }

    /// <summary>Whether left and right are as said, as far as the turns tell.</summary>
    public required SideCheck Sides { get; init; }

    /// <summary><c>shared</c> or <c>separate</c>.</summary>
    public required string Clock { get; init; }

    /// <summary>Standard uncertainty of the offset between the feet's clocks, s; null where they share none.</summary>
    public required double? ClockUncertaintyS { get; init; }

    /// <summary>Which strides are steady walking.</summary>
    public required string SteadyRule { get; init; }

    /// <summary>How the statistics are made.</summary>
    public required string Statistics { get; init; }

    /// <summary>What else was taken for granted.</summary>
    public required IReadOnlyList<string> Other { get; init; }
}

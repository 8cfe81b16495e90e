namespace GaitSense.Analysis.Cues;

/// <summary>One thing that was trained.</summary>
public sealed record CueTarget
{
    /// <summary>What, as in the plan.</summary>
    public required string Quantity { get; init; }

    /// <summary>The foot; null: both.</summary>
    public required string? Foot { get; init; }

    /// <summary>Steps that were judged.</summary>
    public required int Steps { get; init; }

    /// <summary>Good ones.</summary>
    public required int Good { get; init; }
}

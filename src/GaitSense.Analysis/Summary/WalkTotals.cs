using GaitSense.Analysis.Walks;

namespace GaitSense.Analysis.Summary;

/// <summary>The whole walk in a few numbers.</summary>
public sealed record WalkTotals
{
    /// <summary>From the first to the last sample of both feet, s; where they share no clock, the longer of the two feet's recordings; null when not known.</summary>
    public required double? DurationS { get; init; }

    /// <summary>Sum of all bouts, s.</summary>
    public required double WalkingTimeS { get; init; }

    /// <summary>Mean of the feet's distances, m: valid strides only, so it is never too long. Null without a valid stride.</summary>
    public required double? DistanceM { get; init; }

    /// <summary>Bouts.</summary>
    public required int Bouts { get; init; }

    /// <summary>Turns; what both feet saw of one turn counts once (<see cref="WalkTurn"/>). Without a shared clock, those of the foot that saw more.</summary>
    public required int Turns { get; init; }

    /// <summary>Steps.</summary>
    public required int Steps { get; init; }

    /// <summary>Early guesses of events that a final event confirmed.</summary>
    public required int ProvisionalKept { get; init; }

    /// <summary>Early guesses that were withdrawn.</summary>
    public required int ProvisionalWithdrawn { get; init; }
}

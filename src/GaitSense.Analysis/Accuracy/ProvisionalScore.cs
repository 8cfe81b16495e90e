namespace GaitSense.Analysis.Accuracy;

/// <summary>How early and how reliable the early guesses of one kind of event are: what a cue that does not wait would feel.</summary>
public sealed record ProvisionalScore
{
    /// <summary>Reference labels.</summary>
    public required int Labels { get; init; }

    /// <summary>Labels that a kept guess belongs to: one to one, nearest first, within 0.25 s.</summary>
    public required int Matched { get; init; }

    /// <summary>Guesses of the labelled feet, over the whole recording.</summary>
    public required int Guesses { get; init; }

    /// <summary>Of those, the ones that were withdrawn.</summary>
    public required int Withdrawn { get; init; }

    /// <summary>Time at which a matched guess was known, minus the reference time; null where none matched.</summary>
    public required DelaySpread? KnownAfterReferenceMs { get; init; }

    /// <summary>Share of guesses withdrawn, percent; null without a guess.</summary>
    public double? WithdrawnPercent => Guesses == 0 ? null : ExactNumbers.Round(100.0 * Withdrawn / Guesses, 2);
}

namespace GaitSense.Analysis.Accuracy;

/// <summary>How well one kind of event was found and timed.</summary>
public sealed record EventScore
{
    /// <summary>Reference labels.</summary>
    public required int Labels { get; init; }

    /// <summary>Found labels over labels, 0 to 1.</summary>
    public required double Recall { get; init; }

    /// <summary>Found labels over found labels and false alarms, 0 to 1.</summary>
    public required double Precision { get; init; }

    /// <summary>Harmonic mean of recall and precision.</summary>
    public required double F1 { get; init; }

    /// <summary>Detected minus reference time, ms; null when nothing matched.</summary>
    public required ErrorSpread? ErrorMs { get; init; }

    /// <summary>How long after the detected time it was known.</summary>
    public required DelaySpread? LatencyMs { get; init; }

    /// <summary>How long after the reference time it was known: what a cue would feel.</summary>
    public required DelaySpread? KnownAfterReferenceMs { get; init; }

    /// <summary>Right directions over matched labels that carry one; null when none does.</summary>
    public required double? DirectionAccuracy { get; init; }

    /// <summary>Right directions over all labels that carry one: a miss is not right.</summary>
    public required double? DirectionRecall { get; init; }
}

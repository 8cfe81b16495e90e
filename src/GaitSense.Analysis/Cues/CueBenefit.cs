namespace GaitSense.Analysis.Cues;

/// <summary>A quantity with cues against the baseline of the same walk.</summary>
public sealed record CueBenefit
{
    /// <summary>The quantity: <c>speed</c>, <c>stride_length</c>.</summary>
    public required string Quantity { get; init; }

    /// <summary>Difference, percent of the baseline.</summary>
    public required double ChangePercent { get; init; }

    /// <summary>Lower end of its 95 % interval, percent: how much blocks of strides as long as the baseline differ from each other.</summary>
    public required double Ci95Low { get; init; }

    /// <summary>Upper end, percent.</summary>
    public required double Ci95High { get; init; }

    /// <summary><c>better</c>, <c>worse</c> or <c>no_difference</c>: by half more than the interval, and by more than 3 %.</summary>
    public required string Verdict { get; init; }

    /// <summary>It in a sentence, for people.</summary>
    public required string Words { get; init; }
}

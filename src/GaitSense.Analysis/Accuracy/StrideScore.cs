namespace GaitSense.Analysis.Accuracy;

/// <summary>How well strides were found and measured.</summary>
public sealed record StrideScore
{
    /// <summary>Reference strides that are judged.</summary>
    public required int Labels { get; init; }

    /// <summary>Reference strides that hold a valid stride.</summary>
    public required int Matched { get; init; }

    /// <summary>Reference strides that hold rejected strides only: neither found nor wrong.</summary>
    public required int Rejected { get; init; }

    /// <summary>Valid strides beyond the first in a reference stride.</summary>
    public required int Extra { get; init; }

    /// <summary>Share of forward reference strides that were found; null without any.</summary>
    public required double? ForwardFound { get; init; }

    /// <summary>Length error, cm.</summary>
    public required ErrorSpread? LengthErrorCm { get; init; }

    /// <summary>Length error of strides over 0.2 m, percent of the reference.</summary>
    public required ErrorSpread? LengthErrorPercent { get; init; }

    /// <summary>Length error of forward strides, cm.</summary>
    public required ErrorSpread? ForwardLengthErrorCm { get; init; }

    /// <summary>Matched strides by "reference -> detected" direction, sorted.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> Direction { get; init; }
}

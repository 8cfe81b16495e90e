namespace GaitSense.Analysis.Accuracy;

/// <summary>Comparison with a reference that is an order of strides without times: medians only.</summary>
public sealed record SequenceScore
{
    /// <summary>Reference strides.</summary>
    public required int ReferenceStrides { get; init; }

    /// <summary>Valid strides with a length and a time.</summary>
    public required int Strides { get; init; }

    /// <summary>Difference of the median lengths, cm, for each recording and foot.</summary>
    public required IReadOnlyList<double> MedianLengthDifferenceCm { get; init; }

    /// <summary>Difference of the median stride times, ms.</summary>
    public required IReadOnlyList<double> MedianTimeDifferenceMs { get; init; }
}

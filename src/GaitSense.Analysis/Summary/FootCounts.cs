namespace GaitSense.Analysis.Summary;

/// <summary>How much of what one foot did.</summary>
public sealed record FootCounts
{
    /// <summary>Strides, valid and rejected.</summary>
    public required int Strides { get; init; }

    /// <summary>Strides whose numbers may be used.</summary>
    public required int Valid { get; init; }

    /// <summary>Strides whose numbers may not be used.</summary>
    public required int Rejected { get; init; }

    /// <summary>Valid strides of each direction.</summary>
    public required IReadOnlyDictionary<string, int> ValidByDirection { get; init; }

    /// <summary>Rejected strides of each reason; all reasons are listed.</summary>
    public required IReadOnlyDictionary<string, int> RejectedByReason { get; init; }

    /// <summary>Valid strides by whether they count as steady walking, and if not, why; <c>bout_edge</c> is start and end together.</summary>
    public required IReadOnlyDictionary<string, int> ValidByUse { get; init; }

    /// <summary>All strides by the words of the column <c>use</c> of strides.csv (<see cref="StrideUse"/>). <value>The default is empty: a summary of an earlier version.</value></summary>
    public IReadOnlyDictionary<string, int> StridesByUse { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Settled events of each kind.</summary>
    public required IReadOnlyDictionary<string, int> Events { get; init; }

    /// <summary>Steps that this foot landed.</summary>
    public required int Steps { get; init; }

    /// <summary>Turns seen by this foot.</summary>
    public required int Turns { get; init; }

    /// <summary>Gaps that were too long to bridge.</summary>
    public required int Gaps { get; init; }

    /// <summary>Sum of the lengths of its valid strides, m.</summary>
    public required double DistanceM { get; init; }

    /// <summary>The part of it that was walked backward, m.</summary>
    public required double BackwardDistanceM { get; init; }

    /// <summary>First to last sample, s; null when not known.</summary>
    public required double? DurationS { get; init; }
}

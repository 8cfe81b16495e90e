namespace GaitSense.Core;

/// <summary>What is known about a recording from elsewhere: the contents of a <c>reference/</c> folder. A list is null where its file is absent.</summary>
public sealed record ReferenceData
{
    /// <summary>Labelled events.</summary>
    public IReadOnlyList<ReferenceEvent>? Events { get; init; }

    /// <summary>Labelled strides.</summary>
    public IReadOnlyList<ReferenceStride>? Strides { get; init; }

    /// <summary>An order of strides without times.</summary>
    public IReadOnlyList<ReferenceSequenceStride>? StrideSequence { get; init; }

    /// <summary>Spans in which nothing is judged.</summary>
    public IReadOnlyList<IgnoredSpan> Ignored { get; init; } = [];
}

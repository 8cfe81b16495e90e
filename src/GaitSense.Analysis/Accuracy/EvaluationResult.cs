namespace GaitSense.Analysis.Accuracy;

/// <summary>An analysis judged against its reference; a part is null where the reference does not have it.</summary>
public sealed record EvaluationResult
{
    /// <summary>Initial contacts.</summary>
    public EventScore? InitialContact { get; init; }

    /// <summary>Terminal contacts.</summary>
    public EventScore? TerminalContact { get; init; }

    /// <summary>Strides with times.</summary>
    public StrideScore? Stride { get; init; }

    /// <summary>A sequence of strides without times.</summary>
    public SequenceScore? Sequence { get; init; }

    /// <summary>One line of JSON: the names, order and digits in which this project's accuracy figures are exchanged.</summary>
    public string ToJson() => EvaluationJson.Write(this);
}

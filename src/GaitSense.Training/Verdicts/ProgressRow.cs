namespace GaitSense.Training.Verdicts;

/// <summary>A measure with its directions side by side.</summary>
public sealed record ProgressRow
{
    /// <summary>Forward; null where it is not shown or was not measured.</summary>
    public ProgressSeries? Forward { get; init; }

    /// <summary>Backward; null where it is not shown or was not measured.</summary>
    public ProgressSeries? Backward { get; init; }

    /// <summary>What is known of the forward quantity, or of the backward one where there is none forward.</summary>
    public required JudgedQuantity Quantity { get; init; }

    /// <summary>What is known of the backward quantity, where it is another; null: the same.</summary>
    public JudgedQuantity? BackwardQuantity { get; init; }

    /// <summary>Both directions are shown, whether or not both were measured.</summary>
    public bool BothShown { get; init; }

    /// <summary>What was measured, forward first, each with what is known of it.</summary>
    public IEnumerable<(ProgressSeries Series, JudgedQuantity Quantity)> Parts()
    {
        if (Forward is { } forward) yield return (forward, Quantity);
        if (Backward is { } backward) yield return (backward, BackwardQuantity ?? Quantity);
    }
}

namespace GaitSense.Training.Programmes;

/// <summary>A number that a person may edit, with the range it must stay in and where it comes from.</summary>
public sealed record Quantity
{
    /// <summary>The number.</summary>
    public required double Value { get; init; }

    /// <summary>The least that this programme allows.</summary>
    public required double Min { get; init; }

    /// <summary>The most that this programme allows, and that progression may come to.</summary>
    public required double Max { get; init; }

    /// <summary>Key of the source in the document's <c>sources</c>.</summary>
    public required string Source { get; init; }
}

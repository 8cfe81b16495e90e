namespace GaitSense.Training.People;

/// <summary>A line of the fall diary.</summary>
public sealed record Fall
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The day, where the person lives.</summary>
    public required DateOnly LocalDate { get; init; }

    /// <summary>The person was injured; null: nobody said.</summary>
    public bool? Injury { get; init; }

    /// <summary>The fall happened in a session; null: nobody said.</summary>
    public bool? DuringSession { get; init; }

    /// <summary>What was said about it; may be empty.</summary>
    public string Text { get; init; } = "";
}

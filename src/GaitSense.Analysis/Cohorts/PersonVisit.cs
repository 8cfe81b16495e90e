namespace GaitSense.Analysis;

/// <summary>Whose walk a recording holds, in which visit, and of which group. All may be unknown; then a recording counts as a person of its own.</summary>
/// <param name="Participant">The person's pseudonym; null: not known.</param>
/// <param name="Visit">The visit; null: not known.</param>
/// <param name="Group">The group; null: not known.</param>
public sealed record PersonVisit(string? Participant, string? Visit, string? Group)
{
    /// <summary>Nothing is known.</summary>
    public static PersonVisit Unknown { get; } = new(null, null, null);

    /// <summary>Further columns of the table that said it, in its order: name and text.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> More { get; init; } = [];
}

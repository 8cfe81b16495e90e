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

    /// <summary>What is known here, and where this says nothing, what another says.</summary>
    public PersonVisit Or(PersonVisit other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with { Participant = Participant ?? other.Participant, Visit = Visit ?? other.Visit, Group = Group ?? other.Group };
    }

    /// <summary>Person, visit and group in one line, as far as they are known; null where nothing is.</summary>
    internal static string? InWords(string? participant, string? visit, string? group)
    {
        string[] parts = [.. new[] { participant is null ? null : "Participant " + participant, visit is null ? null : "visit " + visit, group is null ? null : "group " + group }.OfType<string>()];
        return parts.Length == 0 ? null : string.Join(", ", parts) is var line ? char.ToUpperInvariant(line[0]) + line[1..] : null;
    }
}

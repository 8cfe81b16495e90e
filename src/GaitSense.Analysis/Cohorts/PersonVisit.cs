namespace GaitSense.Analysis.Cohorts;

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

    /// <summary>The part of it that was declared; the rest is what a folder's or file's name suggests. <value>The default is null: all of it was declared.</value></summary>
    public PersonVisit? Declared { get; init; }

    /// <summary>The same, suggested by a name alone: it counts where nothing is declared.</summary>
    public PersonVisit AsSuggestion() => this with { Declared = Unknown };

    /// <summary>What is declared here, and where nothing is, what another says, and where that says nothing, what a name suggests.</summary>
    public PersonVisit Or(PersonVisit other)
    {
        ArgumentNullException.ThrowIfNull(other);
        PersonVisit said = Declared ?? this;
        string? participant = said.Participant ?? other.Participant ?? Participant;
        return new PersonVisit(participant, said.Visit ?? other.Visit ?? Visit, said.Group ?? other.Group ?? Group)
        {
            // The columns of a table's row that only a name led to are of the person it names.
            More = string.Equals(participant, Participant, StringComparison.Ordinal) ? More : said.More,
        };
    }

    /// <summary>Person, visit and group in one line, as far as they are known; null where nothing is.</summary>
    internal static string? InWords(string? participant, string? visit, string? group)
    {
        string[] parts = [.. new[] { participant is null ? null : "Participant " + participant, visit is null ? null : "visit " + visit, group is null ? null : "group " + group }.OfType<string>()];
        return parts.Length == 0 ? null : string.Join(", ", parts) is var line ? char.ToUpperInvariant(line[0]) + line[1..] : null;
    }
}

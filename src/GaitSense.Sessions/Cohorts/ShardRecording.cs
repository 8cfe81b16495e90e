using GaitSense.Analysis.Cohorts;

namespace GaitSense.Sessions;

/// <summary>What became of one recording of a shard.</summary>
/// <param name="Name">Its name in the cohort.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Error">What failed; null where nothing did.</param>
public sealed record ShardRecording(string Name, CohortStatus Status, string? Error)
{
    /// <summary>The person's pseudonym; null: not known.</summary>
    public string? Participant { get; init; }

    /// <summary>The visit; null: not known.</summary>
    public string? Visit { get; init; }

    /// <summary>The group; null: not known.</summary>
    public string? Group { get; init; }

    /// <summary>Further columns of the table of participants: name and text, one after the other; null: none.</summary>
    public IReadOnlyList<string>? More { get; init; }

    /// <summary>A recording of a cohort.</summary>
    public static ShardRecording From(CohortEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        PersonVisit person = entry.Person;
        return new ShardRecording(entry.Name, entry.Status, entry.Error)
        {
            Participant = person.Participant,
            Visit = person.Visit,
            Group = person.Group,
            More = person.More.Count == 0 ? null : [.. person.More.SelectMany(m => new[] { m.Key, m.Value })],
        };
    }

    /// <summary>Whose it is.</summary>
    public PersonVisit ToPerson() => new(Participant, Visit, Group) { More = [.. (More ?? []).Chunk(2).Where(m => m.Length == 2).Select(m => KeyValuePair.Create(m[0], m[1]))] };

    /// <summary>All of it, for comparing.</summary>
    internal string ToText() => string.Join('\u001f', [Name, Status.ToString(), Error, Participant, Visit, Group, .. More ?? []]);
}

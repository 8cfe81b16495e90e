using GaitSense.Training.Programmes;

namespace GaitSense.Training.Verdicts;

/// <summary>The limits of change as a document: what may be judged, what is published of it, and the numbers of the rules. Versioned; a clinic may bring its own.</summary>
public sealed record LimitTable
{
    /// <summary>Name of the format.</summary>
    public const string FormatName = "gaitsense-change-limits";

    /// <summary>Name of the format: <see cref="FormatName"/>.</summary>
    public required string Format { get; init; }

    /// <summary>Version of the document, from 1; it stands in every verdict.</summary>
    public required int Version { get; init; }

    /// <summary>The numbers of the rules.</summary>
    public required LimitSettings Settings { get; init; }

    /// <summary>What may be judged, and what never is.</summary>
    public required IReadOnlyList<JudgedQuantity> Quantities { get; init; }

    /// <summary>What is published.</summary>
    public required IReadOnlyList<ChangeLimit> Limits { get; init; }

    /// <summary>The limits that come with the program.</summary>
    public static LimitTable BuiltIn { get; } = LimitJson.Embedded("change-limits.json");

    /// <summary>Reads and checks a document.</summary>
    /// <param name="path">Where it is from, for errors.</param>
    /// <param name="json">Its text.</param>
    /// <exception cref="TrainingFileException">It cannot be used; the message says what and where.</exception>
    public static LimitTable Read(string path, string json)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(json);
        LimitTable table = LimitJson.Read(path, json);
        return LimitTableRules.Fault(table) is { } fault ? throw new TrainingFileException(path, fault) : table;
    }

    /// <summary>What is known of a quantity; null: it is not one that is judged.</summary>
    /// <param name="name">Its name, without a version.</param>
    public JudgedQuantity? Find(string name) => Quantities.FirstOrDefault(q => string.Equals(q.Name, name, StringComparison.Ordinal));

    /// <summary>The published limits that may be used for a series.</summary>
    /// <param name="key">What the series is of.</param>
    /// <param name="says">What is said beyond them.</param>
    public IReadOnlyList<ChangeLimit> For(SeriesKey key, LimitSays says) => [.. Limits.Where(l => l.Says == says && l.AppliesTo(key))];
}

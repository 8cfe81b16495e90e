using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using GaitSense.Analysis.Statistics;
using GaitSense.Analysis.Summary;

namespace GaitSense.Analysis.Comparison;

/// <summary>Two sessions of one person: for each quantity the difference, its interval, and whether measuring alone could explain it.</summary>
public sealed record SessionComparison
{
    /// <summary>Name of the format.</summary>
    public string Format { get; } = "gaitsense-session-comparison";

    /// <summary>Version of the format.</summary>
    public int Version { get; } = 1;

    /// <summary>Name of the first session.</summary>
    public required string First { get; init; }

    /// <summary>Name of the second session.</summary>
    public required string Second { get; init; }

    /// <summary>The person's pseudonym; null where it is not known, or the sessions are of two people.</summary>
    public string? Participant { get; init; }

    /// <summary>The first session's visit; null when unknown.</summary>
    public string? FirstVisit { get; init; }

    /// <summary>The second session's visit; null when unknown.</summary>
    public string? SecondVisit { get; init; }

    /// <summary>When the first session began; null when unknown.</summary>
    public DateTimeOffset? FirstStartedAt { get; init; }

    /// <summary>When the second session began; null when unknown.</summary>
    public DateTimeOffset? SecondStartedAt { get; init; }

    /// <summary>The sessions and whose they are, in one line: <c>P07: T1 → T2</c>, or their days; where that is not known, the names of the recordings.</summary>
    [JsonIgnore]
    public string Title => (Participant is { } who ? $"{who}: " : "") + string.Join(" → ", Called);

    /// <summary>What must be known before the numbers are used, one sentence each.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>One entry for each direction in which both sessions have strides enough: the steadiest choice that both allow.</summary>
    public required IReadOnlyList<ComparedStrides> Groups { get; init; }

    /// <summary>Compares two sessions.</summary>
    public static SessionComparison Of(WalkSummary first, WalkSummary second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        IReadOnlyList<StrideGroupChoice> a = StrideGroupChoice.In(first.Statistics), b = StrideGroupChoice.In(second.Statistics);
        List<ComparedStrides> groups = [];
        foreach (string direction in new[] { "forward", "backward" })
        {
            int at = Enumerable.Range(0, a.Count).FirstOrDefault(i => a[i].Key.EndsWith(direction, StringComparison.Ordinal) && a[i].HasMean && b[i].HasMean, -1);
            if (at >= 0) groups.Add(ComparedStrides.Of(a[at], b[at]));
        }

        List<string> notes =
        [
            "Differences are second less first. An interval holds the scatter of strides and what measuring does alike to all strides of a session; it does not hold how a person's walking differs from day to day.",
        ];
        if (groups.Count == 0) notes.Add($"There is no direction in which both sessions have at least {Gates.MeanStrides} valid strides: nothing can be compared.");
        bool isOnePerson = first.Participant is not null && string.Equals(first.Participant, second.Participant, StringComparison.Ordinal);
        if (!isOnePerson && first.Participant is { } one && second.Participant is { } other)
            notes.Add($"The sessions are of two people ({one} and {other}): the differences are between people, no change of one.");
        if (!string.Equals(first.Software.Version, second.Software.Version, StringComparison.Ordinal))
            notes.Add($"The sessions were analysed by different versions ({first.Software.Version} and {second.Software.Version}): analyse them anew with one.");
        notes.AddRange(first.Warnings.Select(w => $"{first.Recording}: {w}"));
        notes.AddRange(second.Warnings.Select(w => $"{second.Recording}: {w}"));
        return new SessionComparison
        {
            First = first.Recording,
            Second = second.Recording,
            Participant = isOnePerson ? first.Participant : null,
            FirstVisit = first.Visit,
            SecondVisit = second.Visit,
            FirstStartedAt = first.StartedAt,
            SecondStartedAt = second.StartedAt,
            Notes = notes,
            Groups = groups,
        };
    }

    // By their visits, else by their days; two recordings of one visit or day, or of an unknown person, by their names.
    private string[] Called => Participant is null ? [First, Second]
        : AreApart(FirstVisit, SecondVisit) ? [FirstVisit!, SecondVisit!]
        : AreApart(Day(FirstStartedAt), Day(SecondStartedAt)) ? [Day(FirstStartedAt)!, Day(SecondStartedAt)!] : [First, Second];

    private static bool AreApart(string? one, string? other) => one is not null && other is not null && !string.Equals(one, other, StringComparison.Ordinal);

    private static string? Day(DateTimeOffset? when) => when?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The comparison as JSON, in the style of <see cref="WalkSummary.ToJson"/>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonText.Of<SessionComparison>()) + "\n";
}

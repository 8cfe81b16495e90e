using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using GaitSense.Analysis.Cohorts;
using GaitSense.Analysis.Cues;
using GaitSense.Analysis.Walks;
using GaitSense.Core;

namespace GaitSense.Analysis.Summary;

/// <summary>A walk in numbers: the contents of <c>summary.json</c>. What is missing is null and says why; nothing is ever NaN.</summary>
public sealed record WalkSummary
{
    private const string FormatName = "gaitsense-walk-summary";
    private const int CurrentVersion = 1;

    /// <summary>Name of the format.</summary>
    public string Format { get; } = FormatName;

    /// <summary>Version of the format.</summary>
    public int Version { get; } = CurrentVersion;

    /// <summary>Who made the numbers.</summary>
    public required SoftwareInfo Software { get; init; }

    /// <summary>Name of the recording.</summary>
    public required string Recording { get; init; }

    /// <summary>What the recording says about itself; null when nothing.</summary>
    public required string? Description { get; init; }

    /// <summary>When the walk began (ISO 8601); null when unknown.</summary>
    public required DateTimeOffset? StartedAt { get; init; }

    /// <summary>The person's pseudonym; null when unknown.</summary>
    public string? Participant { get; init; }

    /// <summary>The visit; null when unknown.</summary>
    public string? Visit { get; init; }

    /// <summary>The person's group; null when unknown.</summary>
    public string? Group { get; init; }

    /// <summary>Whose walk it is.</summary>
    [JsonIgnore]
    public PersonVisit Person => new(Participant, Visit, Group);

    /// <summary>What a reader must know before using the numbers, one sentence each.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The same, with what each is about. <value>Empty of a summary that was read from a file, which has the sentences alone.</value></summary>
    [JsonIgnore]
    public IReadOnlyList<WalkWarning> WarningsByKind { get; init; } = [];

    /// <summary>The whole walk.</summary>
    public required WalkTotals Totals { get; init; }

    /// <summary>Counts of each foot: <c>left</c>, <c>right</c>.</summary>
    public required IReadOnlyDictionary<string, FootCounts> Counts { get; init; }

    /// <summary>Statistics.</summary>
    public required StrideGroups Statistics { get; init; }

    /// <summary>The last full minute against the first.</summary>
    public required FatigueDrift Fatigue { get; init; }

    /// <summary>Bouts by their length; null in summaries of earlier builds.</summary>
    public IReadOnlyList<BoutClass>? BoutClasses { get; init; }

    /// <summary>Turns; null in summaries of earlier builds.</summary>
    public TurnStatistics? Turns { get; init; }

    /// <summary>The cues; null, and then not in the file, for a walk without.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CueSummary? Cues { get; init; }

    /// <summary>Options and settings of the run; null in summaries of earlier builds.</summary>
    public RunInfo? Run { get; init; }

    /// <summary>Data quality of each foot that had a sensor.</summary>
    public required IReadOnlyList<FootQuality> DataQuality { get; init; }

    /// <summary>What was assumed.</summary>
    public required Assumed Assumed { get; init; }

    /// <summary>Sums up a walk.</summary>
    public static WalkSummary From(WalkRecord walk) => From(new SettledWalk(walk));

    /// <summary>Sums up a walk that is settled already.</summary>
    public static WalkSummary From(SettledWalk walk) => SummaryBuilder.Build(walk);

    /// <summary>
    /// The JSON text of <c>summary.json</c>: indented, snake_case names in the order of declaration, numbers rounded to six decimals, missing
    /// values null, "\n" line ends, with one at the end.
    /// </summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonText.Of<WalkSummary>()) + "\n";

    /// <summary>Reads what <see cref="ToJson"/> wrote, of this or an older version.</summary>
    /// <exception cref="JsonException">The text is no such summary, or of a newer version; the message says so in one line.</exception>
    public static WalkSummary FromJson(string json) => FromJson(Encoding.UTF8.GetBytes(json));

    /// <inheritdoc cref="FromJson(string)"/>
    public static WalkSummary FromJson(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Span.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        using (var document = JsonDocument.Parse(utf8))
        {
            if (document.RootElement is not { ValueKind: JsonValueKind.Object } root || !root.TryGetProperty("format", out JsonElement format)
                || format.ValueKind != JsonValueKind.String || !format.ValueEquals(FormatName))
                throw new JsonException("is no summary of a walk");
            if (!root.TryGetProperty("version", out JsonElement version) || !version.TryGetInt32(out int number) || number > CurrentVersion)
                throw new JsonException("is a summary of a newer version of GaitSense: use that one");
        }

        WalkSummary summary = JsonSerializer.Deserialize(utf8.Span, JsonText.Of<WalkSummary>()) ?? throw new JsonException("is no summary of a walk");
        return summary with
        {
            Recording = OutsideText.Line(summary.Recording),
            Description = Line(summary.Description),
            Participant = Line(summary.Participant),
            Visit = Line(summary.Visit),
            Group = Line(summary.Group),
            Warnings = [.. summary.Warnings.Select(OutsideText.Line)],
        };

        static string? Line(string? text) => text is null ? null : OutsideText.Line(text);
    }
}

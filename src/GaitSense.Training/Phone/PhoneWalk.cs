using System.Text.Json;
using GaitSense.Training.Programmes;

namespace GaitSense.Training.Phone;

/// <summary>A walk that was walked with a phone alone.</summary>
public sealed record PhoneWalk
{
    /// <summary>When it began, ms since 1970.</summary>
    public required double StartedMs { get; init; }

    /// <summary>When it ended, ms since 1970.</summary>
    public double EndedMs { get; init; }

    /// <summary>The IANA zone of then.</summary>
    public required string Zone { get; init; }

    /// <summary>"comfortable-walk" or "backward".</summary>
    public required string Task { get; init; }

    /// <summary>Where the phone keeps its recording; what the walk is known by.</summary>
    public required string Folder { get; init; }

    /// <summary>The slot of a clinic's plan that it followed; null: none.</summary>
    public Guid? Slot { get; init; }

    /// <summary>What was walked; null: it was cut off before anything was known of it.</summary>
    public PhoneDose? End { get; init; }

    /// <summary>Why it ended: "done", "stop", "tired", "pain", "sound" or "shoe"; "cut-off": the page was closed in it, or could not end it.</summary>
    public string StopReason { get; init; } = "stop";

    /// <summary>The shoes were simulated: it does not count.</summary>
    public bool Simulated { get; init; }

    /// <summary>How it was afterwards, 1 (least) to 5 (most), by "fatigue" and "pain".</summary>
    public IReadOnlyDictionary<string, int> After { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>The file beside a walk's recording, in which the phone says what it was: <c>walk.json</c>.</summary>
    public const string FileName = "walk.json";

    /// <summary>Reads that file.</summary>
    /// <param name="path">Where it is from, for errors.</param>
    /// <param name="json">Its text.</param>
    /// <exception cref="TrainingFileException">It is none.</exception>
    public static PhoneWalk Read(string path, string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, PhoneContext.Walk) ?? throw new TrainingFileException(path, "is empty");
        }
        catch (JsonException e)
        {
            throw new TrainingFileException(path, TrainingJson.Unread(e, e.Message), e);
        }
    }
}

using System.Text.Json;
using GaitSense.Training.Programmes;

namespace GaitSense.Training.Phone;

/// <summary>What a phone keeps of a person who trains with it alone: answers and walks as they were, and nothing that follows from them.</summary>
public sealed record PhoneRecords
{
    /// <summary>Version of the document. <value>The default is 1.</value></summary>
    public int Version { get; init; } = 1;

    /// <summary>The questions of each day that was begun.</summary>
    public IReadOnlyList<PhoneCheck> Checks { get; init; } = [];

    /// <summary>The walks.</summary>
    public IReadOnlyList<PhoneWalk> Walks { get; init; } = [];

    /// <summary>The clinic's plans that were taken from files (<see cref="PhonePlan"/>), the newest last; empty: the phone alone, with comfortable walks.</summary>
    public IReadOnlyList<string> Plans { get; init; } = [];

    /// <summary>Reads the document.</summary>
    /// <param name="json">Its text; an empty one is a phone that has kept nothing yet.</param>
    /// <exception cref="TrainingFileException">It is no such document.</exception>
    public static PhoneRecords Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (string.IsNullOrWhiteSpace(json)) return new();
        try
        {
            return JsonSerializer.Deserialize(json, PhoneContext.Records) is { Version: 1 } records ? records : throw new TrainingFileException("what the phone keeps", "is of a version that this program does not know");
        }
        catch (JsonException e)
        {
            throw new TrainingFileException("what the phone keeps", TrainingJson.Unread(e, e.Message), e);
        }
    }
}

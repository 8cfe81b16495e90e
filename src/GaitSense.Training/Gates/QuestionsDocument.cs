namespace GaitSense.Training.Gates;

/// <summary>The questions of the day as a file.</summary>
internal sealed record QuestionsDocument
{
    /// <summary>The kind of document: "gaitsense-questions".</summary>
    public required string Format { get; init; }

    /// <summary>Its version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The questions, in their order.</summary>
    public required IReadOnlyList<GateQuestion> Questions { get; init; }
}

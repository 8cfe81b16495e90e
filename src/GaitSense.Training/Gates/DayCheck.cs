using GaitSense.Training.Plans;

namespace GaitSense.Training.Gates;

/// <summary>What a person was asked before a session, what was answered, and what was held because of it. A "yes" to a symptom counts for the rest of the day.</summary>
public sealed record DayCheck
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The day, where the person was.</summary>
    public required DateOnly LocalDate { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Where the session was to be.</summary>
    public required Place Place { get; init; }

    /// <summary>Version of the questions.</summary>
    public required int QuestionsVersion { get; init; }

    /// <summary>The answers.</summary>
    public IReadOnlyList<GateAnswer> Answers { get; init; } = [];

    /// <summary>Keys of the gates that held.</summary>
    public IReadOnlyList<string> Held { get; init; } = [];
}

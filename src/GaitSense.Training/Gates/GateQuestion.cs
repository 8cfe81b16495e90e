namespace GaitSense.Training.Gates;

/// <summary>One question of the day, answered with yes or no.</summary>
public sealed record GateQuestion
{
    /// <summary>Its id. The text's key is "question." and this.</summary>
    public required string Id { get; init; }

    /// <summary>When it is asked.</summary>
    public required QuestionTime Asked { get; init; }

    /// <summary>It may be skipped. What is skipped is "not said", and holds what must not go on without an answer.</summary>
    public required bool Skippable { get; init; }

    /// <summary>Key of the walker's text.</summary>
    public string TextKey => "question." + Id;
}

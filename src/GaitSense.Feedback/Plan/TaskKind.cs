namespace GaitSense.Feedback.Plan;

/// <summary>A task for the mind while walking.</summary>
public enum TaskKind
{
    /// <summary>Take away seven, again and again.</summary>
    Sevens,

    /// <summary>Take away three, again and again.</summary>
    Threes,

    /// <summary>Name animals.</summary>
    Animals,

    /// <summary>Words with a letter.</summary>
    Letter,
}

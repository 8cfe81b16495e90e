namespace GaitSense.Training.Regimes;

/// <summary>What an administrator stated before progression was switched on. Without one it is off.</summary>
public sealed record Statement
{
    /// <summary>Under which rules.</summary>
    public required Regime Regime { get; init; }

    /// <summary>The vote or the decision: a number, a date, a file; not empty.</summary>
    public required string Reference { get; init; }

    /// <summary>Who stated it: an account's pseudonym.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

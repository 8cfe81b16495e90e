using GaitSense.Training.Programmes;
using GaitSense.Training.Regimes;
using GaitSense.Training.Rules;

namespace GaitSense.Cli.Training.Simulated;

/// <summary>What simulated people are to follow.</summary>
internal sealed record ProgrammeRunOptions
{
    /// <summary>The programme.</summary>
    public required Programme Programme { get; init; }

    /// <summary>How many people.</summary>
    public required int People { get; init; }

    /// <summary>Chance: the same seed gives the same rows.</summary>
    public required ulong Seed { get; init; }

    /// <summary>First day of all plans. <value>The default is Monday, 2 March 2026: summer time begins within eight weeks, in Europe and in America on different days.</value></summary>
    public DateOnly From { get; init; } = new(2026, 3, 2);

    /// <summary>A clinic stands behind the plans. <value>The default is yes.</value></summary>
    public bool HasClinic { get; init; } = true;

    /// <summary>What the administrator stated; null: progression is off.</summary>
    public Statement? Statement { get; init; }

    /// <summary>The numbers.</summary>
    public TrainingRules Rules { get; init; } = TrainingRules.Default;
}

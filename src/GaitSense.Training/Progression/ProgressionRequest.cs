using GaitSense.Training.Days;
using GaitSense.Training.People;
using GaitSense.Training.Regimes;
using GaitSense.Training.Rules;

namespace GaitSense.Training.Progression;

/// <summary>What progression is decided from.</summary>
public sealed record ProgressionRequest
{
    /// <summary>The person.</summary>
    public required Person Person { get; init; }

    /// <summary>The day, where the person is.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Plans, sessions and falls.</summary>
    public required TrainingHistory History { get; init; }

    /// <summary>What an administrator stated; null: progression is off.</summary>
    public Statement? Statement { get; init; }

    /// <summary>The numbers. <value>The default is <see cref="TrainingRules.Default"/>.</value></summary>
    public TrainingRules Rules { get; init; } = TrainingRules.Default;
}

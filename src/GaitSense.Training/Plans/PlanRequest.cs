using GaitSense.Training.People;
using GaitSense.Training.Programmes;
using GaitSense.Training.Rules;

namespace GaitSense.Training.Plans;

/// <summary>What a first plan is made from.</summary>
public sealed record PlanRequest
{
    /// <summary>The plan's identifier; those of its slots follow from it.</summary>
    public required Guid Id { get; init; }

    /// <summary>For whom.</summary>
    public required Person Person { get; init; }

    /// <summary>The template.</summary>
    public required Programme Programme { get; init; }

    /// <summary>First day, where the person lives.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Who makes it: an account's pseudonym.</summary>
    public required string By { get; init; }

    /// <summary>When it is made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>What is known of the person's walking.</summary>
    public KnownWalks Known { get; init; } = new();

    /// <summary>Length of the person's measured path, m; null: that of the programme.</summary>
    public double? PathM { get; init; }

    /// <summary>The numbers. <value>The default is <see cref="TrainingRules.Default"/>.</value></summary>
    public TrainingRules Rules { get; init; } = TrainingRules.Default;
}

using GaitSense.Training.Programmes;

namespace GaitSense.Training.Rules;

/// <summary>What a first plan is made of.</summary>
public sealed record FirstPlanNumbers
{
    /// <summary>Share of the longest comfortable walk seen that a first plan asks for, 0 to 0.5.</summary>
    public required Quantity ShareOfLongest { get; init; }

    /// <summary>Most minutes of a first plan, 0.5 to 10.</summary>
    public required Quantity MaxMinutes { get; init; }

    /// <summary>A longest walk shorter than this makes no plan by rule: a clinician decides; minutes, 1 to 10.</summary>
    public required Quantity LeastKnownMinutes { get; init; }

    /// <summary>A rest that was needed within this time builds rests in; minutes, 6 to 20.</summary>
    public required Quantity RestNeededWithinMinutes { get; init; }

    /// <summary>Distance walked index (6-1) at or below which rests are built in; percent, -15 to 0.</summary>
    public required Quantity FatigabilityPercent { get; init; }

    /// <summary>Disease steps from which rests are built in, 0 to 3.</summary>
    public required Quantity DiseaseSteps { get; init; }

    /// <summary>Rise of fatigue, faces, from which rests are built in, 1 to 2.</summary>
    public required Quantity FatigueFaces { get; init; }

    /// <summary>Bouts of a walk with rests, 1 to 5.</summary>
    public required Quantity Bouts { get; init; }

    /// <summary>Longest bout of a first walk with rests, minutes, 0.5 to 5.</summary>
    public required Quantity BoutMinutes { get; init; }

    /// <summary>Seated rest between bouts, minutes, 1 to 10.</summary>
    public required Quantity RestMinutes { get; init; }
}

namespace GaitSense.Training.Plans;

/// <summary>What is known of a person's walking before the first plan. What was not seen or not asked is null.</summary>
public sealed record KnownWalks
{
    /// <summary>The longest comfortable walk that was seen, minutes; null: none was.</summary>
    public double? LongestMinutes { get; init; }

    /// <summary>Minute of a walk at which a rest was needed; null: none was, or nobody walked.</summary>
    public double? RestNeededAfterMinutes { get; init; }

    /// <summary>Distance walked index (6-1) of a 6-minute walk: change from the first to the last minute, percent (Leone 2016); null: not measured.</summary>
    public double? FatigabilityPercent { get; init; }

    /// <summary>Patient-determined disease steps, 0 to 8; null: not asked.</summary>
    public int? DiseaseSteps { get; init; }

    /// <summary>The largest rise of fatigue over a walk, faces; null: not asked.</summary>
    public int? FatigueRise { get; init; }
}

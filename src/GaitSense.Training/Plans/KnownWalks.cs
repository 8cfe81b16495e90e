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

    /// <summary>Why it cannot be known so; null: it can.</summary>
    public string? Fault() => this switch
    {
        { LongestMinutes: not (null or (>= 0.1 and <= 120)) } => "the longest walk is 0.1 to 120 minutes",
        { RestNeededAfterMinutes: not (null or (>= 0 and <= 120)) } => "a rest is needed after 0 to 120 minutes",
        { FatigabilityPercent: not (null or (>= -100 and <= 100)) } => "the distance walked index is -100 to 100 percent",
        _ => null,
    };
}

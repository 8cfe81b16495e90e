namespace GaitSense.Clinic.Plans;

/// <summary>What a first plan is made of.</summary>
internal sealed record NewPlan
{
    /// <summary>The programme's id, with or without its version.</summary>
    public string? Template { get; init; }

    /// <summary>First day; null: today.</summary>
    public string? From { get; init; }

    /// <summary>The longest comfortable walk that was seen, min.</summary>
    public double? LongestMinutes { get; init; }

    /// <summary>Minute at which a rest was needed.</summary>
    public double? RestAfterMinutes { get; init; }

    /// <summary>Distance walked index, percent.</summary>
    public double? WalkedIndexPercent { get; init; }

    /// <summary>Length of the measured path, m.</summary>
    public double? PathM { get; init; }
}

using GaitSense.Core;

namespace GaitSense.Feedback.Plan;

/// <summary>One thing that is trained: a band for it, a soft sound for a good step, a word when the band was left.</summary>
public sealed record TargetPlan
{
    /// <summary>What it is about.</summary>
    public TargetQuantity Quantity { get; init; }

    /// <summary>The foot; null: both. Not for the symmetry of steps. <value>The default is null.</value></summary>
    public Foot? Foot { get; init; }

    /// <summary>Whether the band is in percent of the same walk's baseline, and not in the quantity's own unit. <value>The default is false.</value></summary>
    public bool OfBaselinePercent { get; init; }

    /// <summary>Least good value; null: no least one. <value>The default is null.</value></summary>
    public double? From { get; init; }

    /// <summary>Greatest good value; null: no greatest one. <value>The default is null.</value></summary>
    public double? To { get; init; }

    /// <summary>Whether a good step is heard. <value>The default is true.</value></summary>
    [Source("Per-step audio reward: Heel2Toe, 13 of 14 users walked farther (pilot, PD)")]
    public bool Reward { get; init; } = true;

    /// <summary>Whether leaving the band is said. <value>The default is true.</value></summary>
    public bool Correct { get; init; } = true;

    /// <summary>By how much of the band a value must be inside again before the target counts as kept, percent of <see cref="From"/> or <see cref="To"/>. <value>The default is 5.</value></summary>
    [Within(0, 30), Source("Hysteresis: at the edge of the band it would speak again and again")]
    public double HysteresisPercent { get; init; } = 5;
}

namespace GaitSense.Feedback.Plan;

/// <summary>When a rest is offered. It is offered, never ordered, and no tempo climbs after it until the walker has rested.</summary>
public sealed record RestPlan
{
    /// <summary>Walking without a rest after which one is offered, s. <value>The default is 300.</value></summary>
    [Within(30, 3600), Source("Five minutes count; stop before it is too much")]
    public double EveryS { get; init; } = 300;

    /// <summary>Distance of the last minute against the first, percent: below this a rest is offered. <value>The default is -15.</value></summary>
    [Within(-50, -1), Source("Distance walked index of -15 %: motor fatigue (Leone 2016)")]
    public double DistanceIndexPercent { get; init; } = -15;

    /// <summary>Growth of the symmetry index of stride length since the start, points. <value>The default is 6.</value></summary>
    [Within(1, 50), Source("Twice what stops a tempo from climbing")]
    public double AsymmetryGrowthPoints { get; init; } = 6;

    /// <summary>Standing this long is a rest, s. <value>The default is 20.</value></summary>
    [Within(5, 300), Source("Long enough to be meant")]
    public double StandingS { get; init; } = 20;

    /// <summary>Least time between two offers, s. <value>The default is 120.</value></summary>
    [Within(30, 1200), Source("Once heard is enough")]
    public double OfferEveryS { get; init; } = 120;
}

namespace GaitSense.Feedback.Plan;

/// <summary>When corrections are spoken, and how rarely.</summary>
public sealed record CorrectionPlan
{
    /// <summary>Steps in a row outside the band before anything is said. <value>The default is 4.</value></summary>
    [Within(2, 20), Source("One step is chance; four are not")]
    public int AfterSteps { get; init; } = 4;

    /// <summary>Least time between two corrections, s. <value>The default is 20.</value></summary>
    [Within(8, 300), Source("Feedback on each fault makes people depend on it, and tires")]
    public double EveryS { get; init; } = 20;

    /// <summary>Least time between two sounds for a good step, s. <value>The default is 1.</value></summary>
    [Within(0.5, 60), Source("At most one a stride")]
    public double RewardEveryS { get; init; } = 1;

    /// <summary>Good steps among the last ten from which on the next target is worked on. <value>The default is 8.</value></summary>
    [Within(5, 10), Source("One target at a time")]
    public int KeptOfTen { get; init; } = 8;
}

namespace GaitSense.Feedback.Plan;

/// <summary>One cognitive task: its cost is the change against the walking just before it.</summary>
public sealed record TaskPlan
{
    /// <summary>The task.</summary>
    public TaskKind Task { get; init; }

    /// <summary>When it is asked, s after the walk's first sample.</summary>
    [Within(0, 3600)]
    public double AtS { get; init; }

    /// <summary>How long it lasts, s. <value>The default is 60.</value></summary>
    [Within(15, 300), Source("A minute gives some 50 steps of each foot")]
    public double DurationS { get; init; } = 60;
}

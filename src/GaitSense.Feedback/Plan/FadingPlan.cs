namespace GaitSense.Feedback.Plan;

/// <summary>How much of a walk is cued: practice without cues is part of learning.</summary>
public sealed record FadingPlan
{
    /// <summary>Share of the minutes after the start that are cued, percent. <value>The default is 100.</value></summary>
    [Within(0, 100), Source("100 to 50 % over the weeks: retention needs practice without cues")]
    public double CuedMinutesPercent { get; init; } = 100;

    /// <summary>Silence at the end of the walk, s: what is kept without cues. <value>The default is 60.</value></summary>
    [Within(0, 300), Source("A silent probe at the end of every walk")]
    public double ProbeS { get; init; } = 60;
}

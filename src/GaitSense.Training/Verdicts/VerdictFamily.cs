namespace GaitSense.Training.Verdicts;

/// <summary>
/// What is looked at together: whoever looks at nine measures thirty times sees something change by chance unless limits allow for it. It is said beforehand, by the plan.
/// </summary>
public sealed record VerdictFamily
{
    /// <summary>The most measures a clinician is shown.</summary>
    public const int MostMeasures = 9;

    /// <summary>Measures and tests that are shown and judged, 1 to <see cref="MostMeasures"/>. <value>The default is 9.</value></summary>
    public int Measures { get; init; } = MostMeasures;

    /// <summary>Visits after the baseline at which a measure of the feet is judged, 2 to 500. <value>The default is 24: three a week over eight weeks.</value></summary>
    public int MeasureVisits { get; init; } = 24;

    /// <summary>Visits after the baseline at which a timed test is judged, 2 to 500. <value>The default is 8: once a week over eight weeks.</value></summary>
    public int TestVisits { get; init; } = 8;

    /// <summary>
    /// The last day of the baseline, where a plan says one: all visits up to it are the baseline, and more visits make narrower limits. Null: the first visits, as few as allowed.
    /// </summary>
    public DateOnly? BaselineThrough { get; init; }
}

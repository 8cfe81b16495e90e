namespace GaitSense.Analysis;

/// <summary>A walk of a cohort with the strides that its key figures are taken from.</summary>
internal sealed record CohortWalk(string Name, WalkSummary Summary, StrideGroupChoice Choice)
{
    public StrideStatistics Both => Choice.Group.Both;

    public double? ValueOf(WalkParameter parameter) => parameter.Of(Both).Mean * parameter.Scale;

    /// <summary>Mean of the feet's CV, percent; null where a foot has none.</summary>
    public double? Cv(Func<StrideStatistics, Statistic> of) =>
        (of(Choice.Group.Left).Variability?.CvPercent + of(Choice.Group.Right).Variability?.CvPercent) / 2;
}

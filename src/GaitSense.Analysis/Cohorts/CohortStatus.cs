namespace GaitSense.Analysis.Cohorts;

/// <summary>What became of one recording of a cohort.</summary>
public enum CohortStatus
{
    /// <summary>Analysed to its end.</summary>
    Done,

    /// <summary>It could not be analysed, or not to its end.</summary>
    Failed,

    /// <summary>The analysis was stopped in the middle of it.</summary>
    Interrupted,

    /// <summary>The analysis was stopped before it.</summary>
    NotBegun,
}

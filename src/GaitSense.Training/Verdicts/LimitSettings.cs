namespace GaitSense.Training.Verdicts;

/// <summary>The numbers of the rules of verdicts.</summary>
public sealed record LimitSettings
{
    /// <summary>The share of unchanged people of whom anything at all may be called changed, over all shown measures and all visits together, above 0 and at most 0.2.</summary>
    public required double ErrorRate { get; init; }

    /// <summary>Fewest visits of a baseline, 3 to 20.</summary>
    public required int LeastVisits { get; init; }

    /// <summary>Fewest visits of a baseline where a detectable change is published, 2 to 20.</summary>
    public required int LeastVisitsWherePublished { get; init; }

    /// <summary>Visits in a row that must be beyond the limit, on the same side, of a timed test, 2 to 10.</summary>
    public required int TestsInARow { get; init; }

    /// <summary>The same of measures of the feet, which come with every session, 2 to 10: a few days in the heat or with a cold are no change.</summary>
    public required int MeasuresInARow { get; init; }

    /// <summary>How much a test's value is taken to depend on that of the visit before, as a correlation, 0 to 0.9.</summary>
    public required double TestCorrelation { get; init; }

    /// <summary>The same of measures of the feet, whose visits are closer together.</summary>
    public required double MeasureCorrelation { get; init; }

    /// <summary>What the SD behind a published detectable change counts as in a person's own, in degrees of freedom, 0 to 100: people differ from each other.</summary>
    public required double PublishedSdFreedom { get; init; }

    /// <summary>Where these numbers come from.</summary>
    public required string Source { get; init; }
}

using GaitSense.Analysis.Summary;

namespace GaitSense.Analysis.Cohorts;

/// <summary>One recording of a cohort.</summary>
/// <param name="Name">Its name, which is also the folder of its results within the cohort's; parts are divided by slashes.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Error">What failed, in one line, without paths of the machine it failed on; null where nothing did.</param>
/// <param name="Summary">The walk in numbers, as it stands in its <c>summary.json</c>; null unless <see cref="CohortStatus.Done"/>.</param>
public sealed record CohortEntry(string Name, CohortStatus Status, string? Error, WalkSummary? Summary)
{
    /// <summary>The walk in numbers; null unless <see cref="CohortStatus.Done"/>. Where there is a <see cref="Reader"/>, each call reads them.</summary>
    public WalkSummary? Summary { get => field ?? Reader?.Invoke(); init; } = Summary;

    /// <summary>Reads the walk's numbers from where they are, so that a cohort of thousands need not hold them; null where <see cref="Summary"/> was given.</summary>
    public Func<WalkSummary>? Reader { get; init; }

    /// <summary>Whose walk it is, and of which visit. <value>The default is that nothing is known.</value></summary>
    public PersonVisit Person { get; init; } = PersonVisit.Unknown;
}

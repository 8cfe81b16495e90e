using GaitSense.Analysis;
using GaitSense.Walk;

namespace GaitSense.Cli;

/// <summary>What became of one recording.</summary>
/// <param name="Target">The recording.</param>
/// <param name="Result">How its session ended; null where it never began.</param>
/// <param name="Summary">The walk in numbers; null where there are no results.</param>
/// <param name="Error">What failed, in one line; null where nothing did. Results from before the failure may still be there.</param>
/// <param name="Skipped">Whether it was not begun because the command was stopped.</param>
internal sealed record AnalysisOutcome(AnalysisTarget Target, WalkEnd? Result, WalkSummary? Summary, string? Error, bool Skipped = false)
{
    /// <summary>Whether its results were there already, finished by an earlier run.</summary>
    public bool WasFinished { get; init; }

    /// <summary>What became of it, as a cohort tells it.</summary>
    public CohortStatus Status => Skipped ? CohortStatus.NotBegun
        : Error is not null ? CohortStatus.Failed
        : Result?.Interrupted == true ? CohortStatus.Interrupted : CohortStatus.Done;

    /// <summary>This recording in a cohort: half a walk has no numbers there.</summary>
    public CohortEntry ToEntry() => new(Target.Name, Status, Error is null ? null : Target.WithoutPlaces(Error), Status == CohortStatus.Done ? Summary : null);

    /// <summary>How the command ends after all recordings were attempted.</summary>
    public static int ExitCodeOf(IEnumerable<AnalysisOutcome> outcomes, bool stopped) =>
        stopped ? ExitCode.Interrupted : outcomes.Any(o => o.Error is not null) ? ExitCode.Failed : ExitCode.Done;
}

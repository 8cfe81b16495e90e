using GaitSense.Analysis.Cohorts;
using GaitSense.Analysis.Summary;
using GaitSense.Core;
using GaitSense.Recording;
using GaitSense.Walk;

namespace GaitSense.Sessions;

/// <summary>What became of one recording.</summary>
/// <param name="Target">The recording.</param>
/// <param name="Result">How its walk ended; null where it never began, and where it was not walked through in this run.</param>
/// <param name="Summary">The walk in numbers; null where there are no results.</param>
/// <param name="Error">What failed, in one line; null where nothing did. Results from before the failure may still be there.</param>
/// <param name="Skipped">Whether it was not begun because the batch was stopped.</param>
public sealed record AnalysisOutcome(AnalysisTarget Target, WalkEnd? Result, WalkSummary? Summary, string? Error, bool Skipped = false)
{
    /// <summary>The walk in numbers; null where there are no results. In a cohort each call reads them from their file.</summary>
    /// <exception cref="RecordingFormatException">The file is there no more.</exception>
    public WalkSummary? Summary { get => field ?? (IsInFile ? FinishedStamp.ReadSummary(Target.OutDirectory) : null); init; } = Summary;

    /// <summary>Whether the walk's numbers are in their file alone: thousands of recordings need no more memory than fifty.</summary>
    public bool IsInFile { get; init; }

    /// <summary>What the walk's numbers say that a person should know.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = Summary?.Warnings ?? [];

    /// <summary>Whose walk it is: as the plan says, and where that says nothing, the recording itself.</summary>
    public PersonVisit Person { get; init; } = Target.Person.Or(Summary?.Person ?? PersonVisit.Unknown);

    /// <summary>What failed, as it was thrown; null where nothing was, and where that was in another run. Anything but a <see cref="GaitSenseException"/> is unexpected.</summary>
    public Exception? Failure { get; init; }

    /// <summary>Why the report has no cues although the walk had some; null where nothing is wrong with them. The walk has its numbers all the same.</summary>
    public GaitSenseException? CueFailure { get; init; }

    /// <summary>Whether its results were there already, finished by an earlier run.</summary>
    public bool WasFinished { get; init; }

    /// <summary>What became of it, as a cohort tells it.</summary>
    public CohortStatus Status => Skipped ? CohortStatus.NotBegun
        : Error is not null ? CohortStatus.Failed
        : Result?.Interrupted == true ? CohortStatus.Interrupted : CohortStatus.Done;

    /// <summary>This recording in a cohort: half a walk has no numbers there, and no place of this machine is named.</summary>
    internal CohortEntry ToEntry() => new(Target.Name, Status, Error is null ? null : Target.WithoutPlaces(Error), null) { Reader = IsInFile && Status == CohortStatus.Done ? () => FinishedStamp.ReadSummary(Target.OutDirectory) : null, Person = Person };
}

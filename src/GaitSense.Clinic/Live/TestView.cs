using GaitSense.Training.Records;

namespace GaitSense.Clinic.Live;

/// <summary>A timed test at a moment.</summary>
internal sealed record TestView
{
    /// <summary>The session.</summary>
    public required Guid Session { get; init; }

    /// <summary>The test: "t25fw".</summary>
    public required string Test { get; init; }

    /// <summary>With its version: "t25fw@1".</summary>
    public required string Name { get; init; }

    /// <summary>"setup", "ready", "armed", "running", "ended", "reviewed", "over".</summary>
    public required string State { get; init; }

    /// <summary>Number of the trial, false starts counted.</summary>
    public required int No { get; init; }

    /// <summary>Trials that the test needs, practice included, and those that did not count so far.</summary>
    public required int Of { get; init; }

    /// <summary>Whether the trial is practice.</summary>
    public required bool IsPractice { get; init; }

    /// <summary>The stopwatch, s: stopped, or as it runs.</summary>
    public double? WatchS { get; init; }

    /// <summary>When "go" was given, s on the walk's time.</summary>
    public double? GoS { get; init; }

    /// <summary>When the clock was stopped, s on the walk's time.</summary>
    public double? StopS { get; init; }

    /// <summary>Whether what the feet say of the trial will not change.</summary>
    public required bool Settled { get; init; }

    /// <summary>What to do now.</summary>
    public required string Line { get; init; }

    /// <summary>What is prepared, and what is read aloud.</summary>
    public required IReadOnlyList<string> Script { get; init; }

    /// <summary>What the trial may be accepted with; empty before it has ended.</summary>
    public required IReadOnlyList<CandidateView> Candidates { get; init; }

    /// <summary>Why a trial may not count, to choose from.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>What needs a person's eye.</summary>
    public required IReadOnlyList<string> Flags { get; init; }

    /// <summary>All trials that were kept.</summary>
    public required IReadOnlyList<Trial> Trials { get; init; }

    /// <summary>The result; null: not all trials are there.</summary>
    public double? Result { get; init; }

    /// <summary>The feet's own result, a series of its own; null: there is none.</summary>
    public double? ResultByFeet { get; init; }

    /// <summary>The unit.</summary>
    public required string Unit { get; init; }

    /// <summary>The instruction that is given.</summary>
    public required string Instruction { get; init; }

    /// <summary>The official definition.</summary>
    public required string Definition { get; init; }

    /// <summary>The definition in words.</summary>
    public required string DefinitionWords { get; init; }
}

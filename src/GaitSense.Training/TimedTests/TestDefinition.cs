using GaitSense.Training.Plans;
using GaitSense.Training.TimedTests.Feet;

namespace GaitSense.Training.TimedTests;

/// <summary>
/// A timed test as data: its course, how often, how long at most, what is read aloud, what its result is. A change is a new version, and results of different versions are never compared.
/// </summary>
public sealed record TestDefinition
{
    /// <summary>Key: "t25fw".</summary>
    public required string Id { get; init; }

    /// <summary>Version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Kind of course.</summary>
    public required TestKind Kind { get; init; }

    /// <summary>Length of the course, m: from line to line, or from the chair to the mark; null: none is given (a corridor's is the clinic's).</summary>
    public double? LengthM { get; init; }

    /// <summary>From the line that ends the time to a second line at which the person stops, m; null: none.</summary>
    public double? RunOutM { get; init; }

    /// <summary>Whether the person walks backward. Such tests are gated: who may do them where is decided before.</summary>
    public bool IsBackward { get; init; }

    /// <summary>Whether a person walks at arm's length beside, with nothing else to do.</summary>
    public bool IsGuarded { get; init; }

    /// <summary>How long the walk is, s; null: until the line is crossed.</summary>
    public double? DurationS { get; init; }

    /// <summary>Longest time of a trial, s.</summary>
    public required double LimitS { get; init; }

    /// <summary>Instructions that may be given, by key; the first is the usual one. Which one was given is stored, and results of different ones are never compared.</summary>
    public required IReadOnlyList<string> Instructions { get; init; }

    /// <summary>Trials that count.</summary>
    public required int Trials { get; init; }

    /// <summary>Practice trials before them.</summary>
    public int PracticeTrials { get; init; }

    /// <summary>Longest time between the end of a trial and the "go" of the next, s; null: no limit.</summary>
    public double? BetweenTrialsS { get; init; }

    /// <summary>After so many failed trials the test ends.</summary>
    public required int Failures { get; init; }

    /// <summary>How trials become one result: "mean", "single".</summary>
    public required string Summary { get; init; }

    /// <summary>Unit of the result: "s", "m", "%".</summary>
    public required string Unit { get; init; }

    /// <summary>Definitions that a clinic may choose as its official one.</summary>
    public required IReadOnlyList<string> Definitions { get; init; }

    /// <summary>The official one where a clinic has not chosen.</summary>
    public required string Official { get; init; }

    /// <summary>The feet's own series, kept beside the official one; null: the feet have none.</summary>
    public string? FeetSeries { get; init; }

    /// <summary>Keys of what is read or shown before the test, in order.</summary>
    public required IReadOnlyList<string> Setup { get; init; }

    /// <summary>Key of what is read aloud to the person, by instruction.</summary>
    public required IReadOnlyDictionary<string, string> Script { get; init; }

    /// <summary>Where the protocol is from.</summary>
    public required string Source { get; init; }

    /// <summary>How a trial names its test: "t25fw@1".</summary>
    public string Name => FormattableString.Invariant($"{Id}@{Version}");

    /// <summary>What is done in it, as the gates of a day ask: who may not walk backward does no backward test.</summary>
    public TrainingTask Task => IsBackward ? TrainingTask.Backward : Kind == TestKind.DualTask ? TrainingTask.DualTask : TrainingTask.ComfortableWalk;

    /// <summary>The lines of a straight course.</summary>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public LineCourseLayout Layout =>
        Kind == TestKind.Line && LengthM is { } length ? new(length, RunOutM, IsBackward) : throw new InvalidOperationException($"{Name} has no lines.");
}

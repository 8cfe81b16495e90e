namespace GaitSense.Training.Records;

/// <summary>One attempt at a timed test: what the button said, what the feet said, and which of them is official.</summary>
public sealed record Trial
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The test, with the version of its definition: "t25fw@1".</summary>
    public required string Test { get; init; }

    /// <summary>Number of the attempt in the session, from 1; false starts count.</summary>
    public required int No { get; init; }

    /// <summary>The instruction that was given, by its key: "fast", "comfortable".</summary>
    public required string Instruction { get; init; }

    /// <summary>A practice trial: kept, never judged.</summary>
    public bool Practice { get; init; }

    /// <summary>Second of the session at which "go" was given; null: never.</summary>
    public double? GoS { get; init; }

    /// <summary>Time from "go" to the button's stop, s; null: no stop.</summary>
    public double? WatchS { get; init; }

    /// <summary>What the feet say: one result, or the candidates among which a person chooses; empty: nothing.</summary>
    public IReadOnlyList<FeetTime> Feet { get; init; } = [];

    /// <summary>Distance, m, of tests of distance; null: a test of time, or not known.</summary>
    public double? DistanceM { get; init; }

    /// <summary>What is kept beside the result: segments, minutes, laps; empty: nothing.</summary>
    public IReadOnlyList<TrialPart> Parts { get; init; } = [];

    /// <summary>The official result in the test's unit (s or m), by the clinic's definition; null: none chosen yet.</summary>
    public double? Official { get; init; }

    /// <summary>The definition that <see cref="Official"/> follows: "watch-from-go", "feet-leave-to-cross".</summary>
    public string? Definition { get; init; }

    /// <summary>Whether it counts.</summary>
    public required Validity Validity { get; init; }

    /// <summary>Why it does not count, or needs attention; may be empty.</summary>
    public string Reason { get; init; } = "";
}

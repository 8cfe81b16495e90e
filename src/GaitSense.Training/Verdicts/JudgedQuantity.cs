using GaitSense.Core;

namespace GaitSense.Training.Verdicts;

/// <summary>A quantity that may be judged: what it is called, which way is better, how a visit gets its one value.</summary>
public sealed record JudgedQuantity
{
    /// <summary>Its name: of a test, or of a measure by its column.</summary>
    public required string Name { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Title { get; init; }

    /// <summary>Its unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Decimals for people, 0 to 3.</summary>
    public required int Decimals { get; init; }

    /// <summary>Which way is better.</summary>
    public required BetterWay Better { get; init; }

    /// <summary>How several attempts or sessions of a day become one value.</summary>
    public required VisitRule Visit { get; init; }

    /// <summary>The step in which it is written down, in <see cref="Unit"/>, above 0: equal values need not have been equal.</summary>
    public required double Resolution { get; init; }

    /// <summary>It is a test with trials and definitions, no measure of a session's strides. <value>The default is no.</value></summary>
    public bool Test { get; init; }

    /// <summary>The direction in which a test is walked; a measure has that of its strides. <value>The default is forward.</value></summary>
    public WalkingDirection Direction { get; init; } = WalkingDirection.Forward;

    /// <summary>The quantity beside which a backward one is drawn; null: itself.</summary>
    public string? Beside { get; init; }

    /// <summary>The directions in which it is one of the measures that a clinician sees, where a clinic has not chosen others. <value>The default is none.</value></summary>
    public IReadOnlyList<WalkingDirection> Shown { get; init; } = [];

    /// <summary>Why it is never judged; null: it may be.</summary>
    public string? NoVerdict { get; init; }
}

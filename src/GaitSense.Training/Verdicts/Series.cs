namespace GaitSense.Training.Verdicts;

/// <summary>A person's values of one test or measure that may be compared with each other, one for each visit, in the order of days.</summary>
public sealed record Series
{
    /// <summary>What they are of.</summary>
    public required SeriesKey Key { get; init; }

    /// <summary>The unit.</summary>
    public required string Unit { get; init; }

    /// <summary>The values, by day, at most one a day.</summary>
    public required IReadOnlyList<VisitValue> Values { get; init; }

    /// <summary>What was left out and why, a sentence each: practice trials, attempts that do not count, simulated sessions.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];
}

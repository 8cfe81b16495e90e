namespace GaitSense.Training.Plans;

/// <summary>What a person shall practise over some weeks. A version that a session has used is never changed: a change is a new version.</summary>
public sealed record Plan
{
    /// <summary>Identifier of this version.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Version, from 1; the newest with <see cref="From"/> not after a day is that day's plan.</summary>
    public required int Version { get; init; }

    /// <summary>First day, where the person lives: day 1 of <see cref="FirstWeek"/>.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Number of the week that begins on <see cref="From"/>. <value>The default is 1; a later version goes on counting.</value></summary>
    public int FirstWeek { get; init; } = 1;

    /// <summary>Last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The programme it came from: "backward-8-weeks@1".</summary>
    public required string Template { get; init; }

    /// <summary>Who made this version: an account's pseudonym, or "rule" where progression proposed it and a clinician confirmed.</summary>
    public required string By { get; init; }

    /// <summary>When this version was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Why this version was made: keys with values, in words by <see cref="Texts.ReasonText"/> ("reason.up.lengths 6 7"), or what a person wrote.</summary>
    public required string Reason { get; init; }

    /// <summary>What is to be done, by week; a later version keeps the weeks before <see cref="FirstWeek"/>, which are over.</summary>
    public required IReadOnlyList<Slot> Slots { get; init; }
}

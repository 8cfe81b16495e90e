namespace GaitSense.Training.Plans;

/// <summary>One kind of session in one week of a plan.</summary>
public sealed record Slot
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Week of the plan, from 1.</summary>
    public required int Week { get; init; }

    /// <summary>Sessions of this kind in the week, 1 to 7.</summary>
    public required int PerWeek { get; init; }

    /// <summary>What is practised.</summary>
    public required TrainingTask Task { get; init; }

    /// <summary>Where.</summary>
    public required Place Place { get; init; }

    /// <summary>Minutes of walking, 0.5 to 20, rests not counted; null: the dose is not in minutes.</summary>
    public double? Minutes { get; init; }

    /// <summary>The most minutes that progression may come to, 0.5 to 20; null: it leaves them alone.</summary>
    public double? MaxMinutes { get; init; }

    /// <summary>Minutes between seated rests; null: no rest is built in.</summary>
    public double? MinutesBetweenRests { get; init; }

    /// <summary>Length of a seated rest, minutes; null: no rest is built in.</summary>
    public double? RestMinutes { get; init; }

    /// <summary>Backward lengths of the path in a session, 1 to 20; null: the dose is not in lengths.</summary>
    public int? Lengths { get; init; }

    /// <summary>The most lengths that progression may come to, 1 to 20; null: it leaves them alone.</summary>
    public int? MaxLengths { get; init; }

    /// <summary>Length of the measured path, m, 2 to 10; null: the dose is not in lengths.</summary>
    public double? PathM { get; init; }

    /// <summary>Tempo above the preferred cadence, percent, -10 to 10. <value>The default is 0; walking backward at home it is never above 0.</value></summary>
    public double TempoPercent { get; init; }

    /// <summary>The highest tempo that progression may come to, percent, -10 to 10. <value>The default is 0.</value></summary>
    public double MaxTempoPercent { get; init; }

    /// <summary>Stations of a task circuit, 1 to 3; null: it is none.</summary>
    public int? Stations { get; init; }

    /// <summary>Stop and go belongs to it. <value>The default is no.</value></summary>
    public bool StopAndGo { get; init; }

    /// <summary>A second task belongs to it. <value>The default is no.</value></summary>
    public bool SecondTask { get; init; }

    /// <summary>Digest of the cue plan (<c>cues.json</c>), SHA-256 in hex; null: without cues.</summary>
    public string? CuesDigest { get; init; }
}

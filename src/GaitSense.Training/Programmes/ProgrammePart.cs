using GaitSense.Training.Plans;

namespace GaitSense.Training.Programmes;

/// <summary>One kind of session over some weeks of a programme.</summary>
public sealed record ProgrammePart
{
    /// <summary>First week, from 1.</summary>
    public required int FromWeek { get; init; }

    /// <summary>Last week.</summary>
    public required int ToWeek { get; init; }

    /// <summary>What is practised.</summary>
    public required TrainingTask Task { get; init; }

    /// <summary>Where.</summary>
    public required Place Place { get; init; }

    /// <summary>Sessions in a week, 1 to 7.</summary>
    public required Quantity PerWeek { get; init; }

    /// <summary>Minutes of walking, 0.5 to 20; null: the dose is in lengths or stations.</summary>
    public Quantity? Minutes { get; init; }

    /// <summary>Minutes between seated rests, 0.5 to 20; null: no rest is built in.</summary>
    public Quantity? MinutesBetweenRests { get; init; }

    /// <summary>Minutes of a seated rest, 0.5 to 10; null: no rest is built in.</summary>
    public Quantity? RestMinutes { get; init; }

    /// <summary>Backward lengths of the path, 1 to 20; null: the dose is not in lengths.</summary>
    public Quantity? Lengths { get; init; }

    /// <summary>Length of the measured path, m, 2 to 10; null: the dose is not in lengths.</summary>
    public Quantity? PathM { get; init; }

    /// <summary>Stations of a task circuit, 1 to 3; null: it is none.</summary>
    public Quantity? Stations { get; init; }

    /// <summary>Tempo above the preferred cadence, percent, -10 to 10; null: 0, and progression leaves it alone.</summary>
    public Quantity? TempoPercent { get; init; }

    /// <summary>Stop and go belongs to it. <value>The default is no.</value></summary>
    public bool StopAndGo { get; init; }

    /// <summary>A second task belongs to it. <value>The default is no.</value></summary>
    public bool SecondTask { get; init; }
}

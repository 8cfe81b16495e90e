namespace GaitSense.Simulation.People;

/// <summary>The true state of a simulated person on a day, and what would be said of it.</summary>
public sealed record TraineeDay
{
    /// <summary>The day, from 0.</summary>
    public required int Day { get; init; }

    /// <summary>Greatest temperature of the day, °C.</summary>
    public required double TemperatureC { get; init; }

    /// <summary>It is warm, or the person feels hot.</summary>
    public required bool IsWarm { get; init; }

    /// <summary>An emergency symptom.</summary>
    public required bool Emergency { get; init; }

    /// <summary>Fever, an injury or new symptoms.</summary>
    public required bool Ill { get; init; }

    /// <summary>Double vision or dizziness.</summary>
    public required bool Eyes { get; init; }

    /// <summary>A relapse began and was not reported before.</summary>
    public required bool Relapse { get; init; }

    /// <summary>Falls of the day, outside sessions.</summary>
    public required int Falls { get; init; }

    /// <summary>Somebody is within call.</summary>
    public required bool Company { get; init; }

    /// <summary>The path at home is clear.</summary>
    public required bool PathClear { get; init; }

    /// <summary>A rail or a person is in reach at home.</summary>
    public required bool Support { get; init; }

    /// <summary>Closed shoes are on.</summary>
    public required bool Shoes { get; init; }

    /// <summary>One ear is free.</summary>
    public required bool EarFree { get; init; }

    /// <summary>The person wants to train.</summary>
    public required bool WantsToTrain { get; init; }

    /// <summary>Minute of the day at which training begins, local time.</summary>
    public required int Minute { get; init; }

    /// <summary>Fatigue before a walk, faces 1 to 5.</summary>
    public required int Fatigue { get; init; }

    /// <summary>Share of what the person can walk at the beginning that is there today: 1 is all.</summary>
    public required double Capacity { get; init; }

    /// <summary>Comfortable speed forward, m/s.</summary>
    public required double SpeedMps { get; init; }

    /// <summary>Whether something is new that a person would tell when asked.</summary>
    public bool IsNew => Emergency || Ill || Eyes || Relapse;
}

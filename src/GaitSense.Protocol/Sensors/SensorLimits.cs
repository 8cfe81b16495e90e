namespace GaitSense.Protocol;

/// <summary>What a kind of sensor can do, as its maker documents it.</summary>
public sealed record SensorLimits
{
    /// <summary>Rates that it streams at, Hz, rising.</summary>
    public required IReadOnlyList<int> RatesHz { get; init; }

    /// <summary>Whether samples carry the sensor's own time.</summary>
    public required bool HasTimestamp { get; init; }

    /// <summary>Whether samples are counted by the sensor, so that every loss shows.</summary>
    public required bool HasCounter { get; init; }

    /// <summary>Whether it answers clock exchanges.</summary>
    public bool HasClockExchange { get; init; }

    /// <summary>Acceleration at which it clips at most, g.</summary>
    public required double MaxAccelG { get; init; }

    /// <summary>Angular rate at which it clips at most, °/s.</summary>
    public required double MaxGyroDegPerS { get; init; }

    /// <summary>Whether it can vibrate.</summary>
    public bool HasMotor { get; init; }

    /// <summary>Whether the motor can be given the time of its start, on the sensor's clock.</summary>
    public bool TimesMotor { get; init; }

    /// <summary>Why it cannot measure a walk, in words that follow its name; null where it can.</summary>
    public string? Unfit { get; init; }

    /// <summary>What a person has to know before they rely on it, one sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}

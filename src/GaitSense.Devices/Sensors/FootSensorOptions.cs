using System.ComponentModel.DataAnnotations;
using GaitSense.Core;
using GaitSense.Protocol;

namespace GaitSense.Devices;

/// <summary>What is asked of a sensor, and how patient one is with it.</summary>
public sealed record FootSensorOptions
{
    /// <summary>What kind of sensor it is, as its advertisement says; null: it is found out after connecting. <value>The default is null.</value></summary>
    public SensorProfile? Profile { get; init; }

    /// <summary>Samples a second to ask for, Hz; a sensor that cannot gives its nearest. <value>The default is null: the default of its kind.</value></summary>
    [Range(25, 1000)]
    public int? RateHz { get; init; }

    /// <summary>A sensor that is connected and silent for this long is connected anew, s. <value>The default is 2.</value></summary>
    [Range(0.2, 60)]
    public double SilenceS { get; init; } = 2;

    /// <summary>Longest that one attempt to connect may take, s. <value>The default is 20.</value></summary>
    [Range(1, 120)]
    public double ConnectTimeoutS { get; init; } = 20;

    /// <summary>How often a first connection is tried where another attempt may help. <value>The default is 3.</value></summary>
    [Range(1, 10)]
    public int FirstAttempts { get; init; } = 3;

    /// <summary>
    /// Says where the sensor of a foot is heard that was known by an address and cannot be reached there: sensors with random addresses have another after a
    /// restart. Null, as a result: nowhere, or not to be told from others. <value>The default is null: a sensor keeps its address.</value>
    /// </summary>
    public Func<Foot, string, CancellationToken, Task<string?>>? FindAgain { get; init; }

    /// <summary>Longest pause between two attempts to connect again, s; the first is a fifth of a second. <value>The default is 4.</value></summary>
    [Range(0.2, 300)]
    public double LongestBackoffS { get; init; } = 4;

    /// <summary>Questions for the sensor's time before samples flow, 30 to 60 ms apart. <value>The default is 24.</value></summary>
    [Range(0, 200)]
    public int ExchangesAtStart { get; init; } = 24;

    /// <summary>Mean time between two questions, s; half of it in the first minute. <value>The default is 0.5.</value></summary>
    [Range(0.1, 60)]
    public double ExchangeEveryS { get; init; } = 0.5;
}

using GaitSense.Core;
using GaitSense.Protocol;

namespace GaitSense.Devices;

/// <summary>What is asked of a sensor.</summary>
public sealed record FootSensorOptions
{
    /// <summary>What kind of sensor it is, as its advertisement says; null: it is found out after connecting. <value>The default is null.</value></summary>
    public SensorProfile? Profile { get; init; }

    /// <summary>Samples a second to ask for, Hz; a sensor that cannot gives its nearest. <value>The default is null: the default of its kind.</value></summary>
    public int? RateHz { get; init; }

    /// <summary>
    /// Says where the sensor of a foot is heard that was known by an address and cannot be reached there: sensors with random addresses have another after a
    /// restart. Null, as a result: nowhere, or not to be told from others. <value>The default is null: a sensor keeps its address.</value>
    /// </summary>
    public Func<Foot, string, CancellationToken, Task<string?>>? FindAgain { get; init; }

    /// <summary>Mean time between two questions, s; half of it in the first minute. <value>The default is 0.5.</value></summary>
    public double ExchangeEveryS { get; init; } = 0.5;
}

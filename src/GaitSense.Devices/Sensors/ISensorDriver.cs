using GaitSense.Core;
using GaitSense.Protocol;

namespace GaitSense.Devices;

/// <summary>How one kind of sensor is spoken to. One instance for one sensor; it outlives connections.</summary>
internal interface ISensorDriver
{
    /// <summary>Is told what happens to the sensor; set before the first connection.</summary>
    SensorLog? Log { set; }

    /// <summary>Whether the sensor behind a link is of this kind.</summary>
    Task<bool> IsPresentAsync(SensorPort port, CancellationToken cancellationToken);

    /// <summary>Checks the version, configures, and subscribes. Nothing flows yet.</summary>
    /// <exception cref="BleException">The sensor does not do what is needed.</exception>
    Task<SensorKind> OpenAsync(SensorPort port, FootSensorOptions options, CancellationToken cancellationToken);

    /// <summary>Lets samples flow.</summary>
    Task StartAsync(SensorPort port, CancellationToken cancellationToken);

    /// <summary>Stops samples, as a courtesy to the sensor's battery.</summary>
    Task StopAsync(SensorPort port, CancellationToken cancellationToken);

    /// <summary>Asks for the sensor's time; the answer comes as a notification. Only where <see cref="SensorKind.AnswersTime"/>.</summary>
    Task AskTimeAsync(SensorPort port, CancellationToken cancellationToken);

    /// <summary>Battery, percent; null where the sensor does not tell.</summary>
    Task<int?> ReadBatteryAsync(SensorPort port, CancellationToken cancellationToken);

    /// <summary>Whether its motor can be given the time of its start.</summary>
    bool TimesMotor { get; }

    /// <summary>Whether this sensor has a motor.</summary>
    Task<bool> HasMotorAsync(SensorPort port, CancellationToken cancellationToken);

    /// <summary>Runs the motor; false where the sensor cannot do that.</summary>
    Task<bool> VibrateAsync(SensorPort port, MotorCommand command, CancellationToken cancellationToken);

    /// <summary>Takes a notification apart. Called on the owner's thread; allocates nothing.</summary>
    /// <param name="channel">The channel it was subscribed with.</param>
    /// <param name="value">Its bytes.</param>
    /// <param name="arrival">When it arrived.</param>
    /// <param name="packet">What samples say besides their readings.</param>
    /// <param name="readings">Room for <see cref="FootStream.MostReadings"/> readings.</param>
    /// <param name="exchange">What an answer for the time says.</param>
    SensorMessage Decode(
        int channel, ReadOnlySpan<byte> value, HostTime arrival, out SensorPacket packet, Span<SensorReading> readings, out ClockExchange exchange);
}

using GaitSense.Clinic.Walks;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Feedback.Plan;
using GaitSense.Recording.Session;
using GaitSense.Sessions;
using GaitSense.Streams;

namespace GaitSense.Clinic.Live;

/// <summary>The sensors of a walk: connected, recorded, a source.</summary>
/// <param name="found">The sensors.</param>
/// <param name="time">The clock.</param>
/// <param name="threads">The threads that it shares with others.</param>
internal sealed class SensorWalk(FoundSensors found, TimeProvider time, WalkThreads threads) : IAsyncDisposable
{
    private readonly FootSensor[] _sensors = [.. found.Ids.OrderBy(f => f.Key).Select(f => new FootSensor(f.Key, f.Value, found.Central, found.Options, time))];

    /// <summary>The recording; null: it has not begun.</summary>
    public SessionRecording? Recording { get; private set; }

    /// <summary>What the sensors are called in the store.</summary>
    public IReadOnlyList<string> Names => [.. found.Ids.Values.Select(found.Names.NameOf)];

    /// <summary>Connects them and begins the recording.</summary>
    /// <param name="name">Name of the walk.</param>
    /// <param name="durationS">How long the walk lasts, s; null: until it is stopped.</param>
    /// <param name="recordTo">The folder of the recording.</param>
    /// <param name="person">The person's code.</param>
    /// <param name="cues">The cues; null: none.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="GaitSenseException">A sensor cannot be used, or the recording cannot be made.</exception>
    public async Task<BleSource> ConnectAsync(string name, double? durationS, string recordTo, string person, CuePlan? cues, CancellationToken stop)
    {
        Recording = SessionRecording.Create(recordTo, time, found.Names);
        foreach (FootSensor sensor in _sensors) Recording.Listen(sensor);
        await Task.WhenAll(_sensors.Select(s => s.ConnectAsync(stop))).ConfigureAwait(false);
        BleSource source = new(name, _sensors, new BleSourceOptions { DurationS = durationS }, time, threads);
        Recording.Begin(source, _sensors, new SessionPerson { Id = person }, cues);
        return source;
    }

    /// <summary>How a foot's link is.</summary>
    public FootView View(Foot foot)
    {
        if (Array.Find(_sensors, s => s.Foot == foot) is not { } sensor) return new FootView("unknown", "none");
        LinkQuality quality = sensor.Quality;
        long all = quality.Received + quality.Lost;
        return new FootView("unknown", sensor.State switch
        {
            FootSensorState.Streaming => "connected",
            FootSensorState.Waiting => "reconnecting",
            FootSensorState.Failed => "lost",
            _ => "connecting",
        })
        {
            RateHz = quality.MeasuredRateHz ?? quality.AskedRateHz,
            LostPercent = all > 0 ? 100.0 * quality.Lost / all : null,
            BatteryPercent = quality.BatteryPercent,
        };
    }

    /// <summary>What a person should know of the links and of the recording.</summary>
    public IEnumerable<string> Warnings()
    {
        foreach (FootSensor sensor in _sensors)
        {
            if (sensor is { State: FootSensorState.Waiting or FootSensorState.Failed, Failure: { } failure }) yield return $"{Words.Of(sensor.Foot)}: {failure.Message}";
            if (sensor.Quality.BatteryPercent is <= BatteryLimit.LowPercent and var percent) yield return FormattableString.Invariant($"{Words.Of(sensor.Foot)}: battery {percent} %; charge it before the next walk");
        }

        if (Recording?.Recorder.Failure is { } lost) yield return "RECORDING STOPPED: " + lost.Message;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (FootSensor sensor in _sensors) await sensor.DisposeAsync().ConfigureAwait(false);
        if (Recording is not null) await Recording.DisposeAsync().ConfigureAwait(false);
        await found.Central.DisposeAsync().ConfigureAwait(false);
    }
}

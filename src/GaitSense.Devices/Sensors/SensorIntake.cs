using System.Collections.Concurrent;
using GaitSense.Core;
using GaitSense.Streams;

namespace GaitSense.Devices;

/// <summary>Hands what one or two sensors sent to a walk, in the order in which it arrived, with what people ask for in between. It has no thread: whoever owns the walk calls it.</summary>
/// <param name="sensors">Connected sensors of different feet; they stay the caller's.</param>
/// <param name="time">The clock that the sensors were given too.</param>
public sealed class SensorIntake(IReadOnlyList<FootSensor> sensors, TimeProvider time)
{
    private readonly FootSensor[] _sensors = [.. sensors.OrderBy(s => s.Foot)];
    private readonly bool[] _flows = new bool[2];
    private readonly ConcurrentQueue<string> _requests = new();

    /// <summary>Host time now.</summary>
    public HostTime Now => HostTime.FromTicks(time.GetTimestamp(), time.TimestampFrequency);

    /// <summary>Why no sensor will ever send again; null: one may.</summary>
    public GaitSenseException? Failure => Array.TrueForAll(_sensors, s => s.State == FootSensorState.Failed) ? _sensors[0].Failure : null;

    /// <summary>Asks for something on behalf of a person; the walk receives it with the next call of <see cref="TakeIn"/>. From any thread.</summary>
    /// <param name="request">What.</param>
    public void Ask(string request) => _requests.Enqueue(request);

    /// <summary>Has somebody told, on some thread, whenever there is something to take in; from now on samples are expected to be taken.</summary>
    /// <param name="news">Returns at once and does not throw.</param>
    public void Begin(Action news)
    {
        foreach (FootSensor sensor in _sensors) sensor.News = news;
    }

    /// <summary>Hands on all that waits, and how late it is.</summary>
    /// <param name="walk">A whole walk, or <see cref="FeetStreams"/> alone.</param>
    public void TakeIn(IWalkInput walk)
    {
        ArgumentNullException.ThrowIfNull(walk);
        NoteFlow(walk);
        while (NextToTake() is { } sensor) sensor.PushNext(walk);
        while (_requests.TryDequeue(out string? request)) walk.Ask(request, Now);
        walk.Advance(Now);
    }

    /// <summary>What still comes is not part of this walk.</summary>
    public void End()
    {
        foreach (FootSensor sensor in _sensors) sensor.EndReading();
    }

    private void NoteFlow(IWalkInput walk)
    {
        foreach (FootSensor sensor in _sensors)
        {
            bool flows = sensor.State == FootSensorState.Streaming;
            if (flows == _flows[(int)sensor.Foot]) continue;
            _flows[(int)sensor.Foot] = flows;
            walk.SetFlowing(sensor.Foot, flows, Now);
        }
    }

    // The foot whose notification arrived first: while this computer was busy, both feet's have waited.
    private FootSensor? NextToTake()
    {
        FootSensor? next = null;
        HostTime first = default;
        foreach (FootSensor sensor in _sensors)
            if (sensor.NextArrival is { } at && (next is null || at < first)) (next, first) = (sensor, at);
        return next;
    }
}

using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Devices;

namespace GaitSense.Cli.Ble;

/// <summary>What each foot's link is doing, in words and at once: said as lines where there is no live view, and always ready as one text for it.</summary>
internal sealed class LinkStates : IDisposable
{
    private readonly Terminal _terminal;
    private readonly FootSensor[] _sensors;
    private readonly bool _aloud;
    private readonly string[] _shown = ["", ""];
    private readonly BleFailure?[] _why = new BleFailure?[2];

    /// <summary>Begins to watch.</summary>
    /// <param name="terminal">Where changes are said.</param>
    /// <param name="sensors">The sensors.</param>
    /// <param name="aloud">Whether each change is a line.</param>
    public LinkStates(Terminal terminal, FootSensor[] sensors, bool aloud)
    {
        (_terminal, _sensors, _aloud) = (terminal, sensors, aloud);
        foreach (FootSensor sensor in sensors) sensor.StateChanged += Report;
    }

    /// <summary>All feet in one line.</summary>
    public string Text => string.Join(", ", _sensors.Select(Of));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (FootSensor sensor in _sensors) sensor.StateChanged -= Report;
    }

    private static string Of(FootSensor sensor) => $"{Words.Of(sensor.Foot)}: {sensor.State switch
    {
        FootSensorState.Streaming => sensor.Delivers ? "live" : "connected, no samples yet",
        FootSensorState.Connecting => "connecting",
        FootSensorState.Preparing => "preparing",
        FootSensorState.Waiting => $"LOST ({Why(sensor)}); trying again",
        FootSensorState.Failed => $"FAILED ({Why(sensor)})",
        _ => "off",
    }}";

    private static string Why(FootSensor sensor) => sensor.Failure is { } failure ? Errors.Line(failure) : "no reason known";

    private void Report(object? sender, EventArgs e)
    {
        if (!_aloud || sender is not FootSensor { State: FootSensorState.Streaming or FootSensorState.Waiting or FootSensorState.Failed } sensor) return;
        bool isLive = sensor.State == FootSensorState.Streaming;
        if (isLive && !sensor.Delivers) return; // that it is connected again is worth a line when samples come
        string text = Of(sensor);
        // Neither is an attempt to connect again, nor the same reason at another place.
        BleFailure? why = isLive ? null : (sensor.Failure as BleException)?.Failure;
        if (isLive && Interlocked.CompareExchange(ref _shown[(int)sensor.Foot], text, "").Length == 0) return; // as the walk began, it was said
        if (why is not null && why == _why[(int)sensor.Foot]) return;
        _why[(int)sensor.Foot] = why;
        if (!string.Equals(Interlocked.Exchange(ref _shown[(int)sensor.Foot], text), text, StringComparison.Ordinal)) _terminal.Report(text);
    }
}

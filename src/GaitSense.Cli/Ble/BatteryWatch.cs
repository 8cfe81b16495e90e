using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Clinic.Walks;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Sessions;
using GaitSense.Walk;

namespace GaitSense.Cli.Ble;

/// <summary>Says once for each foot that its battery will not last: as a line, and, where there are cues, as words in the walker's ear.</summary>
internal sealed class BatteryWatch : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    private readonly bool[] _reported = new bool[2];
    private readonly ITimer _timer;

    /// <summary>Begins to watch.</summary>
    /// <param name="terminal">Where it is said.</param>
    /// <param name="sensors">The sensors.</param>
    /// <param name="walk">The walk that has the words spoken.</param>
    public BatteryWatch(Terminal terminal, IReadOnlyList<FootSensor> sensors, BleSource walk) => _timer = terminal.Time.CreateTimer(_ => Look(terminal, sensors, walk), null, Period, Period);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void Look(Terminal terminal, IReadOnlyList<FootSensor> sensors, BleSource walk)
    {
        foreach (FootSensor sensor in sensors)
        {
            if (_reported[(int)sensor.Foot] || sensor.Quality.BatteryPercent is not (<= BatteryLimit.LowPercent and var percent)) continue;
            _reported[(int)sensor.Foot] = true;
            terminal.Report(string.Create(CultureInfo.InvariantCulture, $"warning: {Words.Of(sensor.Foot)}: battery {percent} %; charge it before the next walk"));
            walk.Ask(sensor.Foot == Foot.Left ? WalkRequests.BatteryLeft : WalkRequests.BatteryRight);
        }
    }
}

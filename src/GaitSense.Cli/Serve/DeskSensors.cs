using GaitSense.Cli.App;
using GaitSense.Cli.Ble;
using GaitSense.Clinic.Live;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Sessions;

namespace GaitSense.Cli.Serve;

/// <summary>The sensors that this computer's Bluetooth reaches, found as for a walk of the command line; nobody at a keyboard is asked which is which.</summary>
/// <param name="terminal">The radio, and what is remembered of sensors.</param>
internal sealed class DeskSensors(Terminal terminal) : ISensorSources
{
    /// <summary>The same computer without its screen and keyboard.</summary>
    public static Terminal Quiet(Terminal terminal) => terminal with { Out = TextWriter.Null, Error = TextWriter.Null, OutIsTerminal = false, ErrorIsTerminal = false, CanAsk = false };

    /// <inheritdoc/>
    public async Task<FoundSensors> FindAsync(string? left, string? right, CancellationToken stop)
    {
        Terminal quiet = Quiet(terminal);
        IBleCentral central = terminal.Bluetooth(null);
        try
        {
            if ((await central.CheckAsync(stop).ConfigureAwait(false))[0].Problem is { } problem) throw problem;
            SensorSearch search = new(quiet, central, SensorAssignments.Load(terminal.SensorsFile));
            IReadOnlyDictionary<Foot, string> found = await search.FindAsync(new BleChoice(Adapter: null, left, right, RateHz: null, DurationS: null), stop).ConfigureAwait(false);
            FootSensorOptions options = new();
            if (search.IsAlone) options = options with { FindAgain = new LostSensor(quiet, central, [.. found.Values]).FindAsync };
            return new FoundSensors(central, found, options, SensorPseudonyms.Of(terminal.SensorKeyFile), terminal.Raise);
        }
        catch
        {
            await central.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}

using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using GaitSense.Cli.App;
using GaitSense.Cli.Ble;
using GaitSense.Cli.View;
using GaitSense.Core;
using GaitSense.Devices;
using Spectre.Console;

namespace GaitSense.Cli.Commands;

/// <summary><c>gaitsense scan</c>: which sensors are in range.</summary>
internal static class ScanCommand
{
    private const double UsualS = 8;

    private const string Examples =
        """
        Examples:
          gaitsense scan                          foot sensors in range, strongest first
          gaitsense scan --duration 20 --all      everything that advertises
          gaitsense scan --adapter hci1 --json

        What it names is what --left and --right of gaitsense walk and record take.
        """;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        var adapter = BleOptions.AdapterOption();
        var duration = BleOptions.DurationOption($"How long to listen, in seconds. Default: {UsualS:0}.");
        var all = new Option<bool>("--all") { Description = "Show every Bluetooth device, not just the sensors that GaitSense knows." };
        var json = CommonOptions.Json();
        var command = new Command("scan", "Show the foot sensors in range, with their signal strength.") { adapter, duration, all, json };
        command.SetAction((parsed, stop) => guard(
            (terminal, token) => RunAsync(terminal, parsed.GetValue(adapter), TimeSpan.FromSeconds(parsed.GetValue(duration) ?? UsualS), parsed.GetValue(all), parsed.GetValue(json), token),
            parsed,
            stop));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string? adapter, TimeSpan duration, bool all, bool json, CancellationToken stop)
    {
        var memory = SensorAssignments.Load(terminal.SensorsFile);
        await using IBleCentral central = terminal.Bluetooth(adapter);
        if ((await central.CheckAsync(stop).ConfigureAwait(false))[0].Problem is { } problem) throw problem;
        var heard = new Dictionary<string, SensorSighting>(StringComparer.Ordinal);
        long startedAt = terminal.Time.GetTimestamp();
        using var over = new CancellationTokenSource(duration, terminal.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, over.Token);
        await using (new ProgressLine(terminal, "listening", () => terminal.Time.GetElapsedTime(startedAt) / duration).Start())
        {
            await foreach (BleAdvertisement advertisement in central.ScanAsync(all ? BleScanFilter.Everything : SensorSighting.Filter, either.Token).ConfigureAwait(false))
            {
                var sighting = SensorSighting.Of(advertisement);
                // Strength is not in every report.
                heard[sighting.Id] = sighting.RssiDbm is null && heard.TryGetValue(sighting.Id, out SensorSighting? before) ? sighting with { RssiDbm = before.RssiDbm } : sighting;
            }
        }

        SensorSighting[] found = [.. heard.Values.Where(s => all || s.Profile is not null).OrderByDescending(s => s.RssiDbm ?? int.MinValue).ThenBy(s => s.Id, StringComparer.Ordinal)];
        if (json) WriteJson(terminal.Out, found, memory);
        else WriteTable(terminal, found, memory);
        return stop.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Done;
    }

    private static void WriteTable(Terminal terminal, SensorSighting[] found, SensorAssignments memory)
    {
        if (found.Length == 0)
        {
            terminal.Out.WriteLine("No foot sensor was heard. Switch the sensors on, bring them near, and make sure that no phone or other program is connected to them; --all shows everything that advertises.");
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("ID", "name", "foot", "signal", "battery", "kind");
        foreach (SensorSighting s in found)
        {
            string foot = memory.FootOf(s.Id) is { } last ? $"{Words.Of(last)} (last time)" : s.Foot is { } says ? Words.Of(says) : "";
            string signal = s.IsConnected ? "connected" : s.RssiDbm is { } dbm ? string.Create(CultureInfo.InvariantCulture, $"{dbm} dBm {s.Strength}") : "";
            string battery = s.BatteryPercent is { } percent ? string.Create(CultureInfo.InvariantCulture, $"{percent} %") : "";
            table.AddRow([.. ((string[])[s.Id, s.Name, foot, signal, battery, s.Kind]).Select(Markup.Escape)]);
        }

        terminal.CreateConsole().Write(table);
    }

    private static void WriteJson(TextWriter output, SensorSighting[] found, SensorAssignments memory) => output.Write(JsonSerializer.Serialize(
        found.Select(s => new
        {
            id = s.Id,
            name = s.Name,
            kind = s.Profile?.Id,
            foot = (memory.FootOf(s.Id) ?? s.Foot) is { } foot ? Words.Of(foot) : null,
            rssi_dbm = s.RssiDbm,
            battery_percent = s.BatteryPercent,
            connected = s.IsConnected,
        }),
        Indented) + "\n");
}

using System.Globalization;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Recording;
using GaitSense.Sessions;

namespace GaitSense.Cli;

/// <summary>A walk with real sensors: finds them, connects, and runs the walk with its view; what <c>walk --ble</c> and <c>record</c> share.</summary>
/// <param name="terminal">Where it is shown.</param>
/// <param name="choice">Which sensors.</param>
internal sealed class BleWalk(Terminal terminal, BleChoice choice)
{
    /// <summary>Runs the walk to its end or to Ctrl-C.</summary>
    /// <param name="name">Name of the walk.</param>
    /// <param name="recordTo">Folder of the recording; null: none is made.</param>
    /// <param name="outDirectory">Folder of the results; null to write none.</param>
    /// <param name="calibrationWalkS">How long the walk begins with walking that is known to go forward, s.</param>
    /// <param name="plain">Whether lines are wanted even on a terminal.</param>
    /// <param name="stop">Ends the walk cleanly.</param>
    public async Task<int> RunAsync(string name, string? recordTo, string? outDirectory, double calibrationWalkS, bool plain, CancellationToken stop)
    {
        if (outDirectory is { Length: 0 }) throw new UsageException("--out is empty. Give a folder to write into.");
        if (recordTo is not null && outDirectory is not null && string.Equals(Folder(recordTo), Folder(outDirectory), StringComparison.OrdinalIgnoreCase))
            throw new UsageException("--record and --out name the same folder. The results need one of their own.");
        await using IBleCentral central = terminal.Bluetooth(choice.Adapter);
        if ((await central.CheckAsync(stop).ConfigureAwait(false))[0].Problem is { } problem) throw problem;
        var memory = SensorAssignments.Load(terminal.SensorsFile);
        IReadOnlyDictionary<Foot, string> found = await new SensorSearch(terminal, central, memory).FindAsync(choice, stop).ConfigureAwait(false);
        var options = new FootSensorOptions { RateHz = choice.RateHz };
        FootSensor[] sensors = [.. found.OrderBy(f => f.Key).Select(f => new FootSensor(f.Key, f.Value, central, options, terminal.Time))];
        try
        {
            await Task.WhenAll(sensors.Select(s => ConnectAsync(s, stop))).ConfigureAwait(false);
            Remember(memory, found);
            return await WalkAsync(name, sensors, recordTo, outDirectory, calibrationWalkS, plain, stop).ConfigureAwait(false);
        }
        finally
        {
            foreach (FootSensor sensor in sensors) await sensor.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static string Folder(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    private void Remember(SensorAssignments memory, IReadOnlyDictionary<Foot, string> found)
    {
        try
        {
            foreach ((Foot foot, string id) in found) memory.Remember(id, foot);
        }
        catch (GaitSenseException e)
        {
            terminal.Say("warning: " + Errors.Line(e)); // no reason not to walk
        }
    }

    private async Task ConnectAsync(FootSensor sensor, CancellationToken stop)
    {
        terminal.Say($"{Phrases.Of(sensor.Foot)}: connecting to {sensor.DeviceId}");
        await sensor.ConnectAsync(stop).ConfigureAwait(false);
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{Phrases.Of(sensor.Foot)}: {sensor.Kind}, {sensor.RateHz:0.#} Hz"));
    }

    private async Task<int> WalkAsync(string name, FootSensor[] sensors, string? recordTo, string? outDirectory, double calibrationWalkS, bool plain, CancellationToken stop)
    {
        var foot = new FootPipelineOptions { CalibrationWalkS = calibrationWalkS };
        var live = new BleSource(name, sensors, new BleSourceOptions { Walk = new WalkPipelineOptions { Left = foot, Right = foot } }, terminal.Time);
        ISampleSource source = live;
        if (choice.DurationS is { } seconds) source = new LimitedSource(source, TimeSpan.FromSeconds(seconds), terminal.Time);
        using PlainRecordingWriter? writer = recordTo is null ? null : new PlainRecordingWriter(recordTo, InfoOf(sensors, live));
        if (writer is not null) source = new RecordedSource(source, writer);
        using var links = new LinkStates(terminal, sensors, aloud: plain || !terminal.OutIsTerminal);
        int code = await new WalkRun(terminal, source, () => links.Text, outDirectory).RunAsync(plain, stop).ConfigureAwait(false);
        if (writer is not null)
        {
            writer.Complete();
            terminal.Out.WriteLine($"recording: {writer.Folder}");
        }

        LinkReport.Write(terminal.Out, live);
        return code;
    }

    private static PlainRecordingInfo InfoOf(FootSensor[] sensors, BleSource source) => new()
    {
        Description = $"Recorded over Bluetooth with GaitSense {Analysis.WalkContext.LibraryVersion}; times are those of the sensors, aligned with each other.",
        Source = string.Join("; ", source.Assumptions),
        Clock = source.Walk.SharedClock || sensors.Length == 1 ? RecordingClock.Shared : RecordingClock.Separate,
        Sensors = [.. sensors.Select(s => new PlainSensor(s.Foot, s.Foot == Foot.Left ? "left.csv" : "right.csv", s.RateHz, Mounting: null))],
    };
}

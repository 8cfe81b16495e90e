using GaitSense.Analysis.Cohorts;
using GaitSense.Cli.App;
using GaitSense.Cli.Commands;
using GaitSense.Cli.Cues;
using GaitSense.Cli.View;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Feedback.Plan;
using GaitSense.Recording.Files;
using GaitSense.Recording.Session;
using GaitSense.Sessions;
using GaitSense.Walk;

namespace GaitSense.Cli.Ble;

/// <summary>A walk with real sensors: finds them, connects, and runs the walk with its view; what <c>walk --ble</c> and <c>record</c> share.</summary>
/// <param name="terminal">Where it is shown.</param>
/// <param name="choice">Which sensors.</param>
internal sealed class BleWalk(Terminal terminal, BleChoice choice)
{
    /// <summary>Runs the walk to its end or to Ctrl-C.</summary>
    /// <param name="walk">What is to be made of it.</param>
    /// <param name="stop">Ends the walk cleanly.</param>
    public async Task<int> RunAsync(BleWalkRequest walk, CancellationToken stop)
    {
        WalkOutput output = Output(walk);
        await using IBleCentral central = terminal.Bluetooth(choice.Adapter);
        if ((await central.CheckAsync(stop).ConfigureAwait(false))[0].Problem is { } problem) throw problem;
        var memory = SensorAssignments.Load(terminal.SensorsFile);
        var search = new SensorSearch(terminal, central, memory);
        IReadOnlyDictionary<Foot, string> found = await search.FindAsync(choice, stop).ConfigureAwait(false);
        var options = new FootSensorOptions { RateHz = choice.RateHz };
        if (search.IsAlone) options = options with { FindAgain = new LostSensor(terminal, central, [.. found.Values]).FindAsync };
        return await RunAsync(walk, central, found, options, () => Remember(memory, found), output, stop).ConfigureAwait(false);
    }

    /// <summary>Runs a walk with sensors that are there for sure: simulated ones.</summary>
    public Task<int> RunAsync(BleWalkRequest walk, IBleCentral central, IReadOnlyDictionary<Foot, string> sensors, CancellationToken stop)
    {
        return RunAsync(walk, central, sensors, new FootSensorOptions { RateHz = choice.RateHz }, static () => { }, Output(walk), stop);
    }

    private async Task<int> RunAsync(BleWalkRequest walk, IBleCentral central, IReadOnlyDictionary<Foot, string> found, FootSensorOptions options, Action connected, WalkOutput output, CancellationToken stop)
    {
        FootSensor[] sensors = [.. found.OrderBy(f => f.Key).Select(f => new FootSensor(f.Key, f.Value, central, options, terminal.Time))];
        using CueRun? cues = await CueRun.PrepareAsync(terminal, walk.Cues, stop).ConfigureAwait(false);
        SessionRecording? recorder = walk.RecordTo is { } folder ? SessionRecording.Create(folder, terminal.Time, SensorPseudonyms.Of(terminal.SensorKeyFile)) : null;
        try
        {
            foreach (FootSensor sensor in sensors) recorder?.Listen(sensor);
            await Task.WhenAll(sensors.Select(s => ConnectAsync(s, stop))).ConfigureAwait(false);
            connected();
            cues?.ReportSlowSensors(sensors.Select(s => s.RateHz ?? 0));
            if (cues is not null) await cues.FindMotorsAsync(sensors, stop).ConfigureAwait(false);
            return await WalkAsync(walk, sensors, options, recorder, cues, output, stop).ConfigureAwait(false);
        }
        finally
        {
            foreach (FootSensor sensor in sensors) await sensor.DisposeAsync().ConfigureAwait(false);
            if (recorder is not null) await recorder.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static WalkOutput Output(BleWalkRequest walk)
    {
        if (walk.RecordTo is not null && walk.OutDirectory is not null && string.Equals(Folder(walk.RecordTo), Folder(walk.OutDirectory), StringComparison.OrdinalIgnoreCase))
            throw new UsageException("--record and --out name the same folder. The results need one of their own.");
        if (walk.RecordTo is { } session) new OutputRule([]).CheckFree(session, [SessionFolder.SessionFile, SessionFolder.ManifestFile]);
        return new WalkOutput(walk.OutDirectory, walk.Cues?.Wav, () => walk.Made, walk.Force);
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
            terminal.Report("warning: " + Errors.Line(e)); // no reason not to walk
        }
    }

    private async Task ConnectAsync(FootSensor sensor, CancellationToken stop)
    {
        terminal.Report($"{Words.Of(sensor.Foot)}: connecting to {sensor.DeviceId}");
        void Report(object? sender, EventArgs e)
        {
            if (sensor is { State: FootSensorState.Waiting, Failure: { } failure }) terminal.Report($"{Words.Of(sensor.Foot)}: NOT CONNECTED ({Errors.Line(failure)}); trying again");
        }

        sensor.StateChanged += Report;
        try
        {
            await sensor.ConnectAsync(stop).ConfigureAwait(false);
        }
        finally
        {
            sensor.StateChanged -= Report;
        }

        terminal.Report($"{Words.Of(sensor.Foot)}: {sensor.Kind}, {Phrases.Number(sensor.RateHz, "0.#", "Hz")}");
    }

    private async Task<int> WalkAsync(BleWalkRequest walk, FootSensor[] sensors, FootSensorOptions options, SessionRecording? recorder, CueRun? cues, WalkOutput output, CancellationToken stop)
    {
        var foot = new FootPipelineOptions { CalibrationWalkS = walk.CalibrationWalkS, Mounting = choice.Mounting };
        var live = new BleSource(walk.Name, sensors, new BleSourceOptions { Walk = new WalkPipelineOptions { Left = foot, Right = foot }, DurationS = choice.DurationS }, terminal.Time, terminal.Raise);
        if (recorder is not null)
        {
            recorder.Recorder.Failed += (_, _) => terminal.Report($"RECORDING STOPPED: {Errors.Line(recorder.Recorder.Failure!)}. The walk goes on; what was recorded before is safe.");
            recorder.Begin(live, sensors, walk.Person, cues?.Plan, walk.From);
        }

        using var links = new LinkStates(terminal, sensors, aloud: walk.Plain || !terminal.OutIsTerminal);
        if (walk.Cues is { IsConfirmed: true }) live.Ask(WalkRequests.ConfirmChecklist);
        await using BatteryWatch battery = new(terminal, sensors, live);
        // A test has keys of its own, and no cues.
        if (walk.Test is { } test) return Ended(recorder, await test.RunAsync(live, recorder, stop).ConfigureAwait(false), live);
        await using WalkKeys keys = new(terminal, live.Ask, recorder, hasCues: cues is not null, walk.Cues is { IsConfirmed: true, Plan.Practice: Practice.Backward });
        string Pace() => recorder?.Recorder.Failure is null ? links.Text + (terminal.OutIsTerminal ? keys.Text : "") : "NOT RECORDED, " + links.Text;
        int code = await new WalkRun(terminal, live, Pace, output, recorder?.Recorder, cues) { Person = new PersonVisit(walk.Person.Id, null, null), Session = walk.Session }.RunAsync(walk.Plain, stop).ConfigureAwait(false);
        return Ended(recorder, code, live);
    }

    private int Ended(SessionRecording? recorder, int code, BleSource live)
    {
        if (recorder is { Recorder.Failure: null }) terminal.Out.WriteLine($"recording: {recorder.Folder}");
        LinkReport.Write(terminal.Out, live);
        return recorder?.Recorder.Failure is { } failure ? Errors.Report(terminal, failure) : code;
    }
}

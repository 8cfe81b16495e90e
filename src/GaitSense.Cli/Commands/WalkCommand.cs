using System.CommandLine;
using System.Globalization;
using GaitSense.Cli.App;
using GaitSense.Cli.Ble;
using GaitSense.Cli.Cues;
using GaitSense.Cli.Training;
using GaitSense.Core;
using GaitSense.Recording;
using GaitSense.Recording.Files;
using GaitSense.Sessions;
using GaitSense.Simulation.Presets;
using GaitSense.Walk;
using SessionSource = GaitSense.Training.Records.SessionSource;

namespace GaitSense.Cli.Commands;

/// <summary><c>gaitsense walk</c>: a live walk: with sensors, or with a simulated walker or a recording in their place.</summary>
internal static class WalkCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense walk --simulate ms-mild                 watch a simulated person walk
          gaitsense walk --simulate healthy --seed 3 --duration 30 --speed max --out out/walk
          gaitsense walk --ble --out out/walk               with sensors on the feet, over Bluetooth
          gaitsense walk --simulate ms-mild --record s1     a simulated person over a simulated radio, recorded like a real one
          gaitsense walk --simulate ms-mild --cues my-cues.json    with cues; gaitsense cues --new my-cues.json makes a plan
          gaitsense walk --ble --cues my-cues.json --check   the walker first answers with each foot: sensors and sound are where they should be
          gaitsense walk --simulate ms-mild --duration 180 --speed max --cues my-cues.json --wav cues.wav    what is heard, as a file
          gaitsense walk --replay my-walk                   the same as gaitsense replay my-walk
          gaitsense walk --ble --person P07                 today's session of P07's plan: questions first, rests and the end by the plan, kept in the store
          gaitsense walk --simulate ms-mild --person P07 --speed max --answers news=no,fall=no,warm=no,company=yes    tried out; it does not count

        Ctrl-C ends the walk and saves what was walked.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        var simulate = new Option<string?>("--simulate") { Description = "A simulated walk; gaitsense simulate --list shows all.", HelpName = "PRESET" };
        simulate.CompletionSources.Add(CommonOptions.PresetNames);
        var ble = new Option<bool>("--ble") { Description = "Sensors on the feet, over Bluetooth." };
        var sensors = new BleOptions(canSimulate: true);
        var person = new PersonOptions("With a recording: ");
        var record = new Option<string?>("--record") { Description = "With --ble or --simulate: folder for a session recording of the walk; must not hold one already.", HelpName = "FOLDER" };
        var cues = new CueOptions();
        var session = new PersonSessionOptions();
        var replay = new Option<string?>("--replay") { Description = "A recording.", HelpName = "RECORDING" };
        var seed = CommonOptions.Seed();
        var calibration = CommonOptions.CalibrationWalk();
        var speed = CommonOptions.Speed();
        var outDirectory = CommonOptions.Out("Folder to write the results to; without it, nothing is written.");
        var plain = CommonOptions.Plain();
        var force = CommonOptions.Force();
        var command = new Command("walk", "A live walk: with sensors over Bluetooth, or a simulated walker or a recording in their place.") { ble, record, simulate, replay, seed, speed, outDirectory, calibration, plain, force };
        foreach (Option option in (IEnumerable<Option>)[.. sensors.All, .. person.All, .. session.All, .. cues.All]) command.Add(option);
        command.SetAction((parsed, stop) => guard(
            (terminal, token) => session.Code(parsed, person, record) is { } code ? OfPersonAsync(terminal, parsed, code, token) : (parsed.GetValue(ble), parsed.GetValue(simulate), parsed.GetValue(replay)) switch
            {
                (true, null, null) => new BleWalk(terminal, sensors.Of(parsed)).RunAsync(Live(parsed, "walk"), token),
                (false, { } preset, null) when parsed.GetValue(record) is not null => SimulatedRadioAsync(
                    terminal, SimulateCommand.Find(preset), parsed.GetValue(seed), SimulatedS(parsed.GetValue(sensors.Duration)), CommonOptions.IsReal(parsed.GetValue(speed)), Live(parsed, preset), token),
                (false, { } preset, null) => SimulateAsync(
                    terminal, SimulateCommand.Find(preset), parsed.GetValue(seed), SimulatedS(parsed.GetValue(sensors.Duration)), CommonOptions.IsReal(parsed.GetValue(speed)), parsed.GetValue(outDirectory), parsed.GetValue(plain), cues.Of(parsed), parsed.GetValue(force), session: null, token),
                (false, null, { }) when parsed.GetValue(record) is not null => throw new UsageException("--record is for --ble and --simulate: what is replayed is recorded already."),
                (false, null, { } recording) => ReplayCommand.RunAsync(
                    terminal, recording, CommonOptions.IsReal(parsed.GetValue(speed)), parsed.GetValue(outDirectory), parsed.GetValue(plain),
                    new WalkRunnerOptions { CalibrationWalkS = parsed.GetValue(calibration) }, air: null, cues.Of(parsed), parsed.GetValue(force), token),
                (false, null, null) => throw new UsageException("where do the samples come from? Give --ble, --simulate PRESET or --replay RECORDING."),
                _ => throw new UsageException("--ble, --simulate and --replay exclude each other."),
            },
            parsed,
            stop));
        return command;

        Task<int> OfPersonAsync(Terminal terminal, ParseResult parsed, string code, CancellationToken token) => (parsed.GetValue(ble), parsed.GetValue(simulate), parsed.GetValue(replay)) switch
        {
            (true, null, null) => session.RunAsync(
                terminal, parsed, code, SessionSource.Sensors,
                (kept, end) => new BleWalk(terminal, sensors.Of(parsed)).RunAsync(Live(parsed, "walk") with { RecordTo = kept.RecordTo, Session = kept }, end), token),
            (false, { } preset, null) => session.RunAsync(
                terminal, parsed, code, SessionSource.Simulation,
                (kept, end) => SimulateAsync(
                    terminal, SimulateCommand.Find(preset), parsed.GetValue(seed), SimulatedS(parsed.GetValue(sensors.Duration) ?? kept.DurationS), CommonOptions.IsReal(parsed.GetValue(speed)), parsed.GetValue(outDirectory), parsed.GetValue(plain), cues.Of(parsed), parsed.GetValue(force), kept, end),
                token),
            (false, null, { }) => throw new UsageException($"a recorded walk is brought in with gaitsense session import {code} RECORDING."),
            (false, null, null) => throw new UsageException("where do the samples come from? Give --ble or --simulate PRESET."),
            _ => throw new UsageException("--ble, --simulate and --replay exclude each other."),
        };

        BleWalkRequest Live(ParseResult parsed, string name) => new(
            name, RecordCommand.NewFolder(parsed.GetValue(record)), person.Of(parsed), parsed.GetValue(outDirectory), parsed.GetValue(calibration), parsed.GetValue(plain), cues.Of(parsed))
        {
            Force = parsed.GetValue(force),
        };
    }

    // A simulated person with sensors on a simulated radio, in real time: all above the radio is what it is with real ones.
    private static async Task<int> SimulatedRadioAsync(
        Terminal terminal, SimulationPreset preset, ulong seed, double? durationS, bool realSpeed, BleWalkRequest walk, CancellationToken stop)
    {
        if (!realSpeed) throw new UsageException("a walk that is recorded goes at its own speed: leave out --speed max.");
        // The person stands while sensors connect; how long that takes differs, so they stand on after the walk.
        SimulatedRecording recording = preset.Record(seed, durationS is { } asked ? Math.Max(MinWalkS, asked - SimulatedFeet.LeadS) : null);
        Dictionary<Foot, PlayedSamples> feet = new[] { Foot.Left, Foot.Right }.ToDictionary(f => f, f => PlayedSamples.Of(preset.Name, f, recording.SamplesOf(f).ToArray()));
        double lastsS = durationS ?? (SimulatedFeet.LeadS + feet.Values.Max(f => f.Samples.Count / f.RateHz));
        feet = feet.ToDictionary(f => f.Key, f => f.Value.WithStanding(SimulatedFeet.LeadS, lastsS));
        await using SimulatedCentral central = SimulatedFeet.Central(feet, SimulatedFeet.Radio(lossShare: 0, jitterS: 0), seed, terminal.Time, leadS: 0);
        var choice = new BleChoice(Adapter: null, Left: null, Right: null, (int)Math.Round(feet[Foot.Left].RateHz), lastsS, recording.DeclaredMounting);
        return await new BleWalk(terminal, choice).RunAsync(walk with { Made = MadeOf(preset, seed, durationS), From = RecordingOrigin.OfPreset(preset.Name, seed) + ", over a simulated radio" }, central, feet.Keys.ToDictionary(f => f, SimulatedFeet.IdOf), stop).ConfigureAwait(false);
    }

    private static MadeNote MadeOf(SimulationPreset preset, ulong seed, double? durationS) =>
        MadeNote.OfWords(AnalysisTarget.ResultKind, string.Create(CultureInfo.InvariantCulture, $"{preset.Name}, seed {seed}, {durationS?.ToString("R", CultureInfo.InvariantCulture)} s"));

    // A walk that is planned needs room for a few steps, s.
    private const double MinWalkS = 10;

    private static double? SimulatedS(double? seconds) =>
        seconds is < MinWalkS ? throw new UsageException("--duration of a simulated walk is 10 to 86400 seconds.") : seconds;

    private static async Task<int> SimulateAsync(
        Terminal terminal, SimulationPreset preset, ulong seed, double? durationS, bool realSpeed, string? outDirectory, bool plain, CueChoice? cues, bool force, PersonSession? session, CancellationToken stop)
    {
        WalkOutput output = new(outDirectory, cues?.Wav, () => MadeOf(preset, seed, durationS), force);
        IWalkSource source = SimulatedRecordings.SourceOf(preset.Name, preset.Explanation, preset.Record(seed, durationS), new WalkRunnerOptions(), durationS);
        if (realSpeed) source = new PacedSource(source, terminal.Time, terminal.Raise);
        using CueRun? heard = await CueRun.PrepareAsync(terminal, cues, stop).ConfigureAwait(false);
        await using WalkKeys? keys = WalkKeys.Of(terminal, source, cues);
        return await new WalkRun(terminal, source, () => WalkKeys.Pace(terminal, keys), output, cues: heard) { Session = session }.RunAsync(plain, stop).ConfigureAwait(false);
    }
}

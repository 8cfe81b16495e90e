using System.CommandLine;
using GaitSense.Analysis.Cohorts;
using GaitSense.Cli.App;
using GaitSense.Cli.Ble;
using GaitSense.Cli.Cues;
using GaitSense.Recording.Files;
using GaitSense.Sessions;
using GaitSense.Walk;

namespace GaitSense.Cli.Commands;

/// <summary><c>gaitsense replay</c>: a recording through the live path, with the live view.</summary>
internal static class ReplayCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense replay my-walk                          at the speed it was walked
          gaitsense replay my-walk --speed max              as fast as possible
          gaitsense replay my-walk --speed max --out out/my-walk    and the same files as analyze, byte for byte
          gaitsense replay my-walk --speed max --loss 5% --jitter 30ms --seed 7    over a radio that loses and delays
          gaitsense replay my-walk --plain > walk.txt       one line for each stride
          gaitsense replay walk-2026-11-30.zip --speed max  a walk as a phone saved it

        With --cues FILE the walk has cues, decided as they would have been; --wav FILE writes what would have been heard.
        A session that was recorded live gives what was decided live, and it is compared.
        Without a terminal (in a pipe, in CI) it writes the plain lines by itself. Ctrl-C ends the walk and saves what was walked.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        var recording = CommonOptions.Recording();
        var speed = CommonOptions.Speed();
        var outDirectory = CommonOptions.Out("Folder to write the results to; without it, nothing is written.");
        var plain = CommonOptions.Plain();
        var force = CommonOptions.Force();
        var calibration = CommonOptions.CalibrationWalk();
        var radio = new RadioOptions();
        var cues = new CueOptions();
        var command = new Command("replay", "Play a recording through the live path, and watch it.") { recording, speed, outDirectory, calibration, plain, force };
        foreach (Option option in (IEnumerable<Option>)[.. radio.All, .. cues.All]) command.Add(option);
        command.SetAction((parsed, stop) => guard(
            (terminal, token) => UnpackedWalks.ReadAsync(
                [parsed.GetRequiredValue(recording)],
                walks => RunAsync(
                    terminal, walks.Paths[0], CommonOptions.IsReal(parsed.GetValue(speed)), parsed.GetValue(outDirectory), parsed.GetValue(plain),
                    new WalkRunnerOptions { CalibrationWalkS = parsed.GetValue(calibration) }, radio.Of(parsed), cues.Of(parsed), parsed.GetValue(force), token),
                token),
            parsed,
            stop));
        return command;
    }

    /// <summary>Replays one recording.</summary>
    public static async Task<int> RunAsync(
        Terminal terminal, string path, bool realSpeed, string? outDirectory, bool plain, WalkRunnerOptions options, SimulatedAir? air, CueChoice? cues, bool force, CancellationToken stop)
    {
        AnalysisTarget? target = outDirectory is null ? null : AnalysisRequest.Plan([path], outDirectory).Targets[0];
        PersonVisit person = target?.Person ?? PersonVisit.Unknown;
        WalkOutput output = new(outDirectory, cues?.Wav, () => MadeNote.Of(AnalysisTarget.ResultKind, target?.Import?.Inputs ?? [path]), force, path);
        using IOpenedSource opened = WalkSources.Open(path, options, stop: stop);
        IWalkSource source = air is { } a ? new RadioSource(opened, SimulatedFeet.Radio(a.LossShare, a.JitterS), a.Seed) : opened;
        if (realSpeed) source = new PacedSource(source, terminal.Time, terminal.Raise);
        using DecisionCheck? check = opened is SessionSource session && air is null && options.CalibrationWalkS == 0 ? DecisionCheck.Of(session) : null;
        // A session has its own cues, and they are decided once more.
        SessionSource? recorded = cues is null && opened is SessionSource { Cues: not null } s ? s : null;
        if (recorded?.Cues is { } own) cues = new CueChoice(own, Wav: null, realSpeed ? "default" : "none", "default", RouteLatencyS: null, IsConfirmed: false) { IsRecorded = true };
        using CueRun? heard = await CueRun.PrepareAsync(terminal, cues, stop).ConfigureAwait(false);
        if (heard is not null && recorded is not null) heard.Delivered = SessionDelivery.Of(recorded);
        await using WalkKeys? keys = WalkKeys.Of(terminal, source, cues);
        int code = await new WalkRun(terminal, source, () => WalkKeys.Pace(terminal, keys), output, check, heard) { Person = person }.RunAsync(plain, stop).ConfigureAwait(false);
        // Whoever silenced the cues has them decided otherwise.
        if (check is null || source is PacedSource { WasAsked: true } || code != ExitCode.Done) return code;
        terminal.Out.WriteLine(check.Verdict());
        return check.Different > 0 || check.HasHole ? ExitCode.Failed : code;
    }
}

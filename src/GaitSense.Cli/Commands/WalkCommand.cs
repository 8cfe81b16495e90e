using System.CommandLine;
using GaitSense.Sessions;
using GaitSense.Simulation;

namespace GaitSense.Cli;

/// <summary><c>gaitsense walk</c>: a live session, here with a simulated walker or a recording in place of sensors.</summary>
internal static class WalkCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense walk --simulate ms-mild                 watch a simulated person walk
          gaitsense walk --simulate healthy --seed 3 --duration 30 --speed max --out out/walk
          gaitsense walk --replay my-walk                   the same as gaitsense replay my-walk

        Ctrl-C ends the walk and saves what was walked.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        var simulate = new Option<string?>("--simulate") { Description = "A simulated walk; gaitsense simulate --list shows all.", HelpName = "PRESET" };
        var replay = new Option<string?>("--replay") { Description = "A recording.", HelpName = "RECORDING" };
        var seed = CommonOptions.Seed();
        var duration = CommonOptions.Duration();
        var speed = CommonOptions.Speed();
        var outDirectory = CommonOptions.Out("Folder to write the results to; without it, nothing is written.");
        var plain = CommonOptions.Plain();
        var command = new Command("walk", "A live session, with a simulated walker or a recording as its sensors.") { simulate, replay, seed, duration, speed, outDirectory, plain };
        command.SetAction((parsed, stop) => guard(
            (terminal, token) => (parsed.GetValue(simulate), parsed.GetValue(replay)) switch
            {
                ({ } preset, null) => SimulateAsync(
                    terminal, SimulateCommand.Find(preset), parsed.GetValue(seed), parsed.GetValue(duration), CommonOptions.IsReal(parsed.GetValue(speed)), parsed.GetValue(outDirectory), parsed.GetValue(plain), token),
                (null, { } recording) => ReplayCommand.RunAsync(
                    terminal, recording, CommonOptions.IsReal(parsed.GetValue(speed)), parsed.GetValue(outDirectory), parsed.GetValue(plain), new WalkSessionOptions(), token),
                (null, null) => throw new UsageException("where do the samples come from? Give --simulate PRESET or --replay RECORDING."),
                _ => throw new UsageException("--simulate and --replay exclude each other."),
            },
            parsed,
            stop));
        return command;
    }

    private static async Task<int> SimulateAsync(
        Terminal terminal, SimulationPreset preset, ulong seed, double? durationS, bool realSpeed, string? outDirectory, bool plain, CancellationToken stop)
    {
        if (outDirectory is { Length: 0 }) throw new UsageException("--out is empty. Give a folder to write into.");
        var source = new SimulationSource(preset.Name, preset.Explanation, preset.Record(seed, durationS), new WalkSessionOptions());
        var run = new WalkRun(
            terminal, realSpeed ? new PacedSource(source, terminal.Time) : source, realSpeed ? "real speed" : "as fast as possible", outDirectory);
        return await run.RunAsync(plain, stop).ConfigureAwait(false);
    }
}

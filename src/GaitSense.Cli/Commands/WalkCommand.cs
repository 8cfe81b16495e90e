using System.CommandLine;
using GaitSense.Sessions;
using GaitSense.Simulation;

namespace GaitSense.Cli;

/// <summary><c>gaitsense walk</c>: a live session: with sensors, or with a simulated walker or a recording in their place.</summary>
internal static class WalkCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense walk --simulate ms-mild                 watch a simulated person walk
          gaitsense walk --simulate healthy --seed 3 --duration 30 --speed max --out out/walk
          gaitsense walk --ble --out out/walk               with sensors on the feet, over Bluetooth
          gaitsense walk --replay my-walk                   the same as gaitsense replay my-walk

        Ctrl-C ends the walk and saves what was walked.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        var simulate = new Option<string?>("--simulate") { Description = "A simulated walk; gaitsense simulate --list shows all.", HelpName = "PRESET" };
        var ble = new Option<bool>("--ble") { Description = "Sensors on the feet, over Bluetooth." };
        var sensors = new BleOptions();
        var record = new Option<string?>("--record") { Description = "With --ble: folder for a recording of the walk; must not hold one already.", HelpName = "FOLDER" };
        var replay = new Option<string?>("--replay") { Description = "A recording.", HelpName = "RECORDING" };
        var seed = CommonOptions.Seed();
        var calibration = CommonOptions.CalibrationWalk();
        var speed = CommonOptions.Speed();
        var outDirectory = CommonOptions.Out("Folder to write the results to; without it, nothing is written.");
        var plain = CommonOptions.Plain();
        var command = new Command("walk", "A live session: with sensors over Bluetooth, or a simulated walker or a recording in their place.") { ble, record, simulate, replay, seed, speed, outDirectory, calibration, plain };
        foreach (Option option in sensors.All) command.Add(option);
        command.SetAction((parsed, stop) => guard(
            (terminal, token) => (parsed.GetValue(ble), parsed.GetValue(simulate), parsed.GetValue(replay)) switch
            {
                (false, _, _) when parsed.GetValue(record) is not null => throw new UsageException("--record is for --ble: a simulated walk is recorded with gaitsense simulate."),
                (true, null, null) => new BleWalk(terminal, sensors.Of(parsed)).RunAsync(
                    "walk", RecordCommand.NewFolder(parsed.GetValue(record)), parsed.GetValue(outDirectory), parsed.GetValue(calibration), parsed.GetValue(plain), token),
                (false, { } preset, null) => SimulateAsync(
                    terminal, SimulateCommand.Find(preset), parsed.GetValue(seed), SimulatedS(parsed.GetValue(sensors.Duration)), CommonOptions.IsReal(parsed.GetValue(speed)), parsed.GetValue(outDirectory), parsed.GetValue(plain), token),
                (false, null, { } recording) => ReplayCommand.RunAsync(
                    terminal, recording, CommonOptions.IsReal(parsed.GetValue(speed)), parsed.GetValue(outDirectory), parsed.GetValue(plain),
                    new WalkSessionOptions { CalibrationWalkS = parsed.GetValue(calibration) }, token),
                (false, null, null) => throw new UsageException("where do the samples come from? Give --ble, --simulate PRESET or --replay RECORDING."),
                _ => throw new UsageException("--ble, --simulate and --replay exclude each other."),
            },
            parsed,
            stop));
        return command;
    }

    // A walk that is planned needs room for a few steps.
    private static double? SimulatedS(double? seconds) =>
        seconds is < 10 ? throw new UsageException("--duration of a simulated walk is 10 to 86400 seconds.") : seconds;

    private static async Task<int> SimulateAsync(
        Terminal terminal, SimulationPreset preset, ulong seed, double? durationS, bool realSpeed, string? outDirectory, bool plain, CancellationToken stop)
    {
        if (outDirectory is { Length: 0 }) throw new UsageException("--out is empty. Give a folder to write into.");
        var source = new SimulationSource(preset.Name, preset.Explanation, preset.Record(seed, durationS), new WalkSessionOptions());
        var run = new WalkRun(
            terminal, realSpeed ? new PacedSource(source, terminal.Time) : source, () => realSpeed ? "real speed" : "as fast as possible", outDirectory);
        return await run.RunAsync(plain, stop).ConfigureAwait(false);
    }
}

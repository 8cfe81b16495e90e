using System.CommandLine;
using GaitSense.Sessions;

namespace GaitSense.Cli;

/// <summary><c>gaitsense replay</c>: a recording through the live path, with the live view.</summary>
internal static class ReplayCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense replay my-walk                          at the speed it was walked
          gaitsense replay my-walk --speed max              as fast as possible
          gaitsense replay my-walk --speed max --out out/my-walk    and the same files as analyze, byte for byte
          gaitsense replay my-walk --plain > walk.txt       one line for each stride

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
        var calibration = CommonOptions.CalibrationWalk();
        var command = new Command("replay", "Play a recording through the live path, and watch it.") { recording, speed, outDirectory, calibration, plain };
        command.SetAction((parsed, stop) => guard(
            (terminal, token) => RunAsync(
                terminal, parsed.GetRequiredValue(recording), CommonOptions.IsReal(parsed.GetValue(speed)), parsed.GetValue(outDirectory), parsed.GetValue(plain),
                new WalkSessionOptions { CalibrationWalkS = parsed.GetValue(calibration) }, token),
            parsed,
            stop));
        return command;
    }

    /// <summary>Replays one recording.</summary>
    public static async Task<int> RunAsync(Terminal terminal, string path, bool realSpeed, string? outDirectory, bool plain, WalkSessionOptions options, CancellationToken stop)
    {
        if (outDirectory is not null) AnalysisPlan.Of([path], outDirectory);
        using RecordingSource source = RecordingSource.Open(path, options, stop: stop);
        var run = new WalkRun(
            terminal, realSpeed ? new PacedSource(source, terminal.Time) : source, () => realSpeed ? "real speed" : "as fast as possible", outDirectory);
        return await run.RunAsync(plain, stop).ConfigureAwait(false);
    }
}

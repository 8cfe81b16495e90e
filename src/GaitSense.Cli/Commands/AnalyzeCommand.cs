using System.CommandLine;
using GaitSense.Sessions;

namespace GaitSense.Cli;

/// <summary><c>gaitsense analyze</c>: recordings in, result folders out.</summary>
internal static class AnalyzeCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense analyze my-walk                          results in out/my-walk
          gaitsense analyze my-walk --out results            results in results
          gaitsense analyze walks/* --out results --jobs 2   a folder for each recording, and a table at the end
          gaitsense analyze my-walk --calibration-walk 10    its first 10 s are known to be walked forward
          gaitsense analyze my-walk --json | jq .[0].summary.statistics.steady_forward.both.stride_length_m.mean

        A recording is a folder with session.json and a CSV file for each sensor (time_s, acc_x_mps2 ... gyr_z_radps), plain or gzipped; or a file, or a
        folder of files, that another program wrote: gaitsense convert --help tells which, and lets you say what the files do not.
        Written for each: events.csv, provisional_events.csv, strides.csv, steps.csv, trajectory.csv, summary.json, report.html.
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        var recordings = CommonOptions.Recordings();
        var outDirectory = CommonOptions.Out($"Folder to write to; with several recordings, each gets its own folder in it. Default: {AnalysisTarget.DefaultOut}/<name>.");
        var trajectory = new Option<string>("--trajectory")
        {
            Description = "What trajectory.csv holds: stance (mid-stance instants) or full (every sample).",
            DefaultValueFactory = _ => "stance",
        };
        trajectory.AcceptOnlyFromAmong("stance", "full");
        var json = CommonOptions.Json();
        var jobs = CommonOptions.Jobs();
        var calibration = CommonOptions.CalibrationWalk();
        var command = new Command("analyze", "Analyse recordings: events, strides, steps, path, summary and a report page.")
        {
            recordings, outDirectory, trajectory, calibration, json, jobs,
        };
        command.SetAction((parsed, stop) => guard(
            (terminal, token) => RunAsync(
                terminal,
                AnalysisTarget.Plan(parsed.GetRequiredValue(recordings), parsed.GetValue(outDirectory)),
                string.Equals(parsed.GetValue(trajectory), "full", StringComparison.Ordinal),
                parsed.GetValue(json),
                parsed.GetValue(jobs),
                new WalkSessionOptions { CalibrationWalkS = parsed.GetValue(calibration) },
                token),
            parsed,
            stop));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, IReadOnlyList<AnalysisTarget> targets, bool fullTrajectory, bool json, int jobs, WalkSessionOptions options, CancellationToken stop)
    {
        var batch = new AnalysisBatch(terminal, targets, fullTrajectory, options);
        IReadOnlyList<AnalysisOutcome> outcomes = await batch.RunAsync(jobs, stop).ConfigureAwait(false);
        if (json) terminal.Out.Write(OutcomeJson.Of(outcomes));
        else OutcomeTable.Write(terminal, outcomes);
        return AnalysisOutcome.ExitCodeOf(outcomes, stop.IsCancellationRequested);
    }
}

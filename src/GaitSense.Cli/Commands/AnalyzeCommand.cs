using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Cli.Tables;
using GaitSense.Recording.Files;
using GaitSense.Recording.Import;
using GaitSense.Sessions;

namespace GaitSense.Cli.Commands;

/// <summary><c>gaitsense analyze</c>: recordings in, result folders out.</summary>
internal static class AnalyzeCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense analyze my-walk                            results in out/my-walk
          gaitsense analyze my-walk --out results              results in results
          gaitsense analyze walk-2026-11-30.zip                a walk as a phone saved it
          gaitsense analyze walks --out results                a folder that contains recordings: a folder for each, and cohort.csv and cohort.html of all
          gaitsense analyze walks/* --out results --workers 2  the same for recordings that are named, two at a time
          gaitsense analyze walks --out results --shard 3/8    the third of eight parts, here or on another machine; then: gaitsense merge results
          gaitsense analyze my-walk --signal                   and signal.html: the readings themselves, events and what was rejected
          gaitsense analyze my-walk --calibration-walk 10      its first 10 s are known to be walked forward
          gaitsense analyze walk.csv --units acc=g,gyr=deg/s   another program's file, as convert reads it, with the same options
          gaitsense analyze --left a.csv --right b.csv --clock shared   two files of one walk
          gaitsense analyze study --out results                other programs' files by person and visit: a folder for each visit; see gaitsense.json below
          gaitsense analyze my-walk --tables parquet           strides.parquet beside strides.csv, and so on: for pandas, R, DuckDB
          gaitsense analyze my-walk --json | jq .[0].summary.statistics.steady_forward.both.stride_length_m.mean

        A recording is a folder with session.json and a CSV file for each sensor (time_s, acc_x_mps2 ... gyr_z_radps), plain or gzipped; or a file, or a
        folder of files, that another program wrote: gaitsense convert --help tells which, and lets you say what the files do not.
        Of several, participant, visit and group are told by participants.csv (folder or participant, visit, group), the pattern in gaitsense.json, BIDS' sub-/ses- folders, or
        folders P01/T1; then cohort.csv has them, and cohort_people.csv and cohort_change.csv compare people, not recordings.
        Written for each: events.csv, provisional_events.csv, strides.csv, steps.csv, turns.csv, bouts.csv, trajectory.csv, summary.json, report.html, and
        columns.json: what every column means (gaitsense columns).
        Of several recordings, those with finished results (finished.json: the same input, software and options) are not analysed again, so a run that was
        stopped or killed goes on where it was; --again makes all anew. One that fails does not stop the others.

        """ + ImportArguments.SettingsHelp;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        var recordings = CommonOptions.Recordings(ArgumentArity.ZeroOrMore);
        var import = new ImportArguments();
        var outDirectory = CommonOptions.Out($"Folder to write to; with several recordings, each gets its own folder in it. Default: {AnalysisRequest.DefaultOut}/<name>.");
        var trajectory = new Option<string>("--trajectory")
        {
            Description = "What trajectory.csv holds: stance (mid-stance instants) or full (every sample).",
            DefaultValueFactory = _ => "stance",
        };
        trajectory.AcceptOnlyFromAmong("stance", "full");
        var signal = new Option<bool>("--signal") { Description = "Write signal.html as well: both feet's readings with events, strides and what was rejected, from the whole walk to single samples." };
        var tables = new Option<string>("--tables")
        {
            Description = "Form of the tables: csv, or parquet: beside each table in CSV one in Parquet, columns typed, with units.",
            DefaultValueFactory = _ => "csv",
        };
        tables.AcceptOnlyFromAmong("csv", "parquet");
        var json = CommonOptions.Json();
        var workers = CommonOptions.Workers();
        var calibration = CommonOptions.CalibrationWalk();
        var shard = CommonOptions.Shard();
        var force = CommonOptions.Force();
        var again = new Option<bool>("--again") { Description = "Analyse recordings whose results are finished, too." };
        var command = new Command("analyze", "Analyse recordings: events, strides, steps, path, summary and a report page; of several, a table and a report of all.")
        {
            recordings, outDirectory, trajectory, tables, signal, calibration, json, workers, shard, again, force,
        };
        import.AddTo(command);
        command.SetAction((parsed, stop) => guard(
            (terminal, token) => UnpackedWalks.ReadAsync(
                parsed.GetValue(recordings) ?? [],
                walks => RunAsync(
                    terminal,
                    walks,
                    Plan(parsed, walks.Paths),
                    new AnalysisOptions(string.Equals(parsed.GetValue(trajectory), "full", StringComparison.Ordinal), parsed.GetValue(calibration), parsed.GetValue(signal)),
                    parsed.GetValue(again),
                    parsed.GetValue(force),
                    parsed.GetValue(workers),
                    parsed.GetValue(json),
                    string.Equals(parsed.GetValue(tables), "parquet", StringComparison.Ordinal),
                    token),
                token),
            parsed,
            stop));
        return command;

        AnalysisPlan Plan(System.CommandLine.ParseResult parsed, IReadOnlyList<string> given)
        {
            ImportOptions said = import.Read(parsed);
            if (given.Count == 0 && said is { Left: null, Right: null }) throw new UsageException("which recording? Give RECORDING, or --left and --right.");
            return AnalysisRequest.Plan(given, parsed.GetValue(outDirectory), CohortShard.TryParse(parsed.GetValue(shard)), said);
        }
    }

    private static async Task<int> RunAsync(Terminal terminal, UnpackedWalks walks, AnalysisPlan plan, AnalysisOptions options, bool again, bool force, int workers, bool json, bool parquet, CancellationToken stop)
    {
        OutputRule rule = new(plan.Inputs, force);
        if (parquet) ParquetTables.Check(plan.Targets, rule);
        IReadOnlyList<AnalysisOutcome> outcomes = await new AnalysisRun(terminal, plan, options, again, force) { Given = walks }.RunAsync(workers, stop).ConfigureAwait(false);
        foreach (AnalysisOutcome outcome in outcomes.Where(o => parquet && o.Summary is not null)) await ParquetTables.WriteAsync(outcome.Target.OutDirectory, rule, ParquetTables.MadeOf(outcome.Target), stop).ConfigureAwait(false);

        if (json) await terminal.Out.WriteAsync(OutcomeJson.Of([.. outcomes.Select(walks.AsGiven)])).ConfigureAwait(false);
        else OutcomeTable.Write(terminal, outcomes, plan.CohortDirectory, plan.Shard);
        return ExitCode.Of(outcomes, stop.IsCancellationRequested);
    }
}

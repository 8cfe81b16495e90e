using System.CommandLine;
using GaitSense.Analysis.Accuracy;
using GaitSense.Cli.App;
using GaitSense.Core;
using GaitSense.Recording;
using GaitSense.Recording.Files;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Results;
using GaitSense.Recording.Session;
using GaitSense.Sessions;

namespace GaitSense.Cli.Commands;

/// <summary><c>gaitsense evaluate</c>: analyses recordings and compares the results with their references.</summary>
internal static class EvaluateCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense evaluate my-walk                                   a table: events, strides, latency
          gaitsense evaluate walks/* --out out/evaluation              and evaluation.html with error plots, beside the analyses
          gaitsense evaluate walks/* --markdown accuracy.md            the table as Markdown

        A reference is the folder reference/ of a recording: events.csv, strides.csv, stride_sequence.csv, ignore.csv, as far as there are.
        Errors are detected minus reference. Recordings without a reference are listed with their stride lengths and where their path ends;
        at least one needs a reference.
        """;

    /// <summary>Name of the page.</summary>
    public const string PageName = "evaluation.html";

    private const string Kind = "evaluation";

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        var recordings = CommonOptions.Recordings();
        var outDirectory = CommonOptions.Out($"Folder for {PageName} and the analyses; without it, only the table is shown.");
        var json = CommonOptions.Json();
        var markdown = new Option<string?>("--markdown") { Description = "File to write the table to, as Markdown.", HelpName = "FILE" };
        var workers = CommonOptions.Workers();
        var force = CommonOptions.Force();
        var command = new Command("evaluate", "Analyse recordings and measure the errors against their references.") { recordings, outDirectory, json, markdown, workers, force };
        command.SetAction((parsed, stop) => guard(
            (terminal, token) => UnpackedWalks.ReadAsync(parsed.GetRequiredValue(recordings), async walks =>
            {
                string? directory = parsed.GetValue(outDirectory);
                DirectoryInfo? temporary = directory is null ? Directory.CreateTempSubdirectory("gaitsense-") : null;
                try
                {
                    AnalysisPlan plan = AnalysisRequest.Plan(walks.Paths, directory ?? temporary!.FullName).WithoutCohort();
                    return await RunAsync(terminal, walks, plan, directory, parsed.GetValue(json), parsed.GetValue(markdown), parsed.GetValue(workers), parsed.GetValue(force), token)
                        .ConfigureAwait(false);
                }
                finally
                {
                    temporary?.Delete(recursive: true);
                }
            }, token),
            parsed,
            stop));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, UnpackedWalks walks, AnalysisPlan plan, string? outDirectory, bool json, string? markdown, int workers, bool force, CancellationToken stop)
    {
        OutputRule rule = new(plan.Inputs, force);
        string? page = outDirectory is null ? null : Path.Combine(outDirectory, PageName);
        if ((page ?? markdown) is not null && !plan.Targets.Any(MayHaveReference)) throw new RecordingFormatException(NothingToJudge(plan.Targets));
        MadeNote made = page is null && markdown is null ? MadeNote.OfTheMoment(Kind) : MadeNote.Of(Kind, [.. plan.Targets.SelectMany(t => t.Import?.Inputs ?? [t.Recording])]);
        foreach (string path in new[] { page, markdown }.OfType<string>()) rule.Check(Path.GetDirectoryName(path) ?? "", [Path.GetFileName(path)], made);
        List<AnalysisOutcome> outcomes = [.. await new AnalysisRun(terminal, plan, new AnalysisOptions(), force: force) { Given = walks }.RunAsync(workers, stop).ConfigureAwait(false)];
        var evaluation = new Evaluation();
        for (int i = 0; i < outcomes.Count; i++)
        {
            // Half a walk would be judged as if the other half had been missed.
            if (outcomes[i] is not { Error: null, Summary: not null, Result.Interrupted: false }) continue;
            outcomes[i] = Judge(terminal, evaluation, outcomes[i]);
        }

        // Where something failed, that is what has to be said.
        bool nothingToJudge = evaluation is { Recordings.Count: 0, Unreferenced.Count: > 0 } && outcomes.TrueForAll(o => o.Error is null);

        // A page about no recording would only take the place of one that is about some.
        bool isEmpty = evaluation is { Recordings.Count: 0, Unreferenced.Count: 0 };
        if (page is not null && !isEmpty) rule.Write(page, made, path => WholeFile.Write(path, EvaluationReport.ToHtml(evaluation)));
        if (markdown is not null && !isEmpty) rule.Write(markdown, made, path => WholeFile.Write(path, EvaluationTable.ToMarkdown(evaluation)));
        if (json) await terminal.Out.WriteAsync(EvaluationView.Json(evaluation, [.. outcomes.Select(walks.AsGiven)])).ConfigureAwait(false);
        else EvaluationView.Write(terminal, evaluation);
        if (!json && page is not null && !isEmpty) await terminal.Out.WriteLineAsync($"report: {page}").ConfigureAwait(false);
        if (nothingToJudge) terminal.Report($"gaitsense: {NothingToJudge(plan.Targets)}");
        int code = ExitCode.Of(outcomes, stop.IsCancellationRequested);
        return code == ExitCode.Done && nothingToJudge ? ExitCode.Failed : code;
    }

    private static AnalysisOutcome Judge(Terminal terminal, Evaluation evaluation, AnalysisOutcome outcome)
    {
        try
        {
            AnalysisTarget target = outcome.Target;
            // From the files, with their digits: a score of the files gives the same figures.
            Stride[] strides = [.. ResultReader.ReadStrides(target.OutDirectory).Select(row => row.Stride)];
            if ((target.Import is not null ? null : PlainRecording.Open(target.Recording).ReadReference()) is { } reference)
            {
                evaluation.Add(
                    target.Name,
                    reference,
                    [.. ResultReader.ReadEvents(target.OutDirectory).Select(row => row.Event)],
                    strides,
                    guesses: ResultReader.ReadProvisional(target.OutDirectory));
            }
            else
            {
                evaluation.Add(UnreferencedRecording.Of(target.Name, strides, ResultReader.ReadTrajectory(target.OutDirectory)));
            }

            return outcome;
        }
        catch (GaitSenseException e)
        {
            Errors.Report(terminal, e);
            return outcome with { Error = Errors.Line(e), Failure = e };
        }
    }

    // One that cannot be read says so when it is analysed.
    private static bool MayHaveReference(AnalysisTarget target)
    {
        if (target.Import is not null || SessionFolder.Find(target.Recording) is not null) return false;
        try
        {
            return Directory.Exists(PlainRecording.Open(target.Recording).ReferenceFolderPath);
        }
        catch (RecordingFormatException)
        {
            return true;
        }
    }

    private static string NothingToJudge(IReadOnlyList<AnalysisTarget> targets) => targets.Count == 1
        ? $"{targets[0].Recording}: has no {ReferenceFolder.Name} folder, so there is nothing to compare with. Put one there, or use gaitsense analyze."
        : $"none of the {targets.Count} recordings has a {ReferenceFolder.Name} folder, so there is nothing to compare with. Add one that has, or use gaitsense analyze.";
}

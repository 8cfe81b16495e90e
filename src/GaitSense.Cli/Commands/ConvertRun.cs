using GaitSense.Analysis.Walks;
using GaitSense.Cli.App;
using GaitSense.Cli.View;
using GaitSense.Core;
using GaitSense.Recording.Export;
using GaitSense.Recording.Import;
using GaitSense.Recording.Import.Study;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Results;
using GaitSense.Reference;
using GaitSense.Sessions;
using GaitSense.Walk;

namespace GaitSense.Cli.Commands;

/// <summary>Does what <c>gaitsense convert</c> was asked for. Stopped or failed, it leaves nothing behind.</summary>
internal sealed class ConvertRun(Terminal terminal, ConvertRequest request, CancellationToken stop)
{
    private double _progress;
    private int _failed;

    /// <summary>Runs it.</summary>
    public async Task<int> RunAsync()
    {
        request.Check();
        await using (new ProgressLine(terminal, $"converting {request.Inputs[0]}", () => Volatile.Read(ref _progress)).Start())
        {
            // Reading files is work without waiting: off this thread, so that a signal is heard.
            await Task.Run(request is { To: ConvertRequest.Plain, PlainInput: null, SessionInput: null } ? ImportAsync : ExportAsync, stop).ConfigureAwait(false);
        }

        return _failed == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private Task ImportAsync()
    {
        if (request.Study(stop) is { Count: > 0 } study)
        {
            _failed = new StudyConversion(terminal, study, request.Inputs[0], request.Out).Run(Report(0, 1), stop);
            return Task.CompletedTask;
        }

        Report(RecordingImport.Convert(request.Inputs, request.Out, ImportSettings.Under(request.Inputs[0], request.Import), Report(0, 1), stop: stop));
        terminal.Out.WriteLine($"recording: {request.Out}");
        return Task.CompletedTask;
    }

    private async Task ExportAsync()
    {
        DirectoryInfo temporary = Directory.CreateTempSubdirectory("gaitsense-convert-");
        try
        {
            string made = Path.Combine(temporary.FullName, "recording");
            string folder = request.PlainInput ?? (request.SessionInput is null ? Imported(made) : await SessionAsync(made).ConfigureAwait(false));
            var recording = PlainRecording.Open(folder);
            if (request.To is ConvertRequest.Plain)
            {
                Report("recording", PlainExport.Write(recording, request.Out, request.KeepsStart, Report(0, 1), stop));
                return;
            }

            string analysis = Path.Combine(temporary.FullName, "analysis");
            bool isBids = request.To is ConvertRequest.Bids;
            if (!isBids || request.AnalysisEvents) await AnalyzeAsync(recording, analysis).ConfigureAwait(false);
            if (isBids) Report("BIDS data set", BidsExport.Write(recording, request.Out, BidsOptions(analysis), Report(0.5, 1), stop));
            else await terminal.Out.WriteLineAsync($"strides: {StrideExport.Write(analysis, request.Out, request.To is ConvertRequest.StridesJson)}").ConfigureAwait(false);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private async Task<string> SessionAsync(string folder)
    {
        using SessionSource session = SessionSource.Open(request.SessionInput!, new WalkRunnerOptions());
        await SessionExport.ToPlainAsync(session, folder, stop).ConfigureAwait(false);
        foreach (string warning in session.Warnings) terminal.Report($"warning: {warning}");
        return folder;
    }

    private string Imported(string folder)
    {
        Report(RecordingImport.Convert(request.Inputs, folder, ImportSettings.Under(request.Inputs[0], request.Import), Report(0, 0.5), stop: stop));
        return folder;
    }

    private async Task AnalyzeAsync(PlainRecording recording, string folder)
    {
        using RecordingSource source = RecordingSource.Open(recording.Folder, new WalkRunnerOptions(), stop: stop);
        using var results = new WalkResults(folder);
        WalkEnd result = await new WalkRunner(source, [results], new WalkRunnerOptions()).RunAsync(stop).ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();
        // Half a walk's strides would look like a whole walk's.
        if (result.Failure is { } failure) throw failure;
        foreach (string warning in results.Summary?.Warnings ?? []) terminal.Report($"warning: {warning}");
    }

    private BidsExportOptions BidsOptions(string analysis)
    {
        var options = new BidsExportOptions { Participant = request.Participant, Task = request.Task, Software = ("GaitSense", WalkContext.LibraryVersion) };
        return !request.AnalysisEvents ? options : options with
        {
            Events = [.. ResultReader.ReadEvents(analysis).Select(row => new ReferenceEvent(row.Event.Foot, row.Event.Kind, row.Event.Time, row.Event.Direction))],
            EventsSource = $"Found in the samples by GaitSense {WalkContext.LibraryVersion}, not observed.",
        };
    }

    private Action<double> Report(double from, double to) => share => Volatile.Write(ref _progress, from + ((to - from) * share));

    private void Report(ImportResult result)
    {
        terminal.Out.WriteLine(FormattableString.Invariant($"{result.Format}: {result.Samples} samples of the {string.Join(" and the ", result.Feet.Select(Words.Of))} foot"));
        foreach (string assumption in result.Assumptions) terminal.Out.WriteLine($"  {assumption}");
    }

    private void Report(string what, ExportResult result)
    {
        foreach (string note in result.Notes) terminal.Out.WriteLine($"  {note}");
        terminal.Out.WriteLine(FormattableString.Invariant($"{what}: {result.Folder} ({result.Files.Count} files, {result.Samples} samples)"));
    }
}

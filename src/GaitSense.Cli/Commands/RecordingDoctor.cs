using GaitSense.Analysis.Clocks;
using GaitSense.Analysis.Sensors;
using GaitSense.Analysis.Summary;
using GaitSense.Cli.App;
using GaitSense.Cli.View;
using GaitSense.Core;
using GaitSense.Recording;
using GaitSense.Recording.Checkup;
using GaitSense.Recording.Import;
using GaitSense.Recording.Import.Study;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Session;
using GaitSense.Sessions;
using GaitSense.Walk;

namespace GaitSense.Cli.Commands;

/// <summary>Examines a recording, or other programs' files: what its files hold, then what the analysis makes of it.</summary>
internal static class RecordingDoctor
{
    /// <summary>Examines and reports; a file that cannot be read is a failure after the report.</summary>
    public static async Task<int> RunAsync(Terminal terminal, string path, ImportOptions said, bool json, CancellationToken stop)
    {
        double progress = 0;
        DoctorReport report;
        await using (new ProgressLine(terminal, $"reading {path}", () => Volatile.Read(ref progress)).Start())
            report = await Task.Run(() => ExamineAsync(path, said, share => Volatile.Write(ref progress, share), stop), stop).ConfigureAwait(false);
        if (json) terminal.Out.Write(DoctorView.Json(report));
        else DoctorView.Write(terminal, report);
        if (stop.IsCancellationRequested) return ExitCode.Interrupted;
        return report.Failure is { } failure ? Errors.Report(terminal, failure) : ExitCode.Done;
    }

    private static async Task<DoctorReport> ExamineAsync(string path, ImportOptions said, Action<double> progress, CancellationToken stop)
    {
        try
        {
            using ImportedFolder? imported = Import(path, said, share => progress(share / 3), stop);
            var recording = PlainRecording.Open(imported?.Folder ?? path);
            IReadOnlyList<SensorCheckup> sensors = RecordingCheckup.Examine(recording, share => progress((1 + share) / 3), stop);
            List<Finding> findings = [.. Losses(recording), .. RecordingCheckup.Judge(sensors, recording.Clock)];
            var report = new DoctorReport(imported?.Name ?? recording.Name, path, recording, imported?.Result, sensors, findings);
            // Where numbers are in other units or a row cannot be read, the analysis would only say so again, or nonsense.
            return findings.Find(f => f.Kind is FindingKind.Units or FindingKind.Unreadable) is { } bad && bad.Kind is FindingKind.Units
                ? report with { Failure = new RecordingFormatException(path, "its units are wrong, so nothing was analysed: see above") }
                : await AnalyzeAsync(report, share => progress((2 + share) / 3), stop).ConfigureAwait(false);
        }
        catch (GaitSenseException e)
        {
            return new DoctorReport(ImportedFolder.NameOf(path), path, null, null, [], [new Finding(FindingKind.Unreadable, null, Errors.Line(e), IsProblem: true)]) { Failure = e };
        }
    }

    private static ImportedFolder? Import(string path, ImportOptions said, Action<double> progress, CancellationToken stop)
    {
        if (StudyFolder.Find(path, said, stop) is { Count: > 1 } visits)
            throw new RecordingFormatException(path, FormattableString.Invariant($"holds {visits.Count} recordings ({string.Join(", ", visits.Take(4).Select(v => v.Name))}{(visits.Count > 4 ? ", …" : "")}): give the files of one; gaitsense convert and analyze take all"));
        ImportRequest request = ImportRequest.Of(path, said);
        // The other foot's file may be said beside it.
        string[] feet = [.. new[] { said.Left, said.Right }.OfType<string>().Where(File.Exists)];
        if (feet.Length > 0) request = request with { Inputs = [.. request.Inputs.Concat(feet).Distinct(StringComparer.Ordinal)] };
        return RecordingImport.IsForeign(path, request.Options) ? ImportedFolder.Of(request, progress, stop) : null;
    }

    private static async Task<DoctorReport> AnalyzeAsync(DoctorReport report, Action<double> progress, CancellationToken stop)
    {
        using RecordingSource source = RecordingSource.Open(report.Recording!.Folder, new WalkRunnerOptions(), stop: stop);
        using var results = new WalkResults(directory: null);
        var steps = new StepList(() => progress(source.Progress ?? 0));
        WalkEnd result = await new WalkRunner(source, [results, steps], new WalkRunnerOptions()).RunAsync(stop).ConfigureAwait(false);
        var findings = new List<Finding>(report.Findings);
        IReadOnlyList<SensorFault> faults = SensorFindings.Of(result.Quality);
        findings.AddRange(faults.Select(f => new Finding(FindingKind.Sensor, f.Foot, SensorFaultWords.Of(in f), IsProblem: true)));
        string[] said = [.. Losses(report.Recording).Select(f => f.Text), .. report.Findings.Select(f => $"{char.ToUpperInvariant(f.Text[0])}{f.Text[1..]}.")];
        if (results.Summary is { } summary)
        {
            findings.AddRange(summary.WarningsByKind.Where(w => w.Kind != WarningKind.Sensor && !said.Contains(w.Text, StringComparer.Ordinal))
                .DistinctBy(w => w.Text, StringComparer.Ordinal).Select(w => new Finding(KindOf(w.Kind), null, w.Text, IsProblem: false)));
        }

        if (ClockDrift.Of(steps.Steps) is { IsReal: true } drift) findings.Add(new Finding(FindingKind.Clock, null, drift.Meaning, IsProblem: true));
        return report with { Findings = findings, Result = result, Summary = results.Summary, Failure = result.Failure };
    }

    private static IEnumerable<Finding> Losses(PlainRecording recording) => recording.Info.Losses.Select(l => new Finding(FindingKind.Loss, null, SessionLoss.OfCopy(l), IsProblem: true));

    private static FindingKind KindOf(WarningKind kind) => kind switch
    {
        WarningKind.Clock => FindingKind.Clock,
        WarningKind.Sides => FindingKind.Sides,
        WarningKind.Units => FindingKind.Units,
        WarningKind.Range => FindingKind.Saturation,
        _ => FindingKind.Walk,
    };

    private sealed class StepList(Action tell) : IWalkObserver
    {
        public List<Step> Steps { get; } = [];

        public void OnStep(in Step step)
        {
            Steps.Add(step);
            tell();
        }
    }
}

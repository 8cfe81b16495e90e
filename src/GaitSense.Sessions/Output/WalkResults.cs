using System.Text;
using GaitSense.Analysis;
using GaitSense.Recording;

namespace GaitSense.Sessions;

/// <summary>
/// Gathers one walk and, where a folder is given, writes all of its result files there. Every file is always written, if only with
/// headers, also when the walk was interrupted or its source failed half way; then a warning says so. Only numbers in wrong units give no
/// results at all.
/// </summary>
public sealed class WalkResults : ObserverFanOut, ISessionObserver, IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly ResultWriter? _files;
    private readonly WalkCollector _collector;
    private readonly WalkCues? _cues;

    /// <summary>Prepares the results; files are created at once, so that a folder that cannot be written is known before the walk.</summary>
    /// <param name="directory">Folder of the files; null to write none.</param>
    /// <param name="fullTrajectory">Whether <c>trajectory.csv</c> gets every sample instead of the mid-stance instants.</param>
    /// <param name="cues">The walk's cues, who are told that it ended before this is; null where it has none.</param>
    public WalkResults(string? directory, bool fullTrajectory = false, WalkCues? cues = null)
        : this(directory, directory is null ? null : new ResultWriter(directory, fullTrajectory ? TrajectoryDetail.Full : TrajectoryDetail.MidStance), new WalkCollector(), cues)
    {
    }

    private WalkResults(string? directory, ResultWriter? files, WalkCollector collector, WalkCues? cues)
        : base(files is null ? [collector] : [collector, files])
    {
        Directory = directory;
        _files = files;
        _collector = collector;
        _cues = cues;
    }

    /// <summary>Folder of the files; null where none are written.</summary>
    public string? Directory { get; }

    /// <summary>Path of the page for people; null where no files are written.</summary>
    public string? ReportPath => Directory is null ? null : Path.Combine(Directory, "report.html");

    /// <summary>The walk in numbers; null until it ended, and where there are no results.</summary>
    public WalkSummary? Summary { get; private set; }

    /// <inheritdoc/>
    public async ValueTask OnEndedAsync(ISampleSource source, WalkSessionResult result)
    {
        // Numbers in wrong units are worse than none: nothing gets its name.
        if (result.Failure is UnitSlipException) return;
        WalkRecord walk = _collector.ToRecord(Context(source, result)) with { Cues = _cues?.Section };
        WalkSummary summary = WalkSummary.From(walk);
        if (Directory is not null)
        {
            _files!.Complete(partial: result.Interrupted || result.Failure is not null);
            await WriteAsync(Path.Combine(Directory, "summary.json"), summary.ToJson()).ConfigureAwait(false);
            await WriteAsync(ReportPath!, WalkReport.ToHtml(walk)).ConfigureAwait(false);
        }

        Summary = summary;
    }

    /// <summary>Closes the files of a walk that never ended.</summary>
    public void Dispose() => _files?.Dispose();

    private static async Task WriteAsync(string path, string text)
    {
        try
        {
            await File.WriteAllTextAsync(path, text, Utf8).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingWriteException(path, e);
        }
    }

    private static WalkContext Context(ISampleSource source, WalkSessionResult result) => new()
    {
        Recording = source.Name,
        Description = source.Description,
        SharedClock = source.Walk.SharedClock,
        ClockUncertaintyS = result.ClockUncertaintyS,
        Quality = result.Quality,
        Assumptions = source.Assumptions,
        Warnings =
        [
            .. source.Warnings,
            .. result.Failure is { } failure ? new[] { $"Reading stopped early: {failure.Message} Only what came before is analysed." } : [],
            .. result.Interrupted ? new[] { "The walk was stopped before its end." } : [],
        ],
    };
}

using System.Globalization;
using System.Text;
using GaitSense.Analysis.Cohorts;
using GaitSense.Analysis.Report;
using GaitSense.Analysis.Summary;
using GaitSense.Analysis.Walks;
using GaitSense.Core;
using GaitSense.Recording;
using GaitSense.Recording.Files;
using GaitSense.Recording.Results;
using GaitSense.Recording.Session;
using GaitSense.Recording.Units;

namespace GaitSense.Walk;

/// <summary>
/// Gathers one walk and, where a place is given, writes all of its result files there. Every file is always written, if only with
/// headers, also when the walk was interrupted or its source failed half way; then a warning says so. Only numbers in wrong units give no
/// results at all.
/// </summary>
public sealed class WalkResults : ObserverFanOut, IWalkPart, IDisposable
{
    /// <summary>Name of the page for people.</summary>
    public const string ReportFile = "report.html";

    /// <summary>Name of the numbers for programs.</summary>
    public const string SummaryFile = "summary.json";

    /// <summary>The warning of a walk that was asked to end.</summary>
    public const string Stopped = "The walk was stopped before its end.";

    private readonly IFileStore? _store;
    private readonly WalkCollector _collector;
    private readonly WalkCues? _cues;
    private readonly ResultTables? _tables;

    /// <summary>Prepares the results; files are created at once, so that a place that cannot be written is known before the walk.</summary>
    /// <param name="store">Where the files go; null to write none.</param>
    /// <param name="cues">The walk's cues; null where it has none.</param>
    /// <exception cref="RecordingWriteException">They cannot be made.</exception>
    public WalkResults(IFileStore? store, WalkCues? cues = null)
        : this(store, new WalkCollector(), cues)
    {
    }

    /// <summary>Prepares the results as files of a folder.</summary>
    /// <param name="directory">The folder; null to write none.</param>
    /// <param name="cues">The walk's cues; null where it has none.</param>
    /// <exception cref="RecordingWriteException">They cannot be made.</exception>
    public WalkResults(string? directory, WalkCues? cues = null)
        : this(directory is null ? null : new FolderStore(directory), cues)
    {
    }

    /// <summary>Whether the walk was asked to end because it was at its end: a dose was walked, a test was over. Asked when it has ended. <value>The default is null: never.</value></summary>
    public Func<bool>? EndsItself { get; init; }

    private WalkResults(IFileStore? store, WalkCollector collector, WalkCues? cues)
        : base([collector])
    {
        (_store, _collector, _cues) = (store, collector, cues);
        _tables = store is null ? null : new ResultTables(store);
    }

    /// <inheritdoc/>
    public WalkOrder Order => WalkOrder.Results;

    /// <summary>Which points of the path <c>trajectory.csv</c> has. <value>The default is the mid-stance instants.</value></summary>
    public TrajectoryDetail Detail { get; init; }

    /// <summary>Whose walk it is, as those say who know more than its source. <value>The default is unknown: what the source says.</value></summary>
    public PersonVisit Person { get; init; } = PersonVisit.Unknown;

    /// <summary>The note of the results, from <see cref="OutputRule.Check"/>; its owner completes it when all results are written. <value>The default is null: there is none.</value></summary>
    public OutputNote? Note { get; init; }

    /// <inheritdoc/>
    public TableRowHandler? Rows => _tables is null ? null : WriteRow;

    /// <summary>Path of the page for people; null where no files are written.</summary>
    public string? ReportPath => _store is null ? null : Path.Combine(_store.Place, ReportFile);

    /// <summary>The walk in numbers; null until it ended, and where there are no results.</summary>
    public WalkSummary? Summary { get; private set; }

    /// <summary>Why no results are written any more; null while all is well. The walk goes on, and its numbers are there.</summary>
    public RecordingWriteException? Failure { get; private set; }

    /// <summary>The results cannot be written. Raised once, on the walk's thread.</summary>
    public event EventHandler? Failed;

    /// <inheritdoc/>
    public void OnEnded(IWalkSource source, WalkEnd end)
    {
        // Numbers in wrong units are worse than none: nothing gets its name.
        if (end.Failure is UnitSlipException) return;
        SettledWalk walk = new(_collector.ToRecord(Context(source, end)) with { Cues = _cues?.Section });
        WalkSummary summary = WalkSummary.From(walk);
        Summary = summary;
        if (_store is null || Failure is not null) return;
        try
        {
            SettledTables.Write(_tables!.Write, walk);
            Save(walk, summary, end);
        }
        catch (RecordingWriteException e)
        {
            Fail(e);
        }
    }

    /// <summary>Closes the files of a walk that never ended.</summary>
    public void Dispose() => _tables?.Dispose();

    // Which strides count is known at the end: their table is written then, from the strides that are kept anyway.
    private void WriteRow(string table, ReadOnlySpan<byte> row)
    {
        if (Failure is not null || string.Equals(table, ResultFiles.Strides, StringComparison.Ordinal)) return;
        try
        {
            _tables!.Write(table, row);
        }
        catch (RecordingWriteException e)
        {
            Fail(e);
        }
    }

    private void Fail(RecordingWriteException e)
    {
        if (Failure is not null) return;
        Failure = e;
        // Room for the other writers in the folder: the session, the sound.
        _tables?.Dispose();
        Failed?.Invoke(this, EventArgs.Empty);
    }

    // All is on the disk before the first file has its name: where there is no room, an earlier walk's results stay as they were, all of them.
    private void Save(SettledWalk walk, WalkSummary summary, WalkEnd end)
    {
        List<(string Name, IAppendFile File)> files = [];
        try
        {
            if (_cues?.SummaryJson() is { } cues) Write(WalkCues.SummaryFile, Encoding.UTF8.GetBytes(cues));
            Write(ResultColumns.FileName, ResultColumns.ToJson());
            Write(SummaryFile, Encoding.UTF8.GetBytes(summary.ToJson()));
            Write(ReportFile, Encoding.UTF8.GetBytes(WalkReport.ToHtml(walk, summary)));
            Note?.Begin([.. _tables!.Names, SummaryFile, ReportFile, ResultColumns.FileName, .. _cues is null ? (string[])[] : [WalkCues.SummaryFile], ResultFiles.Incomplete]);
            _tables!.Complete(end.Interrupted || end.Failure is not null, end.DecidedUntil);
            foreach ((string name, IAppendFile file) in files) file.Rename(name);
            // What an earlier walk's cues left there is not of this one.
            foreach (string stale in (string[])[CueTable.Name, CueDelivery.Name, WalkCues.SummaryFile])
                if (!_tables.Has(stale) && !files.Exists(f => string.Equals(f.Name, stale, StringComparison.Ordinal))) _store!.Delete(stale);
        }
        finally
        {
            foreach ((_, IAppendFile file) in files) file.Dispose();
        }

        void Write(string name, ReadOnlySpan<byte> contents)
        {
            IAppendFile file = _store!.Create(name);
            files.Add((name, file));
            file.Append(contents);
            if (file.Flush() is { } failure) throw failure;
        }
    }

    // What changes numbers or files, in words that are the same wherever the walk runs.
    private SortedDictionary<string, string> Options(WalkPipelineOptions walk) => new(StringComparer.Ordinal)
    {
        ["calibration_walk_s"] = Math.Max(walk.Left.CalibrationWalkS, walk.Right.CalibrationWalkS).ToString("R", CultureInfo.InvariantCulture),
        ["cues"] = _cues is null ? "no" : "yes",
        ["trajectory"] = Detail == TrajectoryDetail.Full ? "full" : "stance",
    };

    private WalkContext Context(IWalkSource source, WalkEnd result) => new()
    {
        Recording = source.Name,
        Description = source.Description,
        StartedAt = source.StartedAt,
        Person = Person.Or(source.Person),
        Run = new RunInfo { Options = Options(source.Walk), Settings = SessionManifest.SettingsToJson(source.Walk) },
        SharedClock = source.Walk.SharedClock,
        ClockUncertaintyS = result.ClockUncertaintyS,
        Quality = result.Quality,
        Assumptions = source.Assumptions,
        Warnings =
        [
            .. source.Warnings,
            .. result.Failure is { } failure ? new[] { $"Reading stopped early: {failure.Message.TrimEnd('.')}. Only what came before is analysed." } : [],
            .. result.Interrupted && EndsItself?.Invoke() != true ? new[] { Stopped } : [],
        ],
    };
}

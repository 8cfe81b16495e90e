using System.Globalization;
using GaitSense.Analysis.Cohorts;
using GaitSense.Core;
using GaitSense.Recording;
using GaitSense.Recording.Import;
using GaitSense.Recording.Import.Study;
using GaitSense.Recording.Plain;
using GaitSense.Recording.Samples;
using GaitSense.Recording.Session;
using GaitSense.Streams;

namespace GaitSense.Walk;

/// <summary>
/// A recording as a source, as fast as it can be read. Other programs' files are imported into a plain recording first, which goes when the source does.
/// </summary>
public sealed class RecordingSource : IOpenedSource
{
    private readonly PlainRecording _recording;
    private readonly MergedSampleReader _reader;
    private readonly int _blockSamples;
    private readonly ImportedFolder? _imported;
    private double _progress;
    private GaitSenseException? _failure;
    private bool _isOver;

    private RecordingSource(PlainRecording recording, MergedSampleReader reader, ImportedFolder? imported, ReadOptions options)
    {
        _imported = imported;
        _recording = recording;
        _reader = reader;
        _blockSamples = options.BlockSamples;
        double calibrationS = options.CalibrationWalkS;
        Walk = new WalkPipelineOptions
        {
            Left = Known(recording.SensorOf(Foot.Left), calibrationS),
            Right = Known(recording.SensorOf(Foot.Right), calibrationS),
            HasLeft = recording.SensorOf(Foot.Left) is not null,
            HasRight = recording.SensorOf(Foot.Right) is not null,
            SharedClock = recording.Clock == RecordingClock.Shared,
        };
        if (imported is not null) Assumptions = [$"Imported: {imported.Result.Format}.", .. imported.Result.Assumptions, .. Assumptions];
        if (calibrationS > 0) Assumptions = [.. Assumptions, string.Create(CultureInfo.InvariantCulture, $"Calibration walk: the first {calibrationS:0.###} s were declared to be walked forward.")];
        Feet = [.. recording.Sensors.Select(s => s.Foot).Order()];
    }

    private static FootPipelineOptions Known(PlainSensor? sensor, double calibrationS)
    {
        FootPipelineOptions unknown = new() { Mounting = sensor?.Mounting, CalibrationWalkS = calibrationS };
        return unknown with { SensorHeightM = sensor?.HeightM ?? unknown.SensorHeightM, GyroDelayS = sensor?.GyroDelayS ?? unknown.GyroDelayS };
    }

    /// <inheritdoc/>
    public string Name => OutsideText.Line(_imported?.Name ?? _recording.Name);

    /// <inheritdoc/>
    public string? Description => _recording.Info.Description;

    /// <inheritdoc/>
    public DateTimeOffset? StartedAt => _recording.Info.StartedAt;

    /// <inheritdoc/>
    public PersonVisit Person => new(_recording.Info.Participant, _recording.Info.Visit, _recording.Info.Group);

    /// <inheritdoc/>
    public IReadOnlyList<Foot> Feet { get; }

    /// <inheritdoc/>
    public WalkPipelineOptions Walk { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Assumptions { get; } =
    [
        "Units: specific force in m/s², angular rate in rad/s, time in s on the sensor's own clock; a slip of units is searched for at rest.",
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => [.. _recording.Info.Refusals.Select(why => $"{PlainRecording.SessionFile}: {why}; it is left out."),
        .. _reader.UnsureTimes.Select(unsure => $"{char.ToUpperInvariant(unsure[0])}{unsure[1..]}."),
        .. _recording.Info.Losses.Select(SessionLoss.OfCopy), .. _reader.Warnings.Where(w => !w.IsDamage).Select(w => (w with { Path = Path.GetFileName(w.Path) }).ToString())];

    /// <inheritdoc/>
    public double? Progress => Volatile.Read(ref _progress);

    /// <summary>Opens a recording.</summary>
    /// <param name="path">Its folder, the <c>session.json</c> in it, or a file or folder of another program (<see cref="RecordingImport"/>).</param>
    /// <param name="options">How large its blocks are, and whether it begins with a calibration walk.</param>
    /// <param name="importing">Called with the share of an import that is done, 0 to 1; null: none.</param>
    /// <param name="import">Other programs' files that make the recording, and what is said about them; null: the path tells.</param>
    /// <param name="stop">Ends an import; nothing is left behind.</param>
    /// <exception cref="RecordingFormatException">There is no recording, or it cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The import was ended.</exception>
    public static RecordingSource Open(string path, ReadOptions options, Action<double>? importing = null, ImportRequest? import = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ImportedFolder? imported = import is not null ? ImportedFolder.Of(import, importing, stop) : RecordingImport.IsForeign(path) ? ImportedFolder.Of(path, importing, stop) : null;
        try
        {
            var recording = PlainRecording.Open(imported?.Folder ?? path);
            return new RecordingSource(recording, recording.OpenSamples(), imported, options);
        }
        catch
        {
            imported?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public bool TryRead(out SampleBlock block)
    {
        block = null!;
        // A row that cannot be read ends the recording, after the rows before it.
        if (_failure is { } failure) throw failure;
        if (_isOver) return false;
        _failure = Fill(out SampleBlock filled);
        Volatile.Write(ref _progress, _reader.Fraction);
        if (filled.Count > 0)
        {
            block = filled;
            return true;
        }

        filled.Dispose();
        _isOver = true;
        if (_failure is not null) throw _failure;
        // A file with a part lost is read to its last whole row, and the other foot's to its end; then it is a failure all the same.
        if (_reader.Warnings.FirstOrDefault(w => w.IsDamage) is { } damage)
            throw damage.Line is { } line ? new RecordingFormatException(damage.Path, line, damage.Message) : new RecordingFormatException(damage.Path, damage.Message);
        return false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _imported?.Dispose();
    }

    private GaitSenseException? Fill(out SampleBlock block)
    {
        block = new SampleBlock(_blockSamples);
        try
        {
            while (block.Count < block.Capacity && _reader.TryRead(out FootedSample sample)) block.Add(in sample);
            return null;
        }
        catch (GaitSenseException e)
        {
            return e;
        }
    }
}

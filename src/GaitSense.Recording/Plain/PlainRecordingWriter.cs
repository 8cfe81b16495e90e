using System.Text.Json;
using GaitSense.Core;
using GaitSense.Recording.Files;
using GaitSense.Recording.Results;
using GaitSense.Recording.Samples;
using GaitSense.Recording.Text;
using GaitSense.Reference;

namespace GaitSense.Recording.Plain;

/// <summary>
/// Writes a plain recording folder: samples as they come, with flat memory. Times have 6 decimals, accelerations 5, angular rates 6. The files take
/// their names at <see cref="Complete"/>, <c>session.json</c> last, so a half-written folder is no recording.
/// </summary>
public sealed class PlainRecordingWriter : IDisposable
{
    private static readonly JsonWriterOptions Json = new() { Indented = true, IndentSize = 1, NewLine = "\n" };

    private PlainRecordingInfo _info;
    private readonly TableWriter?[] _tables = new TableWriter?[2];
    private readonly DeviceTime[] _last = [new(long.MinValue), new(long.MinValue)];
    private ReferenceData? _reference;
    private IReadOnlyList<string> _assumptions = [];

    /// <summary>Starts a recording.</summary>
    /// <param name="folder">Where it goes; created where it is missing.</param>
    /// <param name="info">What <c>session.json</c> will say; each sensor's file may lie in no folder but the recording's own.</param>
    /// <param name="gzip">Whether the CSV files are packed. Their names are the caller's: <c>left.csv.gz</c> says so.</param>
    /// <exception cref="ArgumentException">Two sensors are on one foot or in one file, or a file name is more than a name.</exception>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public PlainRecordingWriter(string folder, PlainRecordingInfo info, bool gzip = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(info);
        Folder = folder;
        _info = info;
        Check(info);
        try
        {
            foreach (PlainSensor sensor in info.Sensors)
                _tables[(int)sensor.Foot] = new TableWriter(folder, sensor.File, SampleColumns.Names, gzip);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Where the recording goes.</summary>
    public string Folder { get; }

    /// <summary>
    /// Whether a number with more digits than usual keeps them all. For copies of what was written elsewhere in the same units; where units are converted, digits
    /// beyond the usual ones mean nothing. <value>The default is false.</value>
    /// </summary>
    public bool KeepsDigits { get; init; }

    /// <summary>The note of the recording's files, from <see cref="OutputRule.Check"/>, named by <c>session.json</c>. <value>The default is null: there is none.</value></summary>
    public OutputNote? Note { get; init; }

    /// <summary>Writes a block of samples of one foot.</summary>
    /// <inheritdoc cref="Write(Foot, in ImuSample)" path="/exception"/>
    public void Write(Foot foot, ReadOnlySpan<ImuSample> samples)
    {
        foreach (ref readonly ImuSample sample in samples) Write(foot, in sample);
    }

    /// <summary>Writes one sample. A component that is not finite becomes an empty field, which reads back as NaN.</summary>
    /// <exception cref="ArgumentException">The foot has no sensor, or its time goes backward.</exception>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public void Write(Foot foot, in ImuSample sample)
    {
        TableWriter table = _tables[(int)foot] ?? throw new ArgumentException("This recording has no sensor on that foot.", nameof(foot));
        if (sample.Time < _last[(int)foot]) throw new ArgumentException("Samples must be in time order.", nameof(sample));
        _last[(int)foot] = sample.Time;
        table.Time(sample.Time)
            .Vector(sample.AccelMps2, 5, KeepsDigits).Vector(sample.GyroRadPerS, 6, KeepsDigits).EndRow();
    }

    /// <summary>Adds reference data; written at <see cref="Complete"/>.</summary>
    public void SetReference(ReferenceData? reference) => _reference = reference;

    /// <summary>Adds what was assumed when the recording was made, for people; written at <see cref="Complete"/> as <c>assumptions</c>, which no reader looks at.</summary>
    internal void SetAssumptions(IReadOnlyList<string> assumptions) => _assumptions = assumptions ?? throw new ArgumentNullException(nameof(assumptions));

    /// <summary>Adds what is known to be missing, which is complete only once all samples were read; written at <see cref="Complete"/>.</summary>
    public void SetLosses(IReadOnlyList<string> losses) => _info = _info with { Losses = losses ?? throw new ArgumentNullException(nameof(losses)) };

    /// <summary>Gives the files their names.</summary>
    /// <exception cref="RecordingWriteException">The file system refuses.</exception>
    public void Complete()
    {
        IEnumerable<string> reference = _reference is null ? [] : ReferenceFolder.Files.Select(f => $"{ReferenceFolder.Name}/{f}");
        Note?.Begin([PlainRecording.SessionFile, .. _info.Sensors.Select(s => s.File), .. reference]);
        foreach (TableWriter? table in _tables) table?.Complete();
        if (_reference is { } truth) ReferenceFolderWriter.Write(Path.Combine(Folder, ReferenceFolder.Name), truth);
        using (var file = new PendingFile(Folder, PlainRecording.SessionFile))
        {
            using (var json = new Utf8JsonWriter(file, Json)) SessionJsonWriter.Write(json, _info, _assumptions);
            file.Write("\n"u8);
            file.Complete();
        }

        Note?.Settle();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (TableWriter? table in _tables) table?.Dispose();
    }

    private static void Check(PlainRecordingInfo info)
    {
        if (info.Sensors.Count == 0) throw new ArgumentException("A recording has at least one sensor.", nameof(info));
        if (info.Sensors.DistinctBy(s => s.Foot).Count() != info.Sensors.Count
            || info.Sensors.DistinctBy(s => s.File, StringComparer.OrdinalIgnoreCase).Count() != info.Sensors.Count)
            throw new ArgumentException("Each sensor has a foot and a file of its own.", nameof(info));
        foreach (PlainSensor sensor in info.Sensors)
        {
            if (string.IsNullOrWhiteSpace(sensor.File) || !string.Equals(Path.GetFileName(sensor.File), sensor.File, StringComparison.Ordinal))
                throw new ArgumentException("A sensor's file is a plain name, inside the recording's folder.", nameof(info));
            if (sensor.Mounting is { } axes && !axes.IsRotation()) throw new ArgumentException("A mounting is a rotation.", nameof(info));
        }
    }
}

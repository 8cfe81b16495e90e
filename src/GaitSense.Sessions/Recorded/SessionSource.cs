using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Feedback;
using GaitSense.Recording;

namespace GaitSense.Sessions;

/// <summary>
/// A session recording as a source: all that its sensors sent happens once more, in the same order, through the same code. On the version that recorded it the
/// samples are the same, and so is all that is decided. Damage is skipped and said.
/// </summary>
public sealed class SessionSource : IOpenedSource
{
    private readonly SessionFileReader _reader;
    private readonly FeetMerger _merger;
    private readonly SensorReplay?[] _feet = new SensorReplay?[2];
    private readonly List<(double? TimeS, string What)> _markers = [];
    private LinkQuality[]? _links;
    private long _strange;
    private bool _started;

    private SessionSource(SessionFileReader reader, SessionManifest manifest, WalkSessionOptions options)
    {
        (_reader, Manifest) = (reader, manifest);
        Feet = [.. manifest.Sensors.Select(s => s.Foot).Order()];
        foreach (Foot foot in Feet) _feet[(int)foot] = new SensorReplay(foot, manifest.Settings.Clock);
        _merger = new FeetMerger(Feet, new BleSourceOptions { LongestMergeWaitS = manifest.Settings.LongestMergeWaitS, LongestStartWaitS = manifest.Settings.LongestStartWaitS });
        Walk = options.CalibrationWalkS > 0 ? Calibrated(manifest.Settings.Walk, options.CalibrationWalkS) : manifest.Settings.Walk;
        Assumptions = [.. manifest.Sensors.OrderBy(s => s.Foot).Select(s => BleSource.Describe(s.Foot, s.Kind, s.RateHz, s.Clock))];
    }

    /// <summary>What the session says about itself.</summary>
    public SessionManifest Manifest { get; }

    /// <summary>The cues that were given; null where there were none.</summary>
    /// <exception cref="CuePlanException">This version knows no such plan.</exception>
    public CuePlan? Cues => Manifest.Settings.Cues is { } plan ? CuePlanJson.Read(Path, plan.GetRawText()) : null;

    /// <summary>What was no whole block, as far as was read.</summary>
    public IReadOnlyList<SessionDamage> Damage => _reader.Damage;

    /// <summary>Whole blocks, as far as was read.</summary>
    public long Blocks => _reader.Blocks;

    /// <summary>The session file.</summary>
    public string Path => _reader.Path;

    /// <inheritdoc/>
    public string Name => SessionFolder.NameOf(_reader.Path);

    /// <inheritdoc/>
    public string? Description => string.Create(CultureInfo.InvariantCulture, $"Recorded live over Bluetooth on {Manifest.StartedUtc:yyyy-MM-dd HH:mm} UTC.");

    /// <inheritdoc/>
    public IReadOnlyList<Foot> Feet { get; }

    /// <inheritdoc/>
    public WalkPipelineOptions Walk { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Assumptions { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => [.. Quality.SelectMany(LinkWarnings.Of), .. Said()];

    /// <inheritdoc/>
    public double? Progress => _reader.Fraction;

    /// <summary>Markers that were set during the walk, with the walk's time, s.</summary>
    public IReadOnlyList<(double? TimeS, string What)> Markers => _markers;

    /// <summary>How the links were.</summary>
    public IReadOnlyList<LinkQuality> Quality => _links ?? [.. Feet.Select(f => _feet[(int)f]!.Quality)];

    /// <summary>Opens a session recording.</summary>
    /// <param name="path">Its folder, or the file in it.</param>
    /// <param name="options">Whether it begins with a calibration walk, where the recording does not say so.</param>
    /// <exception cref="RecordingFormatException">There is none, it is of a newer version, or nothing of it can be read.</exception>
    public static SessionSource Open(string path, WalkSessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string file = SessionFolder.Find(path) ?? throw new RecordingFormatException(path, $"is no session recording: there is no {SessionFolder.SessionFile}");
        SessionManifest manifest = SessionManifests.Of(file);
        SessionFileReader reader = SessionFileReader.Open(file);
        return new SessionSource(reader, manifest, options);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SampleBlock> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_started) throw new InvalidOperationException("A walk is walked once.");
        _started = true;
        await Task.CompletedTask.ConfigureAwait(false); // reading a file is synchronous work on the pump's own thread
        while (!cancellationToken.IsCancellationRequested && TakeIn())
            while (_merger.TryTake(out SampleBlock block, wholeOnly: true)) yield return block; // whoever receives it owns it
        _merger.Drain();
        while (_merger.TryTake(out SampleBlock block)) yield return block;
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private static WalkPipelineOptions Calibrated(WalkPipelineOptions walk, double seconds) =>
        walk with { Left = walk.Left with { CalibrationWalkS = seconds }, Right = walk.Right with { CalibrationWalkS = seconds } };

    private bool TakeIn()
    {
        if (!_reader.TryRead(out SessionRecord record)) return false;
        switch (record.Kind)
        {
            case var kind when SessionRecordKind.IsInput(kind, out int input, out Foot foot):
                TakeInput((SensorInput)input, foot, record);
                break;
            case SessionRecordKind.TimePassed:
                _merger.Advance(record.Time);
                break;
            case SessionRecordKind.Ended:
                _merger.Drain();
                break;
            case SessionRecordKind.Marker:
                _markers.Add((_merger.Start is { } start ? record.Time.SecondsSince(start) : null, Encoding.UTF8.GetString(record.Body)));
                break;
            case SessionRecordKind.Request:
                _merger.Ask(Encoding.UTF8.GetString(record.Body));
                break;
            case SessionRecordKind.Links:
                ReadLinks(record.Body);
                break;
        }

        return true;
    }

    private void TakeInput(SensorInput input, Foot foot, SessionRecord record)
    {
        if (_feet[(int)foot] is not { } sensor || !record.TryReadNumber(out int number, out ReadOnlySpan<byte> value))
        {
            _strange++;
            return;
        }

        if (input == SensorInput.Flowing)
        {
            _merger.SetFlowing(foot, number != 0);
            return;
        }

        if (!sensor.Take(input, record.Time, number, value)) _strange++;
        if (input == SensorInput.Ready && sensor.Stream is { } stream) _merger.SetStream(foot, stream);
        if (input == SensorInput.Taken) _merger.Advance(record.Time);
    }

    private void ReadLinks(ReadOnlySpan<byte> json)
    {
        try
        {
            _links = JsonSerializer.Deserialize<LinkQuality[]>(json, SessionRecorder.LinksJson);
        }
        catch (JsonException)
        {
            _strange++;
        }
    }

    private IEnumerable<string> Said()
    {
        if (!string.Equals(Manifest.Software, Analysis.WalkContext.LibraryVersion, StringComparison.Ordinal))
            yield return $"Recorded with GaitSense {Manifest.Software}, computed with {Analysis.WalkContext.LibraryVersion}: numbers may differ from those of that day.";
        foreach (SessionDamage damage in _reader.Damage) yield return SessionManifests.Say(damage);
        if (_strange > 0) yield return string.Create(CultureInfo.InvariantCulture, $"{_strange} records make no sense without others that are missing; they were skipped.");
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using GaitSense.Analysis.Cohorts;
using GaitSense.Core;
using GaitSense.Feedback.Plan;
using GaitSense.Recording;
using GaitSense.Recording.Session;
using GaitSense.Streams;

namespace GaitSense.Walk;

/// <summary>
/// A session recording as a source: all that its sensors sent happens once more, in the same order, through the same code. By the algorithm that recorded it
/// the samples are the same, and so is all that is decided. Damage is skipped and said.
/// </summary>
public sealed class SessionSource : IOpenedSource
{
    private readonly SessionFileReader _reader;
    private readonly FeetStreams _streams;
    private readonly List<(double? TimeS, string What)> _markers = [];
    private readonly SessionLoss _loss;
    private LinkQuality[]? _links;
    private long _strange;
    private bool _isOver, _hasBegun;

    private SessionSource(SessionFileReader reader, SessionManifest manifest, ReadOptions options)
    {
        (_reader, Manifest, _loss) = (reader, manifest, new SessionLoss(reader, manifest));
        Feet = [.. manifest.Sensors.Select(s => s.Foot).Order()];
        _streams = new FeetStreams([.. Feet.Select(f => new FootInput(f))]);
        Walk = options.CalibrationWalkS > 0 ? Calibrated(manifest.Settings.Walk, options.CalibrationWalkS) : manifest.Settings.Walk;
        Assumptions = [.. manifest.Sensors.OrderBy(s => s.Foot).Select(s => SensorWords.Of(s.Foot, s.Kind, s.RateHz, s.Clock))];
    }

    /// <summary>What the session says about itself.</summary>
    public SessionManifest Manifest { get; }

    /// <summary>That another algorithm decided when it was recorded, and which, in words without a full stop; null: the same (<see cref="Algorithm.Version"/>).</summary>
    public string? OtherAlgorithm => Manifest.Settings.Algorithm is not { } version ? string.Create(CultureInfo.InvariantCulture, $"recorded by an algorithm from before version 1, computed by version {Algorithm.Version}")
        : version == Algorithm.Version ? null
        : string.Create(CultureInfo.InvariantCulture, $"recorded by version {version} of the algorithm, computed by version {Algorithm.Version}");

    /// <summary>The cues that were given; null where there were none.</summary>
    /// <exception cref="CuePlanException">This version knows no such plan.</exception>
    public CuePlan? Cues => Manifest.Settings.Cues is { } plan ? CuePlanJson.Read(Path, plan.GetRawText()) : null;

    /// <summary>The cues that were given, where this version can read their plan: an unreadable plan costs the cues, not the walk.</summary>
    /// <param name="failure">Why there are none although there were; null: nothing is wrong.</param>
    public CuePlan? TryReadCues(out GaitSenseException? failure)
    {
        failure = null;
        try
        {
            return Cues;
        }
        catch (CuePlanException e)
        {
            failure = e;
            return null;
        }
    }

    /// <summary>What was no whole block, as far as was read.</summary>
    public IReadOnlyList<SessionDamage> Damage => _reader.Damage;

    /// <summary>Whether a part is missing inside it, as far as was read.</summary>
    internal bool HasHole => _reader.HasHole;

    /// <summary>Whole blocks, as far as was read.</summary>
    public long Blocks => _reader.Blocks;

    /// <summary>Whether all of it is there, once it was read to its end: every block, the record that a walk ends with, all samples that had come by then, and what a mended copy was made of.</summary>
    public bool IsWhole => _loss.IsWhole && MissingSamples.All(m => m.Missing == 0);

    /// <summary>Whether the record is there that a walk ends with.</summary>
    public bool HasEnd => _loss.HasEnd;

    /// <summary>How much of the walk's time is missing in it at most, s; what was lost before a copy was made is not counted. Null: not known.</summary>
    public double? MissingS => _loss.MissingS;

    /// <summary>What is missing, one sentence each: in this file, and in what it is a mended copy of. Complete once it was read to its end.</summary>
    public IReadOnlyList<string> Losses =>
        [.. _loss.Sentences, .. MissingSamples.Where(m => m.Missing > 0).Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Missing} of {m.Received} samples of the {Words.Of(m.Foot)} foot that had come are not in it."))];

    /// <summary>What is missing in this very file, in a few words; null: nothing is. What a copy was made without is no loss of the copy. Complete once it was read to its end.</summary>
    public string? Loss
    {
        get
        {
            long samples = MissingSamples.Sum(m => m.Missing);
            if (HasEnd && samples == 0 && _loss.MissingRecords == 0 && !HasHole) return null;
            string what = HasEnd ? "damaged" : "cut short";
            return MissingS is { } s && (!HasEnd || s > 0) ? string.Create(CultureInfo.InvariantCulture, $"{what}: {s:0.0} s are missing")
                : samples > 0 ? string.Create(CultureInfo.InvariantCulture, $"{what}: {samples} samples are missing")
                : $"{what}: how much is missing is not known";
        }
    }

    /// <summary>Samples that are in it, by foot.</summary>
    public IReadOnlyDictionary<Foot, long> Samples => _streams.Links.ToDictionary(q => q.Foot, q => q.Received);

    // The state of the links at the end says how many had come; in a copy of what was not whole the manifest says it already.
    private IEnumerable<(Foot Foot, long Received, long Missing)> MissingSamples =>
        !_isOver || _links is null || Manifest.Losses is { Count: > 0 } ? [] : _streams.Links.Join(_links, here => here.Foot, then => then.Foot, (here, then) => (here.Foot, then.Received, Math.Max(0, then.Received - here.Received)));

    /// <summary>The session file.</summary>
    public string Path => _reader.Path;

    /// <inheritdoc/>
    public string Name => OutsideText.Line(SessionFolder.NameOf(_reader.Path));

    /// <inheritdoc/>
    public string? Description => string.Create(CultureInfo.InvariantCulture, $"Recorded live on {Manifest.StartedUtc:yyyy-MM-dd HH:mm} UTC.");

    /// <inheritdoc/>
    public DateTimeOffset? StartedAt => Manifest.StartedUtc;

    /// <inheritdoc/>
    public PersonVisit Person => new(Manifest.Person.Id, null, null);

    /// <inheritdoc/>
    public IReadOnlyList<Foot> Feet { get; }

    /// <inheritdoc/>
    public WalkPipelineOptions Walk { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Assumptions { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => [.. Quality.SelectMany(LinkWarnings.Of), .. _streams.Presence.SelectMany(LinkWarnings.Of), .. LossWarnings()];

    /// <inheritdoc/>
    public double? Progress => _reader.Fraction;

    /// <summary>Markers that were set during the walk, with the walk's time, s.</summary>
    public IReadOnlyList<(double? TimeS, string What)> Markers => _markers;

    /// <summary>How the links were.</summary>
    public IReadOnlyList<LinkQuality> Quality => _links ?? _streams.Links;

    /// <summary>Opens a session recording.</summary>
    /// <param name="path">Its folder, or the file in it.</param>
    /// <param name="options">Whether it begins with a calibration walk, where the recording does not say so.</param>
    /// <exception cref="RecordingFormatException">There is none, it is of a newer version, or nothing of it can be read.</exception>
    public static SessionSource Open(string path, ReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string file = SessionFolder.Find(path) ?? throw new RecordingFormatException(path, $"is no session recording: there is no {SessionFolder.SessionFile}");
        SessionManifest manifest = SessionManifests.Of(file);
        SessionFileReader reader = SessionFileReader.Open(file);
        return new SessionSource(reader, manifest, options);
    }

    /// <inheritdoc/>
    public bool TryRead(out SampleBlock block)
    {
        while (!_streams.TryTake(out block, wholeOnly: !_isOver))
        {
            if (_isOver) return false;
            if (TakeIn()) continue;
            _isOver = true;
            _loss.End();
            _streams.End();
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private static WalkPipelineOptions Calibrated(WalkPipelineOptions walk, double seconds) =>
        walk with { Left = walk.Left with { CalibrationWalkS = seconds }, Right = walk.Right with { CalibrationWalkS = seconds } };

    private bool TakeIn()
    {
        if (!_reader.TryRead(out SessionRecord record)) return false;
        // Without its first block a session does not say how its sensors were connected; its manifest does.
        if (!_hasBegun && HasHole) TakeOpening();
        _hasBegun = true;
        _loss.Take(record);
        switch (record.Kind)
        {
            case var kind when SessionRecordKind.IsInput(kind, out int input, out Foot foot):
                TakeInput((SensorInput)input, foot, record);
                break;
            case SessionRecordKind.TimePassed:
                _streams.AdvanceTo(record.Time);
                break;
            case SessionRecordKind.Ended:
                _streams.End();
                break;
            case SessionRecordKind.Marker:
                _markers.Add((_streams.Start is { } start ? record.Time.SecondsSince(start) : null, OutsideText.Line(Encoding.UTF8.GetString(record.Body))));
                break;
            case SessionRecordKind.Request:
                _streams.Ask(Encoding.UTF8.GetString(record.Body), record.Time);
                break;
            case SessionRecordKind.Links:
                ReadLinks(record.Body);
                break;
        }

        return true;
    }

    private void TakeOpening()
    {
        int at = 0;
        long lastUs = 0;
        while (SessionOpening.TryRead(Manifest.Opening, ref at, ref lastUs, out SessionRecord record))
            if (SessionRecordKind.IsInput(record.Kind, out int input, out Foot foot)) TakeInput((SensorInput)input, foot, record);
    }

    private void TakeInput(SensorInput input, Foot foot, SessionRecord record)
    {
        if (!record.TryReadNumber(out int number, out ReadOnlySpan<byte> value) || !_streams.Apply(foot, input, record.Time, number, value)) _strange++;
    }

    private void ReadLinks(ReadOnlySpan<byte> json)
    {
        try
        {
            _links = SessionLinks.Read(json);
        }
        catch (JsonException)
        {
            _strange++;
        }
    }

    private IEnumerable<string> LossWarnings()
    {
        if (OtherAlgorithm is { } other) yield return $"This session was {other}: numbers may differ from those of that day.";
        int copied = Manifest.Losses?.Count ?? 0;
        foreach ((int i, string loss) in Losses.Index()) yield return i < copied ? SessionLoss.OfCopy(loss) : loss;
        if (_strange > 0) yield return string.Create(CultureInfo.InvariantCulture, $"{_strange} records make no sense without others that are missing; they were skipped.");
    }
}

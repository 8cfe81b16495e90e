using System.Text.Json;
using System.Text.Json.Serialization;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Feedback;
using GaitSense.Protocol;
using GaitSense.Recording;

namespace GaitSense.Sessions;

/// <summary>
/// Records a session as it happens: what the sensors send, and what is decided. The walk never waits for the disk: records gather in memory and a task of its
/// own brings them to the disk twice a second. A disk that is full or gone ends the recording, said at once (<see cref="Failed"/>), and nothing else.
/// </summary>
public sealed class SessionRecorder : ObserverFanOut, ISessionObserver, IAsyncDisposable
{
    /// <summary>So often what has gathered is brought to the disk, s.</summary>
    public const double FlushEveryS = 0.5;

    private readonly SessionRecorderFile _file;

    private SessionRecorder(SessionRecorderFile file)
        : base([new ResultWriter(file.WriteRow)]) => _file = file;

    /// <summary>The folder.</summary>
    public string Folder => _file.Folder;

    /// <summary>Why nothing is recorded any more; null while all is well.</summary>
    public GaitSenseException? Failure => _file.Failure;

    /// <summary>Bytes on the disk.</summary>
    public long WrittenBytes => _file.WrittenBytes;

    /// <summary>The recording ended because it cannot be written. Raised once, on some thread.</summary>
    public event EventHandler? Failed
    {
        add => _file.Failed += value;
        remove => _file.Failed -= value;
    }

    /// <summary>Prepares a recording. The file is made at once, so that a folder that cannot be written is known before the walk.</summary>
    /// <param name="folder">Its folder; made where it is missing.</param>
    /// <param name="time">The clock that the sensors are given too.</param>
    /// <exception cref="RecordingWriteException">The file system refuses, or there is a session already.</exception>
    public static SessionRecorder Create(string folder, TimeProvider time)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(time);
        return new SessionRecorder(new SessionRecorderFile(folder, time));
    }

    /// <summary>Listens to a sensor; before it is connected.</summary>
    public void Listen(FootSensor sensor)
    {
        ArgumentNullException.ThrowIfNull(sensor);
        sensor.Log = _file.LogOf(sensor.Foot);
    }

    /// <summary>The sensors are connected and the walk begins: from now on the disk has what is recorded.</summary>
    /// <param name="source">The walk.</param>
    /// <param name="sensors">Its sensors.</param>
    /// <param name="person">Who walks.</param>
    /// <param name="options">What was asked of the sensors.</param>
    /// <param name="cues">The cue plan; null where there are no cues.</param>
    public void Begin(BleSource source, IReadOnlyList<FootSensor> sensors, SessionPerson person, FootSensorOptions options, CuePlan? cues = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        source.TimeLog = _file.WriteTime;
        source.RequestLog = _file.WriteRequest;
        _file.Begin(new SessionManifest
        {
            Name = source.Name,
            StartedUtc = _file.Time.GetUtcNow(),
            Zone = _file.Time.LocalTimeZone.Id,
            StartedHostUs = _file.Now.Microseconds,
            Person = person,
            Sensors = [.. sensors.Select(s => new SessionSensor(s.Foot, s.DeviceId, s.Kind, s.RateHz, s.Clock))],
            Software = Analysis.WalkContext.LibraryVersion,
            Protocol = ProtocolVersion.Current.ToString(),
            Settings = new SessionSettings
            {
                Walk = source.Walk,
                Clock = options.Clock,
                LongestMergeWaitS = source.Options.LongestMergeWaitS,
                LongestStartWaitS = source.Options.LongestStartWaitS,
                Cues = cues is null ? null : CuePlanJson.ToElement(cues),
            },
        });
        Links = () => source.Links;
    }

    /// <summary>Takes the cue log.</summary>
    public ICueSink NewCueLog() => new CueTable(_file.WriteRow);

    /// <summary>Takes what sound and motors made of the cues.</summary>
    public CueDelivery NewDelivery() => new(_file.WriteRow);

    /// <summary>Marks this moment.</summary>
    /// <param name="what">What there is to note, in a few words; may be empty.</param>
    public void Mark(string what) => _file.Mark(what ?? "");

    /// <inheritdoc/>
    public async ValueTask OnEndedAsync(ISampleSource source, WalkSessionResult result)
    {
        if (Links is null) return;
        JsonElement links = JsonSerializer.SerializeToElement(Links(), LinksJson);
        await Task.Run(() => _file.EndAsync(links)).ConfigureAwait(false);
    }

    /// <summary>Brings the rest to the disk. A recording that never began leaves nothing.</summary>
    public ValueTask DisposeAsync() => _file.DisposeAsync();

    internal static JsonSerializerOptions LinksJson { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private Func<IReadOnlyList<LinkQuality>>? Links { get; set; }
}

using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Feedback.Plan;
using GaitSense.Recording;
using GaitSense.Recording.Files;
using GaitSense.Recording.Session;
using GaitSense.Walk;

namespace GaitSense.Sessions;

/// <summary>
/// A <see cref="SessionRecorder"/> in a folder, with a task that brings its records to the disk twice a second: the walk never waits for it.
/// </summary>
public sealed class SessionRecording : IAsyncDisposable
{
    /// <summary>So often what has gathered is brought to the disk, s.</summary>
    public const double FlushEveryS = 0.5;

    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private Task _flushing = Task.CompletedTask;

    private readonly SensorPseudonyms _names;

    private SessionRecording(string folder, TimeProvider time, SensorPseudonyms names) => (Folder, _time, _names, Recorder) = (folder, time, names, new SessionRecorder(new FolderStore(folder)));

    /// <summary>The recorder: a part of the walk.</summary>
    public SessionRecorder Recorder { get; }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>Prepares a recording. The file is made at once, so that a folder that cannot be written is known before the walk.</summary>
    /// <param name="folder">Its folder; made where it is missing.</param>
    /// <param name="time">The clock that the sensors are given too.</param>
    /// <param name="names">What sensors are called in it; null: as in no other session.</param>
    /// <exception cref="RecordingWriteException">The file system refuses, or there is a session already.</exception>
    public static SessionRecording Create(string folder, TimeProvider time, SensorPseudonyms? names = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(time);
        return new SessionRecording(folder, time, names ?? SensorPseudonyms.OfTheMoment());
    }

    /// <summary>Listens to a sensor; before it is connected.</summary>
    public void Listen(FootSensor sensor)
    {
        ArgumentNullException.ThrowIfNull(sensor);
        sensor.Input.Log = Recorder;
    }

    /// <summary>The sensors are connected and the walk begins: from now on the disk has what is recorded. Samples flow already, so it is not waited for.</summary>
    /// <param name="source">The walk.</param>
    /// <param name="sensors">Its sensors.</param>
    /// <param name="person">Who walks.</param>
    /// <param name="cues">The cue plan; null where there are no cues.</param>
    /// <param name="from">Where the samples come from, where it is no foot (<see cref="SessionManifest.Source"/>); null: of sensors.</param>
    public void Begin(BleSource source, IReadOnlyList<FootSensor> sensors, SessionPerson person, CuePlan? cues = null, string? from = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        source.Streams.Log = Recorder;
        Recorder.Begin(source.ToManifest(_time.GetUtcNow(), _time.LocalTimeZone.Id, Now, person, foot => _names.NameOf(sensors.First(s => s.Foot == foot).DeviceId), cues) with { Source = from }, () => source.Links);
        _flushing = Task.Run(FlushOftenAsync);
    }

    /// <summary>Marks this moment.</summary>
    /// <param name="what">What there is to note, in a few words; may be empty.</param>
    public void Mark(string what) => Recorder.Mark(what ?? "", Now);

    /// <summary>Brings the rest to the disk. A recording that never began leaves nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _flushing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.Run(Recorder.Dispose).ConfigureAwait(false);
        if (!Recorder.HasBegun) RemoveEmptyFolder();
        _stop.Dispose();
    }

    private HostTime Now => HostTime.FromTicks(_time.GetTimestamp(), _time.TimestampFrequency);

    private async Task FlushOftenAsync()
    {
        Recorder.Flush();
        using PeriodicTimer timer = new(TimeSpan.FromSeconds(FlushEveryS), _time);
        while (await timer.WaitForNextTickAsync(_stop.Token).ConfigureAwait(false)) Recorder.Flush();
    }

    private void RemoveEmptyFolder()
    {
        try
        {
            if (Directory.Exists(Folder) && !Directory.EnumerateFileSystemEntries(Folder).Any()) Directory.Delete(Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // An empty folder does no harm.
        }
    }
}

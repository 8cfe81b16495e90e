using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GaitSense.Core;
using GaitSense.Recording;
using GaitSense.Recording.Files;
using GaitSense.Recording.Results;
using GaitSense.Recording.Session;
using GaitSense.Streams;

namespace GaitSense.Walk;

/// <summary>
/// Records a session as it happens: what the sensors send, and what is decided. Records gather in memory; the runner of the walk writes them to the disk with
/// <see cref="Flush"/>, so the walk never waits for it. A disk that is full or gone ends the recording, said at once (<see cref="Failed"/>), and nothing else.
/// Any thread may tell it something. It has no clock: what is decided has the time of the input that decided it.
/// </summary>
public sealed class SessionRecorder : IWalkPart, IInputLog, IDisposable
{
    private readonly IFileStore _store;
    private readonly SessionFileWriter _writer;
    private readonly List<string> _tables = [];
    private readonly List<(HostTime Time, string What)> _markers = [];
    private readonly Lock _disk = new(), _marking = new();
    private readonly SessionOpening _opening = new();
    private SessionManifest? _manifest;
    private Func<IReadOnlyList<LinkQuality>> _links = static () => [];
    private GaitSenseException? _failure;
    private long _nowUs;
    private int _isClosed;
    private bool _isNamed;

    /// <summary>Prepares a recording. The file is made at once, so that a place that cannot be written is known before the walk.</summary>
    /// <param name="store">Where it goes; must hold no session.</param>
    /// <exception cref="RecordingWriteException">It cannot be made, or there is a session already.</exception>
    public SessionRecorder(IFileStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        SessionManifest.WarmUp();
        _store = store;
        if (store.Exists(SessionFolder.SessionFile)) throw IsThere(store);
        // It takes its name when its manifest is on the disk: a file of that name can always be opened.
        _writer = new SessionFileWriter(store.Create(SessionFolder.SessionFile, isLive: true), BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint))));
        // Another recorder may have named its file just before this one had the place for itself.
        if (!store.Exists(SessionFolder.SessionFile)) return;
        _writer.Dispose();
        throw IsThere(store);
    }

    private static RecordingWriteException IsThere(IFileStore store) => new(Path.Combine(store.Place, SessionFolder.SessionFile), new IOException("there is a session already"));

    /// <inheritdoc/>
    public WalkOrder Order => WalkOrder.Recorder;

    /// <inheritdoc/>
    public TableRowHandler Rows => WriteRow;

    /// <summary>Why nothing is recorded any more; null while all is well.</summary>
    public GaitSenseException? Failure => Volatile.Read(ref _failure);

    /// <summary>Bytes on the disk.</summary>
    public long WrittenBytes => Failure is null ? _writer.WrittenBytes : 0;

    /// <summary>Whether the walk has begun.</summary>
    public bool HasBegun => Volatile.Read(ref _manifest) is not null;

    /// <summary>The recording ended because it cannot be written. Raised once, on some thread.</summary>
    public event EventHandler? Failed;

    /// <summary>The sensors are connected and the walk begins: from the next <see cref="Flush"/> on the disk has what is recorded.</summary>
    /// <param name="manifest">What the session says about itself.</param>
    /// <param name="links">How the links have been, asked for at the end.</param>
    public void Begin(SessionManifest manifest, Func<IReadOnlyList<LinkQuality>> links)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        _links = links;
        Volatile.Write(ref _manifest, manifest);
    }

    /// <summary>Brings what has gathered to the disk. May take as long as the disk likes; not on the walk's thread.</summary>
    public void Flush()
    {
        lock (_disk)
        {
            if (Failure is not null || _manifest is not { } manifest) return;
            try
            {
                if (_isNamed) _writer.Flush();
                else Begin(manifest);
            }
            catch (RecordingWriteException e)
            {
                Fail(e);
            }
        }
    }

    /// <summary>A mark at a moment, set by a person.</summary>
    /// <param name="what">What there is to note, in a few words; may be empty.</param>
    /// <param name="time">The moment.</param>
    public void Mark(string what, HostTime time)
    {
        ArgumentNullException.ThrowIfNull(what);
        See(time);
        Write(SessionRecordKind.Marker, time, Encoding.UTF8.GetBytes(what), number: null);
        lock (_marking) _markers.Add((time, what));
    }

    /// <inheritdoc/>
    public void OnInput(Foot foot, SensorInput input, HostTime time, int number, ReadOnlySpan<byte> value)
    {
        See(time);
        byte kind = SessionRecordKind.OfInput((int)input, foot);
        if (!Volatile.Read(ref _isNamed) && IsOpening(input, number)) _opening.Add(kind, time, number, value);
        Write(kind, time, value, number);
    }

    // All but samples while connections are opened; from the walk's begin to its first block on the disk only what may be told twice: answers for the time, and that samples flow.
    private bool IsOpening(SensorInput input, int number) => input switch
    {
        SensorInput.Taken => number == FootInput.TimeChannel,
        SensorInput.Flowing => true,
        _ => !HasBegun,
    };

    /// <inheritdoc/>
    public void OnTime(HostTime time)
    {
        See(time);
        Write(SessionRecordKind.TimePassed, time, [], number: null);
    }

    /// <inheritdoc/>
    public void OnRequest(HostTime time, string request)
    {
        See(time);
        Write(SessionRecordKind.Request, time, Encoding.UTF8.GetBytes(request), number: null);
    }

    /// <inheritdoc/>
    public void OnEnded(HostTime time) => Write(SessionRecordKind.Ended, time, [], number: null);

    /// <inheritdoc/>
    public void OnEnded(IWalkSource source, WalkEnd end)
    {
        if (!HasBegun) return;
        JsonElement links = SessionLinks.Write(_links());
        Write(SessionRecordKind.Links, Now, JsonSerializer.SerializeToUtf8Bytes(links, WalkJson.Default.JsonElement), number: null);
        Flush();
        if (Failure is not null || _manifest is not { } manifest) return;
        lock (_marking)
            manifest = manifest with { Markers = [.. _markers.Select(m => new SessionMarker((m.Time.Microseconds - manifest.StartedHostUs) * 1e-6, m.What))] };
        DateTimeOffset ended = manifest.StartedUtc.AddMicroseconds(Math.Max(0, Now.Microseconds - manifest.StartedHostUs));
        try
        {
            WriteManifest((manifest with { EndedUtc = ended, Links = links }).ToJson());
        }
        catch (RecordingWriteException e)
        {
            Fail(e);
        }
    }

    /// <summary>Brings the rest to the disk. A recording that never began leaves nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) != 0) return;
        if (HasBegun && Failure is null) _writer.WriteEnd(Now);
        Flush();
        _writer.Dispose();
    }

    private HostTime Now => new(Volatile.Read(ref _nowUs));

    // Several threads tell of inputs while connections are opened: the latest counts.
    private void See(HostTime time)
    {
        long seen;
        while ((seen = Volatile.Read(ref _nowUs)) < time.Microseconds && Interlocked.CompareExchange(ref _nowUs, time.Microseconds, seen) != seen)
        {
        }
    }

    private void WriteRow(string table, ReadOnlySpan<byte> row)
    {
        int number = _tables.IndexOf(table);
        if (number < 0)
        {
            number = _tables.Count;
            _tables.Add(table);
            Write(SessionRecordKind.Table, Now, Encoding.UTF8.GetBytes(table), number);
        }

        Write(SessionRecordKind.Row, Now, row, number);
    }

    private void Write(byte kind, HostTime time, ReadOnlySpan<byte> body, int? number)
    {
        if (Failure is not null) return;
        if (!_writer.Write(kind, time, body, number)) Fail(new RecordingWriteException(_writer.Path, new IOException("the drive has taken nothing for too long")));
    }

    // Nothing was flushed before: the manifest is in the first block, after what came meanwhile.
    private void Begin(SessionManifest manifest)
    {
        Write(SessionRecordKind.Manifest, new HostTime(manifest.StartedHostUs), manifest.ToJson(), number: null);
        if (Failure is not null) return;
        _writer.Flush();
        manifest = manifest with { Opening = _opening.ToBytes(), FileHeader = _writer.FileHeader };
        WriteManifest(manifest.ToJson());
        Volatile.Write(ref _manifest, manifest);
        _writer.Rename(SessionFolder.SessionFile);
        Volatile.Write(ref _isNamed, true);
    }

    private void WriteManifest(byte[] json)
    {
        using IAppendFile file = _store.Create(SessionFolder.ManifestFile);
        file.Append(json);
        if (file.Flush() is { } failure) throw failure;
        file.Rename(SessionFolder.ManifestFile);
    }

    private void Fail(GaitSenseException e)
    {
        if (Interlocked.CompareExchange(ref _failure, e, null) is null) Failed?.Invoke(this, EventArgs.Empty);
    }
}

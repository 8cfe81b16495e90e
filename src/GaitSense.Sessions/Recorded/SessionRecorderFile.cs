using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GaitSense.Core;
using GaitSense.Devices;
using GaitSense.Recording;

namespace GaitSense.Sessions;

/// <summary>The file behind a <see cref="SessionRecorder"/>: records from any thread in, and a task that brings them to the disk.</summary>
internal sealed class SessionRecorderFile : IAsyncDisposable
{
    private readonly SessionFileWriter _writer;
    private readonly List<string> _tables = [];
    private readonly CancellationTokenSource _stop = new();
    private Task _beginning = Task.CompletedTask, _flushing = Task.CompletedTask;
    private GaitSenseException? _failure;
    private readonly List<(HostTime Time, string What)> _markers = [];
    private SessionManifest? _manifest;

    public SessionRecorderFile(string folder, TimeProvider time)
    {
        (Folder, Time) = (folder, time);
        SessionManifest.WarmUp();
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingWriteException(folder, e);
        }

        string path = Path.Combine(folder, SessionFolder.SessionFile);
        if (File.Exists(path)) throw new RecordingWriteException(path, new IOException("there is a session already"));
        // It takes its name when its manifest is on the disk: a file of that name can always be opened.
        string pending = Path.Combine(folder, $".{SessionFolder.SessionFile}.tmp");
        File.Delete(pending);
        _writer = new SessionFileWriter(pending, BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint))));
    }

    public string Folder { get; }

    public TimeProvider Time { get; }

    public HostTime Now => HostTime.FromTicks(Time.GetTimestamp(), Time.TimestampFrequency);

    public GaitSenseException? Failure => Volatile.Read(ref _failure);

    public long WrittenBytes => Failure is null ? _writer.WrittenBytes : 0;

    public event EventHandler? Failed;

    /// <summary>What one sensor tells.</summary>
    public SensorLog LogOf(Foot foot) => (input, time, number, value) => Write(SessionRecordKind.OfInput((int)input, foot), time, value, number);

    /// <summary>What the merging of both feet tells.</summary>
    public void WriteTime(HostTime time, bool ended) => Write(ended ? SessionRecordKind.Ended : SessionRecordKind.TimePassed, time, [], number: null);

    /// <summary>Somebody asked for something.</summary>
    public void WriteRequest(HostTime time, string request) => Write(SessionRecordKind.Request, time, Encoding.UTF8.GetBytes(request), number: null);

    /// <summary>A row was decided.</summary>
    public void WriteRow(string table, ReadOnlySpan<byte> row)
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

    /// <summary>Somebody marks this moment.</summary>
    public void Mark(string what)
    {
        HostTime now = Now;
        Write(SessionRecordKind.Marker, now, Encoding.UTF8.GetBytes(what), number: null);
        lock (_markers) _markers.Add((now, what));
    }

    /// <summary>Begins to bring records to the disk. Samples flow already, so the caller does not wait for it.</summary>
    public void Begin(SessionManifest manifest)
    {
        _manifest = manifest;
        _beginning = Task.Run(() => WriteBegin(manifest));
        _flushing = FlushOftenAsync();
    }

    /// <summary>The walk is over: how its links were, for the file and for people.</summary>
    public async Task EndAsync(JsonElement links)
    {
        await _beginning.ConfigureAwait(false);
        Write(SessionRecordKind.Links, Now, JsonSerializer.SerializeToUtf8Bytes(links), number: null);
        Flush();
        if (_manifest is not { } manifest || Failure is not null) return;
        lock (_markers)
            manifest = manifest with { Markers = [.. _markers.Select(m => new SessionMarker((m.Time.Microseconds - manifest.StartedHostUs) * 1e-6, m.What))] };
        WriteManifest((manifest with { EndedUtc = Time.GetUtcNow(), Links = links }).ToJson());
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _flushing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_manifest is not null) Flush();
        _writer.Dispose();
        _stop.Dispose();
        if (_manifest is not null) return;
        try
        {
            File.Delete(_writer.Path);
            if (!Directory.EnumerateFileSystemEntries(Folder).Any()) Directory.Delete(Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // An empty file misleads nobody.
        }
    }

    private void Write(byte kind, HostTime time, ReadOnlySpan<byte> body, int? number)
    {
        if (Failure is not null) return;
        if (!_writer.Write(kind, time, body, number)) Fail(new RecordingWriteException(_writer.Path, new IOException("the drive has taken nothing for too long")));
    }

    // Nothing was flushed before: the manifest is in the first block, after what came meanwhile.
    private void WriteBegin(SessionManifest manifest)
    {
        byte[] json = manifest.ToJson();
        Write(SessionRecordKind.Manifest, Now, json, number: null);
        WriteManifest(json);
        Flush();
        if (Failure is null) Try(() => _writer.Rename(Path.Combine(Folder, SessionFolder.SessionFile)));
    }

    private async Task FlushOftenAsync()
    {
        await _beginning.ConfigureAwait(false);
        using PeriodicTimer timer = new(TimeSpan.FromSeconds(SessionRecorder.FlushEveryS), Time);
        while (await timer.WaitForNextTickAsync(_stop.Token).ConfigureAwait(false)) Flush();
    }

    private void Flush()
    {
        if (Failure is null) Try(_writer.Flush);
    }

    // A folder that was taken away meanwhile is not made anew: what was recorded went with it.
    private void WriteManifest(byte[] json) => Try(() =>
    {
        string path = Path.Combine(Folder, SessionFolder.ManifestFile);
        if (!Directory.Exists(Folder)) throw new RecordingWriteException(path, new DirectoryNotFoundException("its folder is gone"));
        WholeFile.Write(path, json);
    });

    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (RecordingWriteException e)
        {
            Fail(e);
        }
    }

    private void Fail(GaitSenseException e)
    {
        if (Interlocked.CompareExchange(ref _failure, e, null) is null) Failed?.Invoke(this, EventArgs.Empty);
    }
}

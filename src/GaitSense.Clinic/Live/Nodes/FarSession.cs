using System.Text.Json;
using GaitSense.Core;
using GaitSense.Storage;
using GaitSense.Training.Records;
using GaitSense.Training.Texts;
using Session = GaitSense.Training.Records.Session;

namespace GaitSense.Clinic.Live.Nodes;

/// <summary>
/// A session that another node leads, and the pages here that watch it. While it is heard of, they are told what its own pages are; once it is silent they are told so, and when the store says
/// that it has ended, that. Any thread.
/// </summary>
internal sealed class FarSession
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1), Silence = TimeSpan.FromSeconds(3);

    private readonly LiveSetup _setup;
    private readonly NodeLink _link;
    private readonly Catalogue _texts;
    private readonly Lock _gate = new();
    private readonly WatcherSet _pages = new();
    private Snapshot _snapshot;
    private JsonElement? _test;
    private long _heardAt;
    private bool _isOver;

    /// <summary>Nobody watches yet.</summary>
    /// <param name="setup">The server.</param>
    /// <param name="link">The way to its node.</param>
    /// <param name="node">The node.</param>
    /// <param name="unheard">What is known of it without the node.</param>
    /// <param name="texts">The language of the desk.</param>
    /// <param name="over">Called when nobody watches any more, or it has ended.</param>
    public FarSession(LiveSetup setup, NodeLink link, string node, Snapshot unheard, Catalogue texts, Action<FarSession> over)
    {
        (_setup, _link, Node, _snapshot, _texts) = (setup, link, node, unheard, texts);
        _heardAt = setup.Time.GetTimestamp();
        _ = Task.Run(async () =>
        {
            await KeepAsync().ConfigureAwait(false);
            over(this);
        });
    }

    /// <summary>The session.</summary>
    public Guid Id => _snapshot.Session;

    /// <summary>The node.</summary>
    public string Node { get; }

    /// <summary>A page begins to watch.</summary>
    /// <returns>Whether it can; false: it has ended meanwhile.</returns>
    public bool TryAdd(LiveWatcher watcher)
    {
        lock (_gate)
        {
            if (_isOver) return false;
            _pages.Add(watcher);
            if (_test is { } test) watcher.Tell("test", test);
            return true;
        }
    }

    /// <summary>A page watches no longer.</summary>
    public async ValueTask RemoveAsync(string connection)
    {
        LiveWatcher? gone;
        lock (_gate) gone = _pages.Remove(connection);
        if (gone is not null) await gone.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>A page says that it is there.</summary>
    public void Heard(string connection) => _pages.Heard(connection, _setup.Time.GetTimestamp());

    /// <summary>How it is now: asks its node.</summary>
    public async Task<Snapshot> SnapshotAsync(CancellationToken stop)
    {
        try
        {
            if (await _link.AskAsync(Node, Id, new LiveCommand("look") { On = true }, stop).ConfigureAwait(false) is { } answer) Take("snapshot", answer);
        }
        catch (LiveProblem)
        {
            lock (_gate) _snapshot = Unheard(_snapshot);
        }

        return _snapshot;
    }

    /// <summary>Its node tells those who watch something.</summary>
    public void Take(string method, JsonElement what)
    {
        lock (_gate)
        {
            if (_isOver) return;
            _heardAt = _setup.Time.GetTimestamp();
            if (method is "test") _test = what;
            if (method is "snapshot")
            {
                _snapshot = what.Deserialize<Snapshot>(LiveJson.Options)!;
                _pages.Tell(_snapshot);
                return;
            }

            _pages.Tell(method, what);
            _isOver = method is "ended";
        }
    }

    // The page has words for it in its own language.
    private static Snapshot Unheard(Snapshot last) => last with { State = StoredSnapshot.Lost, IsWalking = false, CadenceSpm = null, SpeedMps = null, MinutesLeft = null };

    private async Task KeepAsync()
    {
        using PeriodicTimer timer = new(Look, _setup.Time);
        do
        {
            bool isPresent = _pages.All.Any(w => w.Heard == 0 || _setup.Time.GetElapsedTime(w.Heard) < _setup.AloneLimit);
            _link.Send(Node, new NodeMessage { From = _link.Node, Session = Id, Ask = new LiveCommand("look") { On = isPresent } });
            if (_setup.Time.GetElapsedTime(Volatile.Read(ref _heardAt)) > Silence) await SaySilentAsync().ConfigureAwait(false);
        }
        while (await timer.WaitForNextTickAsync().ConfigureAwait(false) && !IsOver());
    }

    private bool IsOver()
    {
        lock (_gate)
        {
            if (_pages.IsEmpty) _isOver = true;
            return _isOver;
        }
    }

    private async Task SaySilentAsync()
    {
        EndedEvent? ended = await FindEndAsync().ConfigureAwait(false);
        lock (_gate)
        {
            if (_isOver) return;
            _snapshot = Unheard(_snapshot);
            _pages.Tell(ended is null ? _snapshot : _snapshot with { State = "ended" });
            if (ended is not null) _pages.Tell("ended", ended);
            _isOver = ended is not null;
        }
    }

    // What the store says of it; null: it runs, or the store cannot be read now.
    private async Task<EndedEvent?> FindEndAsync()
    {
        try
        {
            await _setup.Store.Sessions.EndSilentAsync().ConfigureAwait(false);
            Session? there = await _setup.Store.Sessions.FindAsync(Id).ConfigureAwait(false);
            return there is null ? new EndedEvent(Id, Words.InFiles(SessionStatus.CutOff), []) : there.Status == SessionStatus.Running ? null : StoredSnapshot.Ended(there, _texts);
        }
        catch (StoreException)
        {
            return null;
        }
    }
}

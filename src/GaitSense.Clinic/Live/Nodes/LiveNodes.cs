using System.Collections.Concurrent;
using GaitSense.Training.People;
using GaitSense.Training.Texts;
using Session = GaitSense.Training.Records.Session;

namespace GaitSense.Clinic.Live.Nodes;

/// <summary>
/// Sessions that other nodes of the same store lead, for the pages that are connected here: watched, asked and stopped as if they walked here. Who may is looked at before, by the store of this node.
/// </summary>
internal sealed class LiveNodes : IAsyncDisposable
{
    private readonly LiveSetup _setup;
    private readonly NodeLink _link;
    private readonly NodeGuests _guests;
    private readonly ConcurrentDictionary<Guid, FarSession> _far = new();
    private readonly Func<Guid, LiveSession?> _here;
    private readonly Func<string, bool> _stopHere;

    /// <summary>Begins to listen to other nodes.</summary>
    /// <param name="setup">The server.</param>
    /// <param name="here">A session that walks here; null: none of that id.</param>
    /// <param name="stopHere">Stops the session here that has a token; whether there is one.</param>
    public LiveNodes(LiveSetup setup, Func<Guid, LiveSession?> here, Func<string, bool> stopHere)
    {
        (_setup, _here, _stopHere, _guests) = (setup, here, stopHere, new NodeGuests(setup));
        _link = new NodeLink(setup, Answer, message =>
        {
            if (_far.TryGetValue(message.Session, out FarSession? far) && message.Answer is { } what) far.Take(message.Told!, what);
        });
    }

    /// <summary>Ends when other nodes can reach this one.</summary>
    public Task Listens => _link.Listens;

    /// <summary>A page here watches a session that runs elsewhere.</summary>
    /// <param name="node">The node that leads it.</param>
    /// <param name="session">Its row.</param>
    /// <param name="person">Whose.</param>
    /// <param name="watcher">The page.</param>
    /// <param name="texts">Its language.</param>
    /// <param name="stop">Ends the waiting.</param>
    public async Task<Snapshot> WatchAsync(string node, Session session, Person person, LiveWatcher watcher, Catalogue texts, CancellationToken stop)
    {
        while (true)
        {
            FarSession far = _far.GetOrAdd(session.Id, _ => new FarSession(_setup, _link, node, StoredSnapshot.Of(session, person, StoredSnapshot.Lost), texts, OnOver));
            if (far.TryAdd(watcher)) return await far.SnapshotAsync(stop).ConfigureAwait(false);
            _far.TryRemove(KeyValuePair.Create(session.Id, far));
        }
    }

    /// <summary>Asks something of a session that runs elsewhere.</summary>
    /// <exception cref="LiveProblem">It is refused, or its node does not answer.</exception>
    public async Task<object?> AskAsync(string node, Guid session, LiveCommand ask, string? connection, CancellationToken stop)
    {
        if (ask.What is not "beat") return await _link.AskAsync(node, session, ask, stop).ConfigureAwait(false) is { } answer ? answer : null;
        // Pages say to this node that they are there; this node says it once a second for all of them.
        if (connection is not null && _far.TryGetValue(session, out FarSession? far)) far.Heard(connection);
        return null;
    }

    /// <summary>A page watches no longer.</summary>
    public ValueTask UnwatchAsync(Guid session, string connection) => _far.TryGetValue(session, out FarSession? far) ? far.RemoveAsync(connection) : ValueTask.CompletedTask;

    /// <summary>A page is gone.</summary>
    public async Task LeaveAsync(string connection)
    {
        foreach (FarSession far in _far.Values) await far.RemoveAsync(connection).ConfigureAwait(false);
    }

    /// <summary>Stops the session of a token on whichever node it is.</summary>
    /// <returns>Whether there is one.</returns>
    public async Task<bool> StopByAsync(string token, CancellationToken stop)
    {
        IReadOnlyList<Storage.LiveSession> live = await _setup.Store.Sessions.LiveAsync(stop).ConfigureAwait(false);
        bool[] stopped = await Task.WhenAll(live.Select(l => l.Node).Distinct(StringComparer.Ordinal).Where(n => !string.Equals(n, _link.Node, StringComparison.Ordinal)).Select(async node =>
        {
            try
            {
                return await _link.AskAsync(node, default, new LiveCommand("stop-by") { Word = token }, stop).ConfigureAwait(false) is { ValueKind: System.Text.Json.JsonValueKind.True };
            }
            catch (LiveProblem)
            {
                return false;
            }
        })).ConfigureAwait(false);
        return stopped.Contains(true);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _link.DisposeAsync();

    private object? Answer(NodeMessage message)
    {
        LiveCommand ask = message.Ask!;
        if (ask.What is "stop-by") return _stopHere(ask.Word ?? "");
        LiveSession session = _here(message.Session) ?? throw LiveProblem.NotFound();
        switch (ask.What)
        {
            case "look":
                return _guests.Look(session, _link, message.From, ask.On);
            case "leave":
                _guests.Leave(session.Id, message.From);
                return null;
            default:
                return LiveCommands.Do(session, ask, NodeGuests.ConnectionOf(message.From));
        }
    }

    private void OnOver(FarSession far)
    {
        _far.TryRemove(KeyValuePair.Create(far.Id, far));
        _link.Send(far.Node, new NodeMessage { From = _link.Node, Session = far.Id, Ask = new LiveCommand("leave") });
    }
}

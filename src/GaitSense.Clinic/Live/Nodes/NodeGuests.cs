namespace GaitSense.Clinic.Live.Nodes;

/// <summary>Other nodes whose pages watch sessions here. A node that is not heard of for some seconds watches no longer. Thread-safe.</summary>
/// <param name="setup">The server.</param>
internal sealed class NodeGuests(LiveSetup setup)
{
    // Nodes say it once a second.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<(Guid Session, string Node), Guest> _guests = [];
    private ITimer? _timer;

    /// <summary>A node says that pages there look.</summary>
    /// <param name="session">The session.</param>
    /// <param name="link">The way to the node.</param>
    /// <param name="node">The node.</param>
    /// <param name="isPresent">Whether one of its pages is surely there: a walk backward stops where none is.</param>
    public Snapshot Look(LiveSession session, NodeLink link, string node, bool isPresent)
    {
        string connection = ConnectionOf(node);
        lock (_gate)
        {
            if (_guests.TryGetValue((session.Id, node), out Guest? known))
            {
                known.HeardAt = setup.Time.GetTimestamp();
            }
            else
            {
                _guests[(session.Id, node)] = new Guest(session) { HeardAt = setup.Time.GetTimestamp() };
                _timer ??= setup.Time.CreateTimer(_ => ForgetSilent(), null, Lease, Lease);
                session.Watch(new LiveWatcher(connection, new NodePage(link, node, session.Id), Storage.Actor.Rule, CancellationToken.None));
                session.Heard(connection);
            }
        }

        if (isPresent) session.Heard(connection);
        return session.Snapshot();
    }

    /// <summary>No page of a node looks any more.</summary>
    public void Leave(Guid session, string node)
    {
        lock (_gate)
        {
            if (!_guests.Remove((session, node), out Guest? gone)) return;
            _ = gone.Session.UnwatchAsync(ConnectionOf(node)).AsTask();
        }
    }

    /// <summary>The connection of a node's pages.</summary>
    public static string ConnectionOf(string node) => "node " + node;

    private void ForgetSilent()
    {
        lock (_gate)
        {
            foreach (((Guid session, string node), Guest guest) in _guests.Where(g => setup.Time.GetElapsedTime(g.Value.HeardAt) > Lease || g.Value.Session.Ended is not null).ToArray())
            {
                _guests.Remove((session, node));
                _ = guest.Session.UnwatchAsync(ConnectionOf(node)).AsTask();
            }

            if (_guests.Count > 0) return;
            _timer?.Dispose();
            _timer = null;
        }
    }

    private sealed class Guest(LiveSession session)
    {
        public LiveSession Session => session;

        public long HeardAt { get; set; }
    }
}

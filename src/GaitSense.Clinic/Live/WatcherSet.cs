namespace GaitSense.Clinic.Live;

/// <summary>The pages that watch one session, each once. Whoever owns it changes it under a lock of their own; told and looked at from any thread.</summary>
internal sealed class WatcherSet
{
    private LiveWatcher[] _all = [];

    /// <summary>Whether nobody watches.</summary>
    public bool IsEmpty => All.Length == 0;

    /// <summary>All of them, as they are now.</summary>
    public LiveWatcher[] All => Volatile.Read(ref _all);

    /// <summary>A page watches; one that does already, anew.</summary>
    public void Add(LiveWatcher watcher) => Volatile.Write(ref _all, [.. _all.Where(w => !IsOf(w, watcher.Connection)), watcher]);

    /// <summary>A page watches no longer.</summary>
    /// <returns>The page; null: it did not watch.</returns>
    public LiveWatcher? Remove(string connection)
    {
        LiveWatcher? gone = Find(connection);
        if (gone is not null) Volatile.Write(ref _all, [.. _all.Where(w => w != gone)]);
        return gone;
    }

    /// <summary>A page says that it is there.</summary>
    /// <param name="connection">Its connection.</param>
    /// <param name="now">When, by the clock of who asks for it (<see cref="LiveWatcher.Heard"/>).</param>
    public void Heard(string connection, long now)
    {
        if (Find(connection) is { } watcher) watcher.Heard = now;
    }

    /// <summary>Tells all of them. Returns at once.</summary>
    public void Tell(string method, object what)
    {
        foreach (LiveWatcher watcher in All) watcher.Tell(method, what);
    }

    /// <summary>Tells all of them how the session is. Returns at once.</summary>
    public void Tell(Snapshot snapshot)
    {
        foreach (LiveWatcher watcher in All) watcher.Tell(snapshot);
    }

    private LiveWatcher? Find(string connection) => Array.Find(All, w => IsOf(w, connection));

    private static bool IsOf(LiveWatcher watcher, string connection) => string.Equals(watcher.Connection, connection, StringComparison.Ordinal);
}

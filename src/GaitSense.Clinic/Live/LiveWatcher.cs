using System.Threading.Channels;
using GaitSense.Storage;
using Microsoft.AspNetCore.SignalR;

namespace GaitSense.Clinic.Live;

/// <summary>One page that watches a session. What it is told waits in a bounded queue of its own: a page that is slow misses the oldest, and holds up neither the walk nor another page.</summary>
internal sealed class LiveWatcher : IAsyncDisposable
{
    // Some minutes of steps and cues.
    private const int MaxWaiting = 1024, MaxBeforeSnapshot = 8;

    private readonly Channel<(string Method, object What)> _queue = Channel.CreateBounded<(string, object)>(
        new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly ISingleClientProxy _page;
    private readonly Task _telling;
    private long _heard;

    /// <summary>Begins.</summary>
    /// <param name="connection">The page's connection.</param>
    /// <param name="page">How it is told.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="gone">When the connection is gone.</param>
    public LiveWatcher(string connection, ISingleClientProxy page, Actor actor, CancellationToken gone)
    {
        (Connection, _page, Actor) = (connection, page, actor);
        _telling = Task.Run(() => TellAsync(gone), CancellationToken.None);
    }

    /// <summary>The page's connection.</summary>
    public string Connection { get; }

    /// <summary>Who looks.</summary>
    public Actor Actor { get; }

    /// <summary>When the page said last that it is there, by the clock of who notes it; 0: it never did, and its connection alone tells.</summary>
    public long Heard
    {
        get => Volatile.Read(ref _heard);
        set => Volatile.Write(ref _heard, value);
    }

    /// <summary>Tells the page something. Returns at once, from any thread.</summary>
    public void Tell(string method, object what) => _queue.Writer.TryWrite((method, what));

    /// <summary>Tells the page how the session is, unless it is behind: the next one is as good.</summary>
    public void Tell(Snapshot snapshot)
    {
        if (_queue.Reader.Count < MaxBeforeSnapshot) Tell("snapshot", snapshot);
    }

    /// <summary>Says the rest.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _telling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task TellAsync(CancellationToken gone)
    {
        await foreach ((string method, object what) in _queue.Reader.ReadAllAsync(gone).ConfigureAwait(false)) await _page.SendAsync(method, what, gone).ConfigureAwait(false);
    }
}

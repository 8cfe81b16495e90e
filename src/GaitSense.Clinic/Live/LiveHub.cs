using GaitSense.Clinic.Api;
using GaitSense.Storage;
using Microsoft.AspNetCore.SignalR;

namespace GaitSense.Clinic.Live;

/// <summary>
/// What a page that watches sessions may ask, over one WebSocket. Whose session it is is looked at with each call: what the account may not see is not there. All arguments are given; those that
/// are left out are null. A refusal comes as the error of the call, and is told to those who watch.
/// </summary>
/// <param name="sessions">The sessions.</param>
internal sealed class LiveHub(LiveSessions sessions) : Hub
{
    /// <summary>Begins to watch.</summary>
    /// <returns>How it is now.</returns>
    public Task<Snapshot> Watch(Guid session) => Told(async () =>
    {
        Actor actor = Actor;
        LiveWatcher watcher = new(Context.ConnectionId, Clients.Caller, actor, Context.ConnectionAborted);
        return await sessions.WatchAsync(actor, session, watcher, Answers.LanguageOf(Context.GetHttpContext()!), Context.ConnectionAborted).ConfigureAwait(false);
    });

    /// <summary>Watches no longer.</summary>
    public Task Unwatch(Guid session) => Told(async () =>
    {
        await sessions.UnwatchAsync(Actor, session, Context.ConnectionId, Context.ConnectionAborted).ConfigureAwait(false);
        return true;
    });

    /// <summary>The walk's time now, s: for the clock of key presses; 0 before its first sample.</summary>
    public Task<object?> Clock(Guid session) => Ask(session, new LiveCommand("clock"));

    /// <summary>The page is there: whoever says so once is missed when it is silent.</summary>
    public Task Beat(Guid session) => Ask(session, new LiveCommand("beat"));

    /// <summary>"Go", at a time of the walk; null: now.</summary>
    public Task<object?> Go(Guid session, double? atS) => Ask(session, new LiveCommand("go") { AtS = atS });

    /// <summary>The stopwatch stops, at a time of the walk; null: now.</summary>
    public Task<object?> WatchStop(Guid session, double? atS) => Ask(session, new LiveCommand("watch") { AtS = atS });

    /// <summary>Takes the trial, by the test's official definition (null: not said), with one of several times by the feet (from 0; null: the preselected one).</summary>
    public Task<object?> Accept(Guid session, string? definition, int? candidate) => Ask(session, new LiveCommand("accept") { Definition = definition, Candidate = candidate });

    /// <summary>Does not take the trial.</summary>
    public Task<object?> Reject(Guid session, string? reason) => Ask(session, new LiveCommand("reject") { Word = reason });

    /// <summary>The next trial.</summary>
    public Task<object?> Next(Guid session) => Ask(session, new LiveCommand("next"));

    /// <summary>Breaks the trial off.</summary>
    public Task<object?> Fail(Guid session, string? reason) => Ask(session, new LiveCommand("fail") { Word = reason });

    /// <summary>Counts or notes something of a test: "arm", "lap", "rest", "error".</summary>
    public Task<object?> Note(Guid session, string what, double? atS) => Ask(session, new LiveCommand("note") { Word = what, AtS = atS });

    /// <summary>Cues of a walk on or off.</summary>
    public Task Cues(Guid session, bool on) => Ask(session, new LiveCommand("cues") { On = on });

    /// <summary>Ends the session; what was walked is kept.</summary>
    public Task End(Guid session) => Ask(session, new LiveCommand("end"));

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception) => sessions.LeaveAsync(Context.ConnectionId);

    private Actor Actor => sessions.ActorOf(Context.User!);

    private Task<object?> Ask(Guid session, LiveCommand ask) => Told(() => sessions.DoAsync(Actor, session, ask, Context.ConnectionId, Context.ConnectionAborted));

    private static async Task<T> Told<T>(Func<Task<T>> act)
    {
        try
        {
            return await act().ConfigureAwait(false);
        }
        catch (Core.GaitSenseException e)
        {
            throw new HubException(e.Message, e);
        }
    }
}

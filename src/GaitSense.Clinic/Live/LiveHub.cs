using GaitSense.Storage;
using GaitSense.Training.Records;
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
    public async Task<Snapshot> Watch(Guid session)
    {
        Actor actor = Actor;
        LiveSession found = await Of(session).ConfigureAwait(false);
        await found.UnwatchAsync(Context.ConnectionId).ConfigureAwait(false);
        return found.Watch(new LiveWatcher(Context.ConnectionId, Clients.Caller, actor, Context.ConnectionAborted));
    }

    /// <summary>Watches no longer.</summary>
    public async Task Unwatch(Guid session)
    {
        LiveSession found = await Of(session).ConfigureAwait(false);
        await found.UnwatchAsync(Context.ConnectionId).ConfigureAwait(false);
    }

    /// <summary>The walk's time now, s: for the clock of key presses; 0 before its first sample.</summary>
    public async Task<double> Clock(Guid session) => (await Of(session).ConfigureAwait(false)).Clock?.NowS ?? 0;

    /// <summary>The page is there: whoever says so once is missed when it is silent.</summary>
    public async Task Beat(Guid session) => (await Of(session).ConfigureAwait(false)).Heard(Context.ConnectionId);

    /// <summary>"Go", at a time of the walk; null: now.</summary>
    public Task<TestView> Go(Guid session, double? atS) => OfTest(session, t => t.Go(atS));

    /// <summary>The stopwatch stops, at a time of the walk; null: now.</summary>
    public Task<TestView> WatchStop(Guid session, double? atS) => OfTest(session, t => t.Stop(atS));

    /// <summary>Takes the trial, by the test's official definition (null: not said), with one of several times by the feet (from 0; null: the preselected one).</summary>
    public Task<TestView> Accept(Guid session, string? definition, int? candidate) => OfTest(session, t => t.Accept(definition, candidate));

    /// <summary>Does not take the trial.</summary>
    public Task<TestView> Reject(Guid session, string? reason) => OfTest(session, t => t.Reject(reason));

    /// <summary>The next trial.</summary>
    public Task<TestView> Next(Guid session) => OfTest(session, t => t.Next());

    /// <summary>Breaks the trial off.</summary>
    public Task<TestView> Fail(Guid session, string? reason) => OfTest(session, t => t.Fail(reason));

    /// <summary>Counts or notes something of a test: "arm", "lap", "rest", "error".</summary>
    public Task<TestView> Note(Guid session, string what, double? atS) => OfTest(session, t => t.Note(what, atS));

    /// <summary>Cues of a walk on or off.</summary>
    public async Task Cues(Guid session, bool on)
    {
        if ((await Of(session).ConfigureAwait(false)).Ask(on ? Walk.WalkRequests.GoOnWithCues : Walk.WalkRequests.StopCues) is { } refused) throw new HubException(refused);
    }

    /// <summary>Ends the session; what was walked is kept.</summary>
    public async Task End(Guid session) => (await Of(session).ConfigureAwait(false)).Stop(StopReason.None);

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception) => sessions.LeaveAsync(Context.ConnectionId);

    private Actor Actor => Told(() => sessions.ActorOf(Context.User!));

    private async Task<LiveSession> Of(Guid session)
    {
        try
        {
            return await sessions.FindAsync(Actor, session, Context.ConnectionAborted).ConfigureAwait(false);
        }
        catch (Core.GaitSenseException e)
        {
            throw new HubException(e.Message, e);
        }
    }

    private async Task<TestView> OfTest(Guid session, Func<LiveTest, string?> ask)
    {
        LiveTest test = (await Of(session).ConfigureAwait(false)).Test ?? throw new HubException("the session is no timed test, or has not begun");
        return ask(test) is { } refused ? throw new HubException(refused) : test.View();
    }

    private static T Told<T>(Func<T> get)
    {
        try
        {
            return get();
        }
        catch (LiveProblem e)
        {
            throw new HubException(e.Message, e);
        }
    }
}

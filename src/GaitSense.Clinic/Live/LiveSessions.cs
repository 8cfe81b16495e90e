using System.Collections.Concurrent;
using System.Security.Claims;
using GaitSense.Clinic.Api;
using GaitSense.Clinic.Days;
using GaitSense.Clinic.Live.Nodes;
using GaitSense.Clinic.Walks;
using GaitSense.Storage;
using GaitSense.Training.Days;
using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.Texts;
using GaitSense.Training.TimedTests;
using Microsoft.Extensions.Hosting;
using Session = GaitSense.Training.Records.Session;

namespace GaitSense.Clinic.Live;

/// <summary>
/// The sessions that walk here, and those that other nodes lead: begun, found by who may see their person, watched, stopped. When the server stops, its own end as with the command's Ctrl-C, pages
/// are told, and they are kept, before any connection is closed.
/// </summary>
internal sealed class LiveSessions : IHostedLifecycleService, IAsyncDisposable
{
    // Sessions that ended are still shown to a page that comes late.
    private const int MostEnded = 64;

    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(0.5);

    private readonly ConcurrentDictionary<Guid, LiveSession> _sessions = new();
    private readonly ConcurrentQueue<Guid> _ended = new();
    private readonly LiveSetup _setup;
    private readonly LiveSources _sources;
    private readonly LiveNodes _nodes;
    private int _running;
    private volatile bool _isStopping;

    /// <summary>None yet.</summary>
    /// <param name="setup">The server and its computer.</param>
    public LiveSessions(LiveSetup setup)
    {
        (_setup, _sources) = (setup, new LiveSources(setup));
        _nodes = new LiveNodes(setup, _sessions.GetValueOrDefault, StopHere);
    }

    /// <summary>The clock of pages' liveness, and the rest that is known of the server.</summary>
    public LiveSetup Setup => _setup;

    /// <summary>Ends when other nodes can reach this one.</summary>
    public Task Listens => _nodes.Listens;

    /// <summary>Who an account is in the store.</summary>
    /// <exception cref="LiveProblem">It has no business with walks.</exception>
    public Actor ActorOf(ClaimsPrincipal user) => _setup.ActorOf(user) ?? throw new LiveProblem(Microsoft.AspNetCore.Http.StatusCodes.Status403Forbidden, "this account does not see walks");

    /// <summary>Begins a session.</summary>
    /// <param name="actor">Who begins it.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="language">The language of the desk.</param>
    /// <param name="stop">Ends the beginning.</param>
    /// <exception cref="LiveProblem">It cannot be, or something holds it.</exception>
    public async Task<LiveSession> StartAsync(Actor actor, LiveRequest request, Language language, CancellationToken stop)
    {
        if (_isStopping) throw LiveProblem.Held("the server stops");
        TrainingStore store = _setup.Store.As(actor);
        _sources.Check(request);
        Place place = Answers.Word<Place>(request.Place, "place");
        TestSetting? test = request.Test is { } asked ? SettingOf(asked, request.Source is "simulate") : null;
        Person person = await store.People.FindAsync(request.Person, stop).ConfigureAwait(false) ?? throw LiveProblem.NotFound();
        if (Interlocked.Increment(ref _running) > _setup.MaxSessions)
        {
            Interlocked.Decrement(ref _running);
            throw LiveProblem.Held("as many sessions run here as this server holds");
        }

        LiveSession? begun = null;
        LiveSource? source = null;
        try
        {
            WalkDay day = await DecideAsync(store, person, place, request, test, language, stop).ConfigureAwait(false);
            source = await _sources.MakeAsync(request, test, day.Offer, stop).ConfigureAwait(false);
            Session draft = PersonWalk.Draft(day, source.Kind, _setup.Time.GetUtcNow(), before: []);
            PersonWalk walk = await PersonWalk.BeginAsync(store, day, draft, _setup.Node, source.SensorNames, _setup.Time, stop).ConfigureAwait(false);
            begun = _sessions[draft.Id] = new LiveSession(_setup, new LiveStart(store, request, day, test, language), walk, source);
            begun.Begin(OnEnded);
            // A server that stops meanwhile has not seen it.
            if (_isStopping) begun.Stop(StopReason.Interrupted);
            return begun;
        }
        finally
        {
            if (begun is null)
            {
                Interlocked.Decrement(ref _running);
                if (source is not null) await source.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>A session by id, for who may see its person.</summary>
    /// <exception cref="LiveProblem">It is not here, or is nobody's whom the account sees.</exception>
    public async Task<LiveSession> FindAsync(Actor actor, Guid id, CancellationToken stop)
    {
        if (!_sessions.TryGetValue(id, out LiveSession? session) || await _setup.Store.As(actor).People.FindAsync(session.PersonId, stop).ConfigureAwait(false) is null) throw LiveProblem.NotFound();
        return session;
    }

    /// <summary>The sessions that run, here and on other nodes, of whom the account may see.</summary>
    public async Task<IReadOnlyList<LiveRow>> ListAsync(Actor actor, CancellationToken stop)
    {
        TrainingStore store = _setup.Store.As(actor);
        await store.Sessions.EndSilentAsync(stop).ConfigureAwait(false);
        List<LiveRow> rows = [];
        foreach (Storage.LiveSession live in await store.Sessions.LiveAsync(stop).ConfigureAwait(false))
        {
            if (_sessions.TryGetValue(live.SessionId, out LiveSession? here)) rows.Add(here.Row);
            else if (await store.Sessions.FindAsync(live.SessionId, stop).ConfigureAwait(false) is { } session && await store.People.FindAsync(live.PersonId, stop).ConfigureAwait(false) is { } person)
                rows.Add(new LiveRow(session.Id, person.Id, person.Code, SessionKind.KeyOf(session), session.Start, "running", live.Node));
        }

        return rows;
    }

    /// <summary>A page begins to watch a session, wherever it walks; one that has ended is told so.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="id">The session.</param>
    /// <param name="watcher">The page.</param>
    /// <param name="language">Its language.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="LiveProblem">It is not there, or is nobody's whom the account sees.</exception>
    public async Task<Snapshot> WatchAsync(Actor actor, Guid id, LiveWatcher watcher, Language language, CancellationToken stop)
    {
        if (_sessions.ContainsKey(id))
        {
            LiveSession here = await FindAsync(actor, id, stop).ConfigureAwait(false);
            await here.UnwatchAsync(watcher.Connection).ConfigureAwait(false);
            return here.Watch(watcher);
        }

        (Session session, Person person, string? node) = await FindStoredAsync(actor, id, stop).ConfigureAwait(false);
        Catalogue texts = Catalogue.Of(language);
        if (node is not null) return await _nodes.WatchAsync(node, session, person, watcher, texts, stop).ConfigureAwait(false);
        watcher.Tell("ended", StoredSnapshot.Ended(session, texts));
        _ = watcher.DisposeAsync().AsTask(); // it is told that, and nothing more
        return StoredSnapshot.Of(session, person, "ended");
    }

    /// <summary>A page watches a session no longer.</summary>
    /// <exception cref="LiveProblem">It is not there, or is nobody's whom the account sees.</exception>
    public async Task UnwatchAsync(Actor actor, Guid id, string connection, CancellationToken stop)
    {
        if (_sessions.ContainsKey(id)) await (await FindAsync(actor, id, stop).ConfigureAwait(false)).UnwatchAsync(connection).ConfigureAwait(false);
        else if (await FindStoredAsync(actor, id, stop).ConfigureAwait(false) is { Session.Id: var far }) await _nodes.UnwatchAsync(far, connection).ConfigureAwait(false);
    }

    /// <summary>Does what a page asks of a session, wherever it walks.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="id">The session.</param>
    /// <param name="ask">What.</param>
    /// <param name="connection">The page's connection; null: it asks by a request.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="LiveProblem">It is refused, is not there, or its node does not answer.</exception>
    public async Task<object?> DoAsync(Actor actor, Guid id, LiveCommand ask, string? connection, CancellationToken stop)
    {
        if (_sessions.ContainsKey(id)) return LiveCommands.Do(await FindAsync(actor, id, stop).ConfigureAwait(false), ask, connection);
        return (await FindStoredAsync(actor, id, stop).ConfigureAwait(false)).Node is { } node ? await _nodes.AskAsync(node, id, ask, connection, stop).ConfigureAwait(false) : throw LiveProblem.NotFound();
    }

    /// <summary>Stops the session of a token, whoever asks, wherever it walks.</summary>
    /// <returns>Whether there is one.</returns>
    public async Task<bool> StopByAsync(string token, CancellationToken stop) => StopHere(token) || (LiveToken.IsOne(token) && await _nodes.StopByAsync(token, stop).ConfigureAwait(false));

    /// <summary>Something that was said of a session, while it goes or afterwards.</summary>
    public async Task ReportAsync(Actor actor, Guid id, SelfReport said, CancellationToken stop)
    {
        if (_sessions.TryGetValue(id, out _) && await FindAsync(actor, id, stop).ConfigureAwait(false) is { Ended: null } session)
        {
            session.Take(said);
            return;
        }

        TrainingStore store = _setup.Store.As(actor);
        Session there = await store.Sessions.FindAsync(id, stop).ConfigureAwait(false) ?? throw LiveProblem.NotFound();
        if (there.Status == SessionStatus.Running) throw LiveProblem.Held("the session runs on another node: say it there");
        await store.Sessions.UpdateAsync(there.With(said), stop).ConfigureAwait(false);
    }

    /// <summary>A page is gone: it watches nothing any more.</summary>
    public async Task LeaveAsync(string connection)
    {
        foreach (LiveSession session in _sessions.Values) await session.UnwatchAsync(connection).ConfigureAwait(false);
        await _nodes.LeaveAsync(connection).ConfigureAwait(false);
    }

    /// <summary>Closes what this node led when it was killed, before anybody asks for it.</summary>
    public Task StartingAsync(CancellationToken cancellationToken) => LiveLeftovers.CloseAsync(_setup, cancellationToken);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends all sessions, tells their pages, and waits until they are kept, however long that takes: before the server stops to listen and closes connections.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _isStopping = true;
        LiveSession[] all = [.. _sessions.Values];
        foreach (LiveSession session in all) session.Stop(StopReason.None, "the server stops");
        await Task.WhenAll(all.Select(s => s.Completion)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (LiveSession session in all) await session.DisposeAsync().ConfigureAwait(false);
        // What was said last is on its way; connections are closed without a look at that.
        if (all.Length > 0) await Task.Delay(LastWord, CancellationToken.None).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _nodes.DisposeAsync();

    private bool StopHere(string token)
    {
        LiveSession? found = _sessions.Values.FirstOrDefault(s => string.Equals(s.StopToken, token, StringComparison.Ordinal));
        found?.Stop(StopReason.Interrupted, "stopped at the desk");
        return found is not null;
    }

    // A session that does not walk here, its person, and the node that leads it; null: it has ended.
    private async Task<(Session Session, Person Person, string? Node)> FindStoredAsync(Actor actor, Guid id, CancellationToken stop)
    {
        TrainingStore store = _setup.Store.As(actor);
        Session session = await store.Sessions.FindAsync(id, stop).ConfigureAwait(false) ?? throw LiveProblem.NotFound();
        Person person = await store.People.FindAsync(session.PersonId, stop).ConfigureAwait(false) ?? throw LiveProblem.NotFound();
        if (session.Status != SessionStatus.Running) return (session, person, null);
        return (session, person, (await store.Sessions.LiveAsync(stop).ConfigureAwait(false)).FirstOrDefault(l => l.SessionId == id)?.Node ?? "");
    }

    private async Task<WalkDay> DecideAsync(TrainingStore store, Person person, Place place, LiveRequest request, TestSetting? test, Language language, CancellationToken stop)
    {
        Catalogue texts = Catalogue.Of(language);
        bool isWalked = request.Source is "ble";
        // In the clinic a person at the desk answers for the checklist; at home it is asked with the questions of the day.
        if (test is { Test.IsBackward: true } && isWalked && place == Place.Clinic && !request.ChecklistConfirmed)
            throw LiveProblem.Held("nobody has confirmed the checklist of walking backward", [BackwardChecklist.Text(test.Test)]);
        bool isBackward = test?.Test.IsBackward ?? true;
        GateAnswer[] confirmed = request.ChecklistConfirmed && isBackward ? [.. GateQuestions.Checklist.Select(q => new GateAnswer(q, Answer.Yes))] : [];
        GateAnswer[] said = [.. request.Answers.Select(a => DayAnswers.Of(a.Key, a.Value))];
        DateTimeOffset now = _setup.Time.GetUtcNow();
        TrainingHistory history = await store.HistoryAsync(person.Id, stop).ConfigureAwait(false);
        if (history.Sessions.Any(s => s.Status == SessionStatus.Running)) throw LiveProblem.Held(texts.Walker("today.running"));
        WalkDay day = await WalkDay.DecideAsync(
            store,
            new TodayRequest { Person = person, Today = LocalDay.Of(now, person.Zone), Place = place, History = history, Answers = [.. confirmed.Where(c => !request.Answers.ContainsKey(c.Question)), .. said] },
            request.Free, test, now, stop).ConfigureAwait(false);
        if (day.MayBegin) return day;
        if (day.Today.Gates.IsEmergency) throw LiveProblem.Held(texts.Walker(GateRules.EmergencyKey, "112"));
        if (test is not null) throw LiveProblem.Held(texts.Clinician("desk.test.not-today", texts.Clinician($"desk.word.{test.Test.Id}")), [.. day.Held(texts)]);
        throw LiveProblem.Held(texts.Walker("today.nothing"), [.. day.Today.Reasons.Select(r => DayLines.AtTheDesk(r, texts))]);
    }

    private static TestSetting SettingOf(LiveTestRequest asked, bool isSimulated)
    {
        TestDefinition test = TestDefinitions.Find(asked.Id) ?? throw LiveProblem.Wrong($"there is no test called {asked.Id}");
        TestSetting setting = new()
        {
            Test = test,
            Instruction = asked.Instruction,
            Official = asked.Definition,
            CorridorM = asked.LapM ?? (isSimulated && test.Kind == TestKind.Distance ? Courses.CourseTrial.CorridorM : null),
            HasSecondLine = asked.SecondLine,
        };
        return setting.FindFault() is { } fault ? throw LiveProblem.Wrong(fault) : setting;
    }

    private void OnEnded(LiveSession session)
    {
        Interlocked.Decrement(ref _running);
        _ended.Enqueue(session.Id);
        while (_ended.Count > MostEnded && _ended.TryDequeue(out Guid oldest))
            if (_sessions.TryRemove(oldest, out LiveSession? old)) _ = old.DisposeAsync().AsTask();
    }
}

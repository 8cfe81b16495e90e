using GaitSense.Core;
using GaitSense.Training.Records;
using GaitSense.Training.TimedTests;
using Microsoft.EntityFrameworkCore;

namespace GaitSense.Storage;

/// <summary>The sessions of a store's people.</summary>
public sealed class StoredSessions
{
    private readonly StoreCore _core;
    private readonly Actor _actor;

    internal StoredSessions(StoreCore core, Actor actor) => (_core, _actor) = (core, actor);

    /// <summary>Starts a session that runs now. Its person and its sensors have no other until it ends; one that was silent for <see cref="StoreOptions.LiveTimeout"/> was cut off.</summary>
    /// <param name="session">The session, running.</param>
    /// <param name="node">The computer it runs on, by a pseudonym.</param>
    /// <param name="sensors">The names of its sensors; none: a simulation, a recording.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="StoreException">The person or a sensor has a session that runs, the person is not there, or the zone is none.</exception>
    public Task StartAsync(Session session, string node, IReadOnlyList<string> sensors, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(sensors);
        if (session.Status != SessionStatus.Running) throw new ArgumentException("A session that starts runs.", nameof(session));
        StoreChecks.Zone(session.Zone);
        return _core.WriteAsync(
            _actor,
            async work =>
            {
                Guid subject = await work.SubjectAsync(session.PersonId, cancellation);
                await LiveRows.CutOffSilentAsync(work, cancellation);
                await LiveRows.CheckFreeAsync(work, session.PersonId, sensors, cancellation);
                SessionRows.Add(work.Db, session);
                work.Db.Add(new LiveSession { SessionId = session.Id, PersonId = session.PersonId, Node = node, Heartbeat = work.Now });
                work.Db.AddRange(sensors.Select(s => new LiveSensor { Sensor = s, SessionId = session.Id }));
                work.Record("session started", subject, session.Id.ToString());
            },
            cancellation);
    }

    /// <summary>Says that a session still runs. It has no line in the audit.</summary>
    /// <returns>Whether it does; false: it was taken for cut off, or has ended.</returns>
    public Task<bool> HeartbeatAsync(Guid sessionId, CancellationToken cancellation = default) => _core.WriteAsync(
        _actor,
        async work => await work.Db.Set<LiveSession>().Where(l => l.SessionId == sessionId).ExecuteUpdateAsync(set => set.SetProperty(l => l.Heartbeat, work.Now), cancellation) > 0,
        cancellation);

    /// <summary>Calls sessions cut off whose program was silent for <see cref="StoreOptions.LiveTimeout"/>: it is gone, and its walker would be told for ever that a walk is on.</summary>
    public async Task EndSilentAsync(CancellationToken cancellation = default)
    {
        DateTimeOffset oldest = _core.Options.Clock.GetUtcNow() - _core.Options.LiveTimeout;
        // Whoever only looks writes nothing.
        if (await _core.ReadAsync(_actor, db => db.Set<LiveSession>().IgnoreQueryFilters().AnyAsync(l => l.Heartbeat < oldest, cancellation)))
            await _core.WriteAsync(Actor.Rule, work => LiveRows.CutOffSilentAsync(work, cancellation), cancellation);
    }

    /// <summary>Ends a session that was started: all of it is written anew, and its person and sensors are free.</summary>
    /// <param name="session">The session as it ended.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="StoreException">It was not started, is another person's, or has ended otherwise.</exception>
    public Task CompleteAsync(Session session, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (session.Status == SessionStatus.Running) throw new ArgumentException("A session that has ended does not run.", nameof(session));
        return _core.WriteAsync(
            _actor,
            async work =>
            {
                Session there = await work.Db.Set<Session>().FirstOrDefaultAsync(s => s.Id == session.Id && s.PersonId == session.PersonId, cancellation)
                    ?? throw new StoreException(StoreFailure.NotFound, "the session is not in the store");
                if (!string.Equals(there.Zone, session.Zone, StringComparison.Ordinal)) StoreChecks.Zone(session.Zone);
                // One that was silent for long was called cut off; what came of it is kept all the same.
                if (there.Status is not (SessionStatus.Running or SessionStatus.CutOff)) throw new StoreException(StoreFailure.Conflict, "the session has ended already");
                await SessionRows.ReplaceAsync(work.Db, session, cancellation);
                await work.Db.Set<LiveSession>().Where(l => l.SessionId == session.Id).ExecuteDeleteAsync(cancellation);
                work.Record("session ended", await work.SubjectAsync(session.PersonId, cancellation), session.Id.ToString());
            },
            cancellation);
    }

    /// <summary>Adds a session that has ended: from a recording, a push, a simulation, the paper plan. The same once more (id and recording hash) changes nothing.</summary>
    /// <returns>Whether it was added; false: the store had it.</returns>
    /// <exception cref="StoreException">The store has another session of that id, or not the person, or the zone is none.</exception>
    public Task<bool> AddAsync(Session session, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (session.Status == SessionStatus.Running) throw new ArgumentException("A session that runs is started, not added.", nameof(session));
        StoreChecks.Zone(session.Zone);
        return _core.WriteAsync(
            _actor,
            async work =>
            {
                Guid subject = await work.SubjectAsync(session.PersonId, cancellation);
                if (await work.Db.Set<Session>().IgnoreQueryFilters().Where(s => s.Id == session.Id).Select(s => new { s.PersonId, s.RecordingHash }).FirstOrDefaultAsync(cancellation) is { } there)
                    return there.PersonId == session.PersonId && string.Equals(there.RecordingHash, session.RecordingHash, StringComparison.Ordinal)
                        ? false
                        : throw new StoreException(StoreFailure.Conflict, "the store has another session with that id: its recording is not the same");
                SessionRows.Add(work.Db, session);
                work.Record("session added", subject, session.Id.ToString());
                return true;
            },
            cancellation);
    }

    /// <summary>Writes a session anew: a self-report that came later, a stop reason that was said.</summary>
    /// <exception cref="StoreException">It is not there.</exception>
    public Task UpdateAsync(Session session, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        return ChangeAsync(session.Id, "session changed", (work, there) =>
        {
            if (there.PersonId != session.PersonId) throw new StoreException(StoreFailure.Refused, "the session is another person's: reassign it");
            if (!string.Equals(there.Zone, session.Zone, StringComparison.Ordinal)) StoreChecks.Zone(session.Zone);
            return SessionRows.ReplaceAsync(work.Db, session, cancellation);
        }, cancellation);
    }

    /// <summary>Adds an attempt at a timed test to a session, or writes it anew: its review.</summary>
    /// <exception cref="StoreException">The session is not there.</exception>
    public Task SaveTrialAsync(Guid sessionId, Trial trial, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trial);
        return ChangeAsync(sessionId, "trial saved", (work, _) => SessionRows.SaveAsync(work.Db, sessionId, trial, cancellation), cancellation);
    }

    /// <summary>Writes a session's trials anew after a person has looked at one of them, all or none.</summary>
    /// <exception cref="StoreException">The session is not there.</exception>
    public Task ReviewTrialsAsync(Guid sessionId, IReadOnlyList<Trial> trials, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trials);
        return ChangeAsync(
            sessionId,
            "trial reviewed",
            async (work, _) =>
            {
                foreach (Trial trial in trials) await SessionRows.SaveAsync(work.Db, sessionId, trial, cancellation);
            },
            cancellation);
    }

    /// <summary>Gives a session to another person: it was recorded under the wrong one.</summary>
    /// <exception cref="StoreException">The session or the person is not there.</exception>
    public Task ReassignAsync(Guid sessionId, Guid personId, CancellationToken cancellation = default) => ChangeAsync(
        sessionId,
        "session given away",
        async (work, there) =>
        {
            Guid subject = await work.SubjectAsync(personId, cancellation);
            // A plan is its person's own.
            work.Db.Update(there with { PersonId = personId, PlanId = null, SlotId = null });
            work.Record("session taken over", subject, sessionId.ToString());
        },
        cancellation);

    /// <summary>Takes a session away, with its measures and trials; its recording goes with the last session that refers to it.</summary>
    /// <exception cref="StoreException">It is not there.</exception>
    public async Task DeleteAsync(Guid sessionId, CancellationToken cancellation = default)
    {
        await ChangeAsync(
            sessionId,
            "session deleted",
            async (work, there) =>
            {
                await work.Db.Set<Session>().Where(s => s.Id == sessionId).ExecuteDeleteAsync(cancellation);
                if (there.RecordingHash is { } hash) await Deletion.LetGoAsync(work, [hash], cancellation);
            },
            cancellation);
        await Deletion.FinishAsync(_core, cancellation);
    }

    /// <summary>A session by id, whole; null: not there.</summary>
    public Task<Session?> FindAsync(Guid id, CancellationToken cancellation = default) =>
        _core.ReadAsync(_actor, async db => (await SessionRows.LoadAsync(db, db.Set<Session>().Where(s => s.Id == id), cancellation)).FirstOrDefault());

    /// <summary>Sessions of a person, whole, by their start.</summary>
    public Task<IReadOnlyList<Session>> ListAsync(Guid personId, SessionQuery? query = null, CancellationToken cancellation = default) => _core.ReadAsync<IReadOnlyList<Session>>(_actor, async db =>
    {
        query ??= new SessionQuery();
        IQueryable<Session> sessions = db.Set<Session>().Where(s => s.PersonId == personId);
        if (query.From is { } from) sessions = sessions.Where(s => s.Start >= from);
        if (query.Until is { } until) sessions = sessions.Where(s => s.Start < until);
        if (query.Source is { } source) sessions = sessions.Where(s => s.Source == source);
        if (query.After is { Start: var start, Id: var id })
            sessions = query.IsNewestFirst ? sessions.Where(s => s.Start < start || (s.Start == start && s.Id < id)) : sessions.Where(s => s.Start > start || (s.Start == start && s.Id > id));
        sessions = query.IsNewestFirst ? sessions.OrderByDescending(s => s.Start).ThenByDescending(s => s.Id) : sessions.OrderBy(s => s.Start).ThenBy(s => s.Id);
        return await SessionRows.LoadAsync(db, sessions.Take(query.Limit), cancellation);
    });

    /// <summary>One measure across a person's sessions, by their start: what progress is drawn from.</summary>
    public Task<IReadOnlyList<StoredMeasure>> MeasuresAsync(Guid personId, string name, WalkingDirection direction, CancellationToken cancellation = default) =>
        _core.ReadAsync<IReadOnlyList<StoredMeasure>>(_actor, async db => await (
            from session in db.Set<Session>()
            join measure in db.Set<Measure>() on session.Id equals EF.Property<Guid>(measure, StoreModel.SessionId)
            where session.PersonId == personId && measure.Name == name && measure.Direction == direction
            orderby session.Start, session.Id
            select new StoredMeasure(session.Id, session.Start, session.Source, measure)).ToListAsync(cancellation));

    /// <summary>Attempts at timed tests that wait for a person (<see cref="TrialReview"/>), of everybody in this scope, the newest session first.</summary>
    public Task<IReadOnlyList<WaitingTrial>> WaitingAsync(int limit = 1000, CancellationToken cancellation = default) =>
        _core.ReadAsync<IReadOnlyList<WaitingTrial>>(_actor, async db =>
        {
            // What the database can ask; of what it finds the rule decides.
            List<WaitingTrial> open = await (
                from trial in db.Set<Trial>().Where(t => t.Validity == Validity.Attention || (t.Validity == Validity.Valid && !t.Official.HasValue && !t.Practice))
                join session in db.Set<Session>() on EF.Property<Guid>(trial, StoreModel.SessionId) equals session.Id
                where session.Status != SessionStatus.Running
                orderby session.Start descending, trial.No
                select new WaitingTrial(session.PersonId, session.Id, session.Start, trial)).Take(limit).ToListAsync(cancellation);
            return [.. open.Where(w => TrialReview.Waits(w.Trial))];
        });

    /// <summary>The sessions that run now.</summary>
    public Task<IReadOnlyList<LiveSession>> LiveAsync(CancellationToken cancellation = default) =>
        _core.ReadAsync<IReadOnlyList<LiveSession>>(_actor, async db => await db.Set<LiveSession>().OrderBy(l => l.SessionId).ToListAsync(cancellation));

    private Task ChangeAsync(Guid sessionId, string verb, Func<StoreWork, Session, Task> change, CancellationToken cancellation) => _core.WriteAsync(
        _actor,
        async work =>
        {
            Session there = await work.Db.Set<Session>().FirstOrDefaultAsync(s => s.Id == sessionId, cancellation) ?? throw new StoreException(StoreFailure.NotFound, "the session is not in the store");
            Guid subject = await work.SubjectAsync(there.PersonId, cancellation);
            await change(work, there);
            work.Record(verb, subject, sessionId.ToString());
        },
        cancellation);
}

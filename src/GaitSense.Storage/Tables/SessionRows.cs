using GaitSense.Training.Records;
using Microsoft.EntityFrameworkCore;

namespace GaitSense.Storage;

/// <summary>A session as rows: its own, and those of its measures and trials in their order.</summary>
internal static class SessionRows
{
    private const int SessionsAtOnce = 500;

    /// <summary>Adds a session with all of its rows.</summary>
    public static void Add(StoreContext db, Session session)
    {
        db.Add(session);
        AddParts(db, session);
    }

    /// <summary>Writes a session anew, with all of its rows.</summary>
    public static async Task ReplaceAsync(StoreContext db, Session session, CancellationToken cancellation)
    {
        await db.Set<Measure>().Where(m => EF.Property<Guid>(m, StoreModel.SessionId) == session.Id).ExecuteDeleteAsync(cancellation);
        await db.Set<Trial>().Where(t => EF.Property<Guid>(t, StoreModel.SessionId) == session.Id).ExecuteDeleteAsync(cancellation);
        db.Update(session);
        AddParts(db, session);
    }

    /// <summary>Writes a trial of a session anew, or adds it.</summary>
    public static async Task SaveAsync(StoreContext db, Guid sessionId, Trial trial, CancellationToken cancellation)
    {
        if (await db.Set<Trial>().AnyAsync(t => t.Id == trial.Id, cancellation)) db.Update(trial);
        else db.Add(trial);
        db.Entry(trial).Property(StoreModel.SessionId).CurrentValue = sessionId;
    }

    /// <summary>Sessions, whole.</summary>
    public static async Task<List<Session>> LoadAsync(StoreContext db, IQueryable<Session> query, CancellationToken cancellation)
    {
        List<Session> sessions = await query.ToListAsync(cancellation);
        Dictionary<Guid, (List<Measure> Measures, List<Trial> Trials)> parts = [];
        foreach (Guid[] ids in sessions.Select(s => s.Id).Chunk(SessionsAtOnce))
        {
            foreach (Guid id in ids) parts[id] = ([], []);
            var measures = db.Set<Measure>().Where(m => ids.Contains(EF.Property<Guid>(m, StoreModel.SessionId))).OrderBy(m => EF.Property<int>(m, StoreModel.Ordinal))
                .Select(m => new { Of = EF.Property<Guid>(m, StoreModel.SessionId), Row = m });
            await foreach (var measure in measures.AsAsyncEnumerable().WithCancellation(cancellation)) parts[measure.Of].Measures.Add(measure.Row);
            var trials = db.Set<Trial>().Where(t => ids.Contains(EF.Property<Guid>(t, StoreModel.SessionId))).OrderBy(t => t.No)
                .Select(t => new { Of = EF.Property<Guid>(t, StoreModel.SessionId), Row = t });
            await foreach (var trial in trials.AsAsyncEnumerable().WithCancellation(cancellation)) parts[trial.Of].Trials.Add(trial.Row);
        }

        return [.. sessions.Select(s => s with { Measures = parts[s.Id].Measures, Trials = parts[s.Id].Trials })];
    }

    private static void AddParts(StoreContext db, Session session)
    {
        for (int i = 0; i < session.Measures.Count; i++)
        {
            // The same values twice are two rows: each is entered as an object of its own.
            Measure measure = session.Measures[i] with { };
            var entry = db.Entry(measure);
            entry.Property(StoreModel.SessionId).CurrentValue = session.Id;
            entry.Property(StoreModel.Ordinal).CurrentValue = i;
            entry.State = EntityState.Added;
        }

        foreach (Trial trial in session.Trials)
        {
            var entry = db.Entry(trial with { });
            entry.Property(StoreModel.SessionId).CurrentValue = session.Id;
            entry.State = EntityState.Added;
        }
    }
}

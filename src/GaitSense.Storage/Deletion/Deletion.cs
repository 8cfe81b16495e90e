using GaitSense.Training.People;
using GaitSense.Training.Records;
using Microsoft.EntityFrameworkCore;

namespace GaitSense.Storage;

/// <summary>
/// How a person goes: their rows in one transaction, with a tombstone; then their identity, their recordings, copies of the database from before a migration or a restore,
/// and the bytes that rows leave behind. What is cut off is gone on with when the store is opened next.
/// </summary>
internal static class Deletion
{
    /// <summary>Deletes a person's rows and leaves a tombstone.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="personId">Who.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task MarkAsync(StoreWork work, Guid personId, CancellationToken cancellation)
    {
        Guid subject = await work.SubjectAsync(personId, cancellation);
        string[] hashes = await work.Db.Set<Session>().IgnoreQueryFilters().Where(s => s.PersonId == personId && s.RecordingHash != null).Select(s => s.RecordingHash!).Distinct().ToArrayAsync(cancellation);
        await work.Db.Set<Person>().Where(p => p.Id == personId).ExecuteDeleteAsync(cancellation); // the rest goes by its foreign keys
        await LetGoAsync(work, hashes, cancellation);
        work.Db.Add(new Tombstone { Subject = subject, At = work.Now });
        work.Record("person deleted", subject);
    }

    /// <summary>Marks those of some recordings that no session refers to.</summary>
    public static async Task LetGoAsync(StoreWork work, IReadOnlyList<string> hashes, CancellationToken cancellation)
    {
        foreach (string hash in hashes)
            await work.Db.Set<KeptRecording>().Where(r => r.Hash == hash && !work.Db.Set<Session>().IgnoreQueryFilters().Any(s => s.RecordingHash == r.Hash))
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.IsGone, true), cancellation);
    }

    /// <summary>Does what rows that are gone leave to be done.</summary>
    public static async Task FinishAsync(StoreCore core, CancellationToken cancellation)
    {
        (Tombstone[] open, Tombstone[] all, bool files) = await core.ReadAsync(Actor.Rule, async db =>
        {
            Tombstone[] tombstones = await db.Set<Tombstone>().ToArrayAsync(cancellation);
            return ((Tombstone[])[.. tombstones.Where(t => !t.IsDone)], tombstones, await db.Set<KeptRecording>().AnyAsync(r => r.IsGone, cancellation));
        });
        if (open.Length > 0)
        {
            core.Tombstones.Add(all);
            core.Identities.Delete([.. open.Select(t => t.Subject)]);
        }

        if (files) await core.WriteAsync(Actor.Rule, work => RemoveFilesAsync(core, work, cancellation), cancellation);
        if (open.Length == 0) return;
        await core.Database.RemoveCopiesAsync(cancellation);
        await core.Database.ScrubAsync(cancellation);
        Guid[] done = [.. open.Select(t => t.Subject)];
        await core.WriteAsync(Actor.Rule, work => work.Db.Set<Tombstone>().Where(t => done.Contains(t.Subject)).ExecuteUpdateAsync(set => set.SetProperty(t => t.IsDone, true), cancellation), cancellation);
    }

    private static async Task RemoveFilesAsync(StoreCore core, StoreWork work, CancellationToken cancellation)
    {
        await core.Database.LockAuditAsync(work.Db, cancellation);
        // Who comes back for one has said so (StoredRecordings.AddAsync).
        string[] gone = await work.Db.Set<KeptRecording>().Where(r => r.IsGone).Select(r => r.Hash).ToArrayAsync(cancellation);
        foreach (string hash in gone)
        {
            core.Recordings.Delete(hash);
            work.Record("recording deleted", subject: null, hash);
        }

        await work.Db.Set<KeptRecording>().Where(r => gone.Contains(r.Hash)).ExecuteDeleteAsync(cancellation);
    }
}

using GaitSense.Training.People;
using GaitSense.Training.Records;
using Microsoft.EntityFrameworkCore;

namespace GaitSense.Storage;

/// <summary>What the database of a backup holds.</summary>
internal sealed record BackupContents(string Schema, int People, int Sessions, AuditAnchor Audit, IReadOnlyList<Tombstone> Tombstones, IReadOnlyList<string> Recordings, AuditReport AuditReport)
{
    /// <summary>Reads a database that nobody else has. Only what the first version had is asked for: a backup may be older than this program.</summary>
    public static async Task<BackupContents> ReadAsync(string path, CancellationToken cancellation)
    {
        await using SqliteDatabase database = new(path, oneWriter: false);
        await database.CheckAsync(isThorough: true, cancellation);
        await using StoreContext db = database.Open(PersonScope.Everyone);
        string schema = (await db.Database.GetAppliedMigrationsAsync(cancellation)).LastOrDefault() ?? throw new StoreException(StoreFailure.Damaged, $"{path}: holds no store");
        AuditEntry? last = await db.Set<AuditEntry>().OrderByDescending(a => a.Seq).FirstOrDefaultAsync(cancellation);
        AuditAnchor anchor = new(last?.Seq ?? 0, last?.Hash ?? AuditEntry.FirstHash);
        return new BackupContents(
            schema,
            await db.Set<Person>().CountAsync(cancellation),
            await db.Set<Session>().CountAsync(cancellation),
            anchor,
            await db.Set<Tombstone>().Select(t => new Tombstone { Subject = t.Subject, At = t.At, IsDone = true }).ToListAsync(cancellation),
            await db.Set<KeptRecording>().Select(r => r.Hash).OrderBy(h => h).ToListAsync(cancellation),
            await AuditCheck.RunAsync(db.Set<AuditEntry>().OrderBy(a => a.Seq).AsAsyncEnumerable(), [], cancellation));
    }
}

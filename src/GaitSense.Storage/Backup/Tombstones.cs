using Microsoft.EntityFrameworkCore;

namespace GaitSense.Storage;

/// <summary>Who was deleted, from everywhere that it is told: the store that is there, the file beside it, and all backups beside the one that is restored.</summary>
internal static class Tombstones
{
    public static async Task<IReadOnlyList<Tombstone>> GatherAsync(StoreDatabase target, StoreLocation location, string backup, CancellationToken cancellation)
    {
        Dictionary<Guid, Tombstone> all = [];
        foreach (Tombstone tombstone in new TombstoneFile(Path.Combine(location.Folder, StoreFiles.Tombstones)).Read()) all.TryAdd(tombstone.Subject, tombstone);
        foreach (Tombstone tombstone in await OfDatabaseAsync(target, cancellation)) all.TryAdd(tombstone.Subject, tombstone);
        foreach (string other in Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(backup))!, "*.zip"))
        {
            try
            {
                using BackupReader reader = BackupReader.Open(other);
                foreach (Tombstone tombstone in reader.Manifest.Tombstones) all.TryAdd(tombstone.Subject, tombstone);
            }
            catch (StoreException)
            {
                // No backup, or none that can be read.
            }
        }

        return [.. all.Values];
    }

    // A database that is damaged, or of another version, is often why a backup is restored; the file beside it has them too.
    private static async Task<IReadOnlyList<Tombstone>> OfDatabaseAsync(StoreDatabase target, CancellationToken cancellation)
    {
        try
        {
            if (!await target.ExistsAsync(cancellation)) return [];
            await using StoreContext db = target.Open(PersonScope.Everyone);
            return await db.Set<Tombstone>().Select(t => new Tombstone { Subject = t.Subject, At = t.At, IsDone = true }).ToListAsync(cancellation);
        }
        catch (Exception e) when (e is StoreException || target.Explain(e) is not null)
        {
            return [];
        }
    }
}

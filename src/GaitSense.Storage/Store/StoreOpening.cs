using Microsoft.EntityFrameworkCore;

namespace GaitSense.Storage;

/// <summary>Opens a database: made where it is missing, looked through, kept and migrated where it is older, refused where it is newer.</summary>
internal static class StoreOpening
{
    /// <summary>Opens it.</summary>
    /// <param name="core">The store.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The lock that the store holds while it is open, and where the database was kept before it was migrated; null: it was not.</returns>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public static async Task<(FileLock Lock, string? Kept)> OpenAsync(StoreCore core, CancellationToken cancellation)
    {
        (StoreDatabase database, StoreOptions options) = (core.Database, core.Options);
        string lockFile = core.Location.Folder + StoreFiles.LockEnd;
        FileLock? shared = null;
        try
        {
            if (!await database.ExistsAsync(cancellation))
            {
                if (!options.Create) throw new StoreException(StoreFailure.NotFound, $"{database.Name}: there is no store there: add a person first (gaitsense people add), or check --store");
                shared = Share(core, lockFile);
                await database.CreateAsync(cancellation);
            }
            else
            {
                shared = Share(core, lockFile);
                await database.CheckAsync(isThorough: false, cancellation);
                if (await database.IsOthersAsync(cancellation)) throw new StoreException(StoreFailure.Refused, $"{database.Name}: is a database of another program, and nothing in it was changed: give another --store");
                await database.PrepareAsync(cancellation);
            }

            await using StoreContext db = database.Open(PersonScope.Everyone);
            string[] known = [.. db.Database.GetMigrations()];
            string[] applied = [.. await db.Database.GetAppliedMigrationsAsync(cancellation)];
            if (applied.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } newer)
                throw new StoreException(StoreFailure.Newer, $"{database.Name}: was made by a newer gaitsense ({newer}): update this program; nothing was changed");
            if (applied.Length == known.Length) return (shared, null);

            // Nobody else has it while its tables change.
            shared.Dispose();
            using (FileLock alone = FileLock.Exclusive(lockFile, Patience) ?? throw InUse(core, "its tables are older than this program and are brought up to date first"))
            {
                string? kept = applied.Length > 0 ? await database.KeepBeforeAsync(known[applied.Length], cancellation) : null;
                await MigrateAsync(db, database, cancellation);
                alone.Dispose();
                return (Share(core, lockFile), kept);
            }
        }
        catch (Exception e)
        {
            shared?.Dispose();
            if (database.Explains(e)) throw database.Explain(e)!;
            if (StoreErrors.OfFiles(core.Location, e) is { } said) throw said;
            throw;
        }
    }

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static FileLock Share(StoreCore core, string lockFile) => FileLock.Shared(lockFile, Patience) ?? throw InUse(core, "it is being restored or brought up to date");

    private static StoreException InUse(StoreCore core, string why) => new(StoreFailure.InUse, $"{core.Location.Name}: another gaitsense has it: {why}; end the other, or wait");

    private static async Task MigrateAsync(StoreContext db, StoreDatabase database, CancellationToken cancellation)
    {
        // A program that was killed in the middle of it has left Entity Framework's own lock, which the next would wait for without end; this one is alone.
        if (db.Database.IsSqlite() && (await db.Database.GetAppliedMigrationsAsync(cancellation)).Any())
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellation);
        await db.Database.MigrateAsync(cancellation);
        await ApplyRulesAsync(database, cancellation);
    }

    /// <summary>Gives a database that was migrated the rules that it holds up itself.</summary>
    public static async Task ApplyRulesAsync(StoreDatabase database, CancellationToken cancellation)
    {
        await using StoreContext db = database.Open(PersonScope.Everyone);
        foreach (string rule in database.Rules) await db.Database.ExecuteSqlRawAsync(rule, cancellation);
    }
}

using Microsoft.EntityFrameworkCore;

namespace GaitSense.Storage;

/// <summary>Opens a database: made where it is missing, looked through, kept and migrated where it is older, refused where it is newer.</summary>
internal static class StoreOpening
{
    /// <summary>Opens it.</summary>
    /// <returns>Where the database was kept before it was migrated; null: it was not.</returns>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public static async Task<string?> OpenAsync(StoreDatabase database, StoreOptions options, CancellationToken cancellation)
    {
        try
        {
            if (!await database.ExistsAsync(cancellation))
            {
                if (!options.Create) throw new StoreException(StoreFailure.NotFound, $"{database.Name}: there is no store there: add a person first (gaitsense people add), or check --store");
                await database.CreateAsync(cancellation);
            }
            else
            {
                await database.CheckAsync(isThorough: false, cancellation);
            }

            await using StoreContext db = database.Open(PersonScope.Everyone);
            string[] known = [.. db.Database.GetMigrations()];
            string[] applied = [.. await db.Database.GetAppliedMigrationsAsync(cancellation)];
            if (applied.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } newer)
                throw new StoreException(StoreFailure.Newer, $"{database.Name}: was made by a newer gaitsense ({newer}): update this program; nothing was changed");
            if (applied.Length == known.Length) return null;
            string? kept = applied.Length > 0 ? await database.KeepBeforeAsync(known[applied.Length], cancellation) : null;
            await db.Database.MigrateAsync(cancellation);
            foreach (string rule in database.Rules) await db.Database.ExecuteSqlRawAsync(rule, cancellation);
            return kept;
        }
        catch (Exception e) when (database.Explains(e))
        {
            throw database.Explain(e)!;
        }
    }
}

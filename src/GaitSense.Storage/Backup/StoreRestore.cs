using System.Globalization;
using GaitSense.Recording.Files;
using GaitSense.Training.People;
using Microsoft.EntityFrameworkCore;

namespace GaitSense.Storage;

/// <summary>
/// Brings a backup back. It is verified and made a whole store beside the place first: brought up to date, and everyone deleted once more who was deleted since; only then it
/// takes the place, and what was there is kept aside.
/// </summary>
public static class StoreRestore
{
    /// <summary>Restores.</summary>
    /// <param name="backup">The backup's file.</param>
    /// <param name="location">Where the store goes: SQLite or PostgreSQL, whichever it came from.</param>
    /// <param name="options">How; null: as usual.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="StoreException">The backup is damaged, a store is in the way, or somebody has it.</exception>
    public static async Task<RestoreReport> RunAsync(string backup, StoreLocation location, RestoreOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(backup);
        ArgumentNullException.ThrowIfNull(location);
        options ??= new RestoreOptions();
        await using StoreDatabase target = location.Path is { } path ? new SqliteDatabase(path) : new PostgresDatabase(location);
        bool isThere = await target.ExistsAsync(cancellation) || Directory.Exists(Path.Combine(location.Folder, "recordings")) || File.Exists(Path.Combine(location.Folder, StoreFiles.Identities));
        if (isThere && !options.Force) throw new StoreException(StoreFailure.Conflict, $"{location.Name}: a store is there: choose another place, or put it aside with --force");
        string stage = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(location.Path ?? location.Folder))!, ".restore-" + Guid.NewGuid().ToString("N"));
        try
        {
            PrivateFiles.CreateFolder(stage);
            using BackupReader reader = BackupReader.Open(backup);
            BackupReport report = await reader.CheckAsync(stage, cancellation);
            using FileLock alone = FileLock.Exclusive(location.Folder + StoreFiles.LockEnd, TimeSpan.FromSeconds(2))
                ?? throw new StoreException(StoreFailure.InUse, $"{location.Name}: another gaitsense has the store: end that program (Ctrl-C where it runs), or wait for it");
            IReadOnlyList<Tombstone> deleted = await Tombstones.GatherAsync(target, location, backup, cancellation);
            StoreLocation staged = StoreLocation.Of(Path.Combine(stage, BackupManifest.Database));
            (int again, bool migrated) = await StageAsync(reader, staged, deleted, options, cancellation);
            if (options.KeyFile is { } key && !File.Exists(key)) await reader.ExtractAsync(BackupManifest.Key, key, cancellation);
            string? aside = await PlaceAsync(staged, target, location, isThere, options, cancellation);
            return new RestoreReport(report, again, aside, migrated);
        }
        catch (Exception e) when (target.Explains(e))
        {
            throw target.Explain(e)!;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFailure.Unavailable, $"{location.Name}: cannot be restored: {e.Message.TrimEnd('.')}", e);
        }
        finally
        {
            if (Directory.Exists(stage)) Directory.Delete(stage, recursive: true);
        }
    }

    private static async Task<(int Again, bool Migrated)> StageAsync(BackupReader reader, StoreLocation staged, IReadOnlyList<Tombstone> deleted, RestoreOptions options, CancellationToken cancellation)
    {
        foreach (string name in (string[])[StoreFiles.Identities, RetentionRules.FileName]) await reader.ExtractAsync(name, Path.Combine(staged.Folder, name), cancellation);
        int again = 0;
        bool migrated;
        await using (TrainingStore store = await TrainingStore.OpenAsync(staged, new StoreOptions { Clock = options.Clock }, cancellation))
        {
            StoreCore core = store.Core;
            migrated = store.KeptBeforeMigration is not null;
            HashSet<string> recordings = await core.ReadAsync(Actor.Rule, async db => new HashSet<string>(await db.Set<KeptRecording>().Select(r => r.Hash).ToListAsync(cancellation), StringComparer.Ordinal));
            await reader.ExtractRecordingsAsync(core.Recordings, recordings, cancellation);
            await core.WriteAsync(
                Actor.Owner,
                async work =>
                {
                    Guid[] subjects = [.. deleted.Select(t => t.Subject)];
                    Guid[] people = await work.Db.Set<Person>().Where(p => subjects.Contains(EF.Property<Guid>(p, StoreModel.AuditId))).Select(p => p.Id).ToArrayAsync(cancellation);
                    foreach (Guid person in people) await Deletion.MarkAsync(work, person, cancellation);
                    again = people.Length;
                    // Those who came after the backup are not in it; whoever restores an older one still asks for them.
                    Guid[] known = await work.Db.Set<Tombstone>().Select(t => t.Subject).ToArrayAsync(cancellation);
                    Guid[] marked = [.. work.Db.ChangeTracker.Entries<Tombstone>().Select(t => t.Entity.Subject)];
                    work.Db.AddRange(deleted.Where(t => !known.Contains(t.Subject) && !marked.Contains(t.Subject)).Select(t => t with { IsDone = true }));
                    work.Record("store restored", subject: null, reader.Manifest.Audit.Hash);
                },
                cancellation);
            await Deletion.FinishAsync(core, cancellation);
            core.Tombstones.Add(await core.ReadAsync(Actor.Rule, db => db.Set<Tombstone>().ToArrayAsync(cancellation)));
            await core.Database.RemoveCopiesAsync(cancellation);
        }

        await using SqliteDatabase whole = new(staged.Path!, oneWriter: false);
        await whole.CloseAsOneFileAsync(cancellation);
        return (again, migrated);
    }

    private static async Task<string?> PlaceAsync(StoreLocation staged, StoreDatabase target, StoreLocation location, bool isThere, RestoreOptions options, CancellationToken cancellation)
    {
        string name = "restore-" + options.Clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        string? aside = isThere ? location.Name + StoreFiles.Before + name : null;
        if (target is PostgresDatabase postgres)
        {
            if (await postgres.ExistsAsync(cancellation)) aside = await postgres.PutAsideAsync(name.Replace('-', '_'), cancellation);
            await postgres.CreateAsync(cancellation);
            await using (StoreContext db = postgres.Open(PersonScope.Everyone)) await db.Database.MigrateAsync(cancellation);
            await using SqliteDatabase source = new(staged.Path!, oneWriter: false);
            await StoreCopy.RunAsync(source, postgres, cancellation);
            await StoreOpening.ApplyRulesAsync(postgres, cancellation);
        }
        else
        {
            await target.DisposeAsync(); // no connection of this process is left on it
            foreach (string end in (string[])["", "-wal", "-shm"])
                if (File.Exists(location.Path + end)) File.Move(location.Path + end, location.Path + StoreFiles.Before + name + end);
        }

        if (Directory.Exists(location.Folder)) Directory.Move(location.Folder, location.Folder + StoreFiles.Before + name);
        // A store without a recording has no folder for them.
        if (Directory.Exists(staged.Folder)) Directory.Move(staged.Folder, location.Folder);
        if (location.Path is { } path) WholeFile.Take(staged.Path!, path);
        return aside;
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using GaitSense.Recording.Files;
using Microsoft.EntityFrameworkCore;

namespace GaitSense.Storage;

/// <summary>
/// Backups of a store: one file (zip) with the database as of one moment, who its people are (encrypted), the rules, and a manifest with the hashes of all that and the
/// audit's last. Recordings are in the file, or, where a folder was given, once for all backups beside it. Made while the store is in use; verified after writing.
/// </summary>
public static class StoreBackup
{
    private const string NameStart = "gaitsense-", NameEnd = ".zip";

    /// <summary>Makes a backup.</summary>
    /// <param name="store">The store.</param>
    /// <param name="path">A file that ends in ".zip", or a folder: there the file gets a name by its time, and recordings that another backup brought are not copied once more.</param>
    /// <param name="options">How; null: as usual.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="StoreException">It cannot be made, or is not what was written.</exception>
    public static async Task<BackupReport> WriteAsync(TrainingStore store, string path, BackupOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new BackupOptions();
        StoreCore core = store.Core;
        bool isFile = path.EndsWith(NameEnd, StringComparison.OrdinalIgnoreCase) && !Directory.Exists(path);
        string file = Path.GetFullPath(isFile ? path : Path.Combine(path, NameStart + store.Core.Options.Clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture) + NameEnd));
        if (Path.Exists(file) && !options.Force) throw new StoreException(StoreFailure.Conflict, $"{file}: is there already: choose another name, or write over it with --force");
        string folder = Path.GetDirectoryName(file)!;
        string stage = Path.Combine(folder, ".backup-" + Guid.NewGuid().ToString("N"));
        try
        {
            PrivateFiles.CreateFolder(stage);
            await core.WriteAsync(store.Actor, work => Task.FromResult(Recorded(work)), cancellation);
            string database = Path.Combine(stage, BackupManifest.Database);
            await CopyDatabaseAsync(core, database, cancellation);
            BackupContents contents = await BackupContents.ReadAsync(database, cancellation);
            string[] missing = [.. contents.Recordings.Where(h => !File.Exists(core.Recordings.PathOf(h)))];
            string[] recordings = [.. contents.Recordings.Except(missing, StringComparer.Ordinal)];
            if (!isFile) BringBeside(core.Recordings, recordings, new RecordingPlace(Path.Combine(folder, "recordings")));
            List<(string Name, string Path)> files = [(BackupManifest.Database, database)];
            foreach (string name in (string[])[StoreFiles.Identities, RetentionRules.FileName])
                if (File.Exists(Path.Combine(core.Location.Folder, name))) files.Add((name, Path.Combine(core.Location.Folder, name)));
            if (options.KeyFile is { } key) files.Add((BackupManifest.Key, key));
            if (isFile) files.AddRange(recordings.Select(h => ($"{BackupManifest.RecordingsFolder}{h}", core.Recordings.PathOf(h))));
            BackupManifest manifest = new()
            {
                MadeAt = Microseconds.Kept(core.Options.Clock.GetUtcNow()),
                Schema = contents.Schema,
                People = contents.People,
                Audit = contents.Audit,
                Tombstones = contents.Tombstones,
                Entries = [.. files.Select(f => new BackupEntry(f.Name, new FileInfo(f.Path).Length, Sha256Hex.OfFile(f.Path)))],
                RecordingsBeside = isFile ? [] : recordings,
            };
            WholeFile.WriteBytes(file, to => Zip(to, manifest, files));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFailure.Unavailable, $"{file}: the backup cannot be written: {e.Message.TrimEnd('.')}", e);
        }
        finally
        {
            if (Directory.Exists(stage)) Directory.Delete(stage, recursive: true);
        }

        return await VerifyAsync(file, cancellation);
    }

    /// <summary>Reads a backup through: each file against its hash, the database's pages, the audit's chain.</summary>
    /// <exception cref="StoreException">It is none, damaged or newer than the program.</exception>
    public static async Task<BackupReport> VerifyAsync(string path, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string stage = Path.Combine(Path.GetTempPath(), "gaitsense-verify-" + Guid.NewGuid().ToString("N"));
        try
        {
            PrivateFiles.CreateFolder(stage);
            using BackupReader backup = BackupReader.Open(path);
            return await backup.CheckAsync(stage, cancellation);
        }
        finally
        {
            if (Directory.Exists(stage)) Directory.Delete(stage, recursive: true);
        }
    }

    /// <summary>What backups tell of the audit: one, or all of a folder.</summary>
    /// <exception cref="StoreException">A file is no backup.</exception>
    public static IReadOnlyList<AuditAnchor> AnchorsOf(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string[] files = Directory.Exists(path) ? Directory.GetFiles(path, NameStart + "*" + NameEnd) : [path];
        return [.. files.Select(AnchorOf)];
    }

    private static AuditAnchor AnchorOf(string file)
    {
        using BackupReader backup = BackupReader.Open(file);
        return backup.Manifest.Audit;
    }

    private static bool Recorded(StoreWork work)
    {
        work.Record("backup made");
        return true;
    }

    // Every backup holds a SQLite database: it opens anywhere, and is restored into either.
    private static async Task CopyDatabaseAsync(StoreCore core, string path, CancellationToken cancellation)
    {
        if (core.Database is SqliteDatabase sqlite)
        {
            await sqlite.CopyAsync(path, cancellation);
            return;
        }

        await using SqliteDatabase copy = new(path, oneWriter: false);
        await copy.CreateAsync(cancellation);
        await using (StoreContext db = copy.Open(PersonScope.Everyone)) await db.Database.MigrateAsync(cancellation);
        await StoreCopy.RunAsync(core.Database, copy, cancellation);
        await StoreOpening.ApplyRulesAsync(copy, cancellation);
        await copy.CloseAsOneFileAsync(cancellation);
    }

    private static void BringBeside(RecordingPlace from, IEnumerable<string> hashes, RecordingPlace to)
    {
        foreach (string hash in hashes.Where(h => !File.Exists(to.PathOf(h))))
        {
            using FileStream recording = File.OpenRead(from.PathOf(hash));
            WholeFile.WriteBytes(to.PathOf(hash), recording.CopyTo);
        }
    }

    private static void Zip(Stream to, BackupManifest manifest, IEnumerable<(string Name, string Path)> files)
    {
        using ZipArchive zip = new(to, ZipArchiveMode.Create, leaveOpen: true);
        using (Stream entry = zip.CreateEntry(BackupManifest.Entry).Open()) JsonSerializer.Serialize(entry, manifest, BackupManifest.Json);
        foreach ((string name, string path) in files)
        {
            // Recordings are packed already.
            using Stream entry = zip.CreateEntry(name, name.StartsWith(BackupManifest.RecordingsFolder, StringComparison.Ordinal) ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
            using FileStream from = File.OpenRead(path);
            from.CopyTo(entry);
        }
    }
}

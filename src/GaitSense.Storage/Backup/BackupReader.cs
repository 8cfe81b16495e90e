using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using GaitSense.Recording.Files;

namespace GaitSense.Storage;

/// <summary>A backup that is read.</summary>
internal sealed class BackupReader : IDisposable
{
    private readonly string _path;
    private readonly ZipArchive _zip;

    private BackupReader(string path, ZipArchive zip, BackupManifest manifest) => (_path, _zip, Manifest) = (path, zip, manifest);

    /// <summary>What it says of itself.</summary>
    public BackupManifest Manifest { get; }

    /// <summary>Opens a backup; of its contents only the manifest was read then.</summary>
    /// <exception cref="StoreException">It is not there, none, or newer.</exception>
    public static BackupReader Open(string path)
    {
        ZipArchive? zip = null;
        try
        {
            zip = ZipFile.OpenRead(path);
            ZipArchiveEntry entry = zip.GetEntry(BackupManifest.Entry) ?? throw NoBackup(path, cause: null);
            using Stream stream = entry.Open();
            BackupManifest? manifest = JsonSerializer.Deserialize<BackupManifest>(stream, BackupManifest.Json);
            if (manifest?.Format is not BackupManifest.Kind || manifest.Entries.Any(e => !IsKnown(e.Name))) throw NoBackup(path, cause: null);
            if (manifest.Version > 1) throw new StoreException(StoreFailure.Newer, $"{path}: was made by a newer gaitsense: update this program");
            return new BackupReader(path, zip, manifest);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StoreException(StoreFailure.NotFound, $"{path}: the backup is not there", e);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or IOException or UnauthorizedAccessException)
        {
            zip?.Dispose();
            throw NoBackup(path, e);
        }
        catch
        {
            zip?.Dispose();
            throw;
        }
    }

    /// <summary>Looks at all of it: every entry against its hash, recordings beside it too; the database is written to a folder and looked through.</summary>
    /// <param name="stage">An empty folder; it holds <c>store.db</c> afterwards.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="StoreException">Something is not what it was.</exception>
    public async Task<BackupReport> CheckAsync(string stage, CancellationToken cancellation)
    {
        foreach (BackupEntry entry in Manifest.Entries)
        {
            cancellation.ThrowIfCancellationRequested();
            if (entry.Name is BackupManifest.Database) await ExtractAsync(entry.Name, Path.Combine(stage, entry.Name), cancellation);
            else await CopyAsync(entry, Stream.Null, cancellation);
        }

        foreach (string hash in Manifest.RecordingsBeside)
            if (!File.Exists(Beside.PathOf(hash)) || !string.Equals(Sha256Hex.OfFile(Beside.PathOf(hash)), hash, StringComparison.Ordinal))
                throw new StoreException(StoreFailure.Damaged, $"{Beside.PathOf(hash)}: a recording of the backup is not there, or is another: copy the folder recordings together with the backup");
        BackupContents contents = await BackupContents.ReadAsync(Path.Combine(stage, BackupManifest.Database), cancellation);
        if (contents.AuditReport.State != AuditState.Whole) throw new StoreException(StoreFailure.Damaged, $"{_path}: {contents.AuditReport.Words}");
        if (contents.Audit != Manifest.Audit) throw Damaged("the audit's last line");
        string[] here = [.. Manifest.RecordingsBeside, .. Manifest.Entries.Where(e => IsRecording(e.Name)).Select(e => e.Name[BackupManifest.RecordingsFolder.Length..])];
        return new BackupReport(
            _path, Manifest.MadeAt, new FileInfo(_path).Length, contents.People, contents.Sessions, here.Length,
            [.. contents.Recordings.Except(here, StringComparer.Ordinal)], Manifest.Audit, Manifest.Entries.Any(e => e.Name is BackupManifest.Key));
    }

    /// <summary>Writes an entry to a file, on the disk when this has ended; false: the backup has none of that name.</summary>
    public async Task<bool> ExtractAsync(string name, string to, CancellationToken cancellation)
    {
        if (Manifest.Entries.FirstOrDefault(e => string.Equals(e.Name, name, StringComparison.Ordinal)) is not { } entry) return false;
        PrivateFiles.CreateFolder(Path.GetDirectoryName(to)!);
        string pending = to + ".tmp";
        await using (FileStream file = PrivateFiles.Create(pending)) await CopyAsync(entry, file, cancellation);
        WholeFile.Take(pending, to);
        return true;
    }

    /// <summary>Brings recordings to their place.</summary>
    public async Task ExtractRecordingsAsync(RecordingPlace to, IReadOnlySet<string> hashes, CancellationToken cancellation)
    {
        foreach (string hash in hashes)
        {
            if (await ExtractAsync(BackupManifest.RecordingsFolder + hash, to.PathOf(hash), cancellation) || !Manifest.RecordingsBeside.Contains(hash, StringComparer.Ordinal)) continue;
            await using FileStream from = File.OpenRead(Beside.PathOf(hash));
            WholeFile.WriteBytes(to.PathOf(hash), from.CopyTo);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();

    private RecordingPlace Beside => new(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(_path))!, "recordings"));

    private static bool IsRecording(string name) => name.StartsWith(BackupManifest.RecordingsFolder, StringComparison.Ordinal);

    // No name that leads anywhere else.
    private static bool IsKnown(string name) =>
        name is BackupManifest.Database or StoreFiles.Identities or RetentionRules.FileName or BackupManifest.Key || (IsRecording(name) && RecordingPlace.IsHash(name[BackupManifest.RecordingsFolder.Length..]));

    private static StoreException NoBackup(string path, Exception? cause) => new(StoreFailure.Damaged, $"{path}: is damaged, or no backup of gaitsense", cause);

    private StoreException Damaged(string what, Exception? cause = null) => new(StoreFailure.Damaged, $"{_path}: is damaged: {what} is not what was written; take another backup", cause);

    private async Task CopyAsync(BackupEntry entry, Stream to, CancellationToken cancellation)
    {
        try
        {
            ZipArchiveEntry there = _zip.GetEntry(entry.Name) ?? throw Damaged(entry.Name);
            await using Stream from = there.Open();
            using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            byte[] buffer = new byte[1 << 16];
            long bytes = 0;
            // Never more than was said: a small file that unpacks without end is none of ours.
            for (int n; (n = await from.ReadAsync(buffer, cancellation)) > 0 && (bytes += n) <= entry.Bytes;)
            {
                hash.AppendData(buffer, 0, n);
                await to.WriteAsync(buffer.AsMemory(0, n), cancellation);
            }

            if (bytes != entry.Bytes || !string.Equals(Convert.ToHexStringLower(hash.GetHashAndReset()), entry.Hash, StringComparison.Ordinal)) throw Damaged(entry.Name);
        }
        catch (InvalidDataException e)
        {
            throw Damaged(entry.Name, e);
        }
    }
}

using System.Formats.Tar;
using GaitSense.Recording.Files;
using GaitSense.Training.Records;
using Microsoft.EntityFrameworkCore;

namespace GaitSense.Storage;

/// <summary>The recordings of a store: files by hash, which sessions refer to (<see cref="Session.RecordingHash"/>).</summary>
public sealed class StoredRecordings
{
    private readonly StoreCore _core;
    private readonly Actor _actor;

    internal StoredRecordings(StoreCore core, Actor actor) => (_core, _actor) = (core, actor);

    /// <summary>Keeps a recording. The same bytes once more are kept once. A session that refers to it comes after; without one it goes at the next retention.</summary>
    /// <param name="path">A file, a session's folder, or another folder, which is kept as one file.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Its hash.</returns>
    /// <exception cref="StoreException">It is not there, or cannot be kept.</exception>
    public async Task<string> AddAsync(string path, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        PendingRecording pending = _core.Recordings.Take(path);
        try
        {
            await _core.WriteAsync(
                _actor,
                async work =>
                {
                    // Under the store's turn: nobody takes away what is found there.
                    await _core.Database.LockAuditAsync(work.Db, cancellation);
                    _core.Recordings.Settle(pending);
                    KeptRecording? there = await work.Db.Set<KeptRecording>().FirstOrDefaultAsync(r => r.Hash == pending.Hash, cancellation);
                    if (there is null) work.Db.Add(new KeptRecording { Hash = pending.Hash, Bytes = pending.Bytes, Ending = pending.Ending, AddedAt = work.Now });
                    else if (there.IsGone) work.Db.Update(there with { IsGone = false });
                    work.Record("recording kept", subject: null, pending.Hash);
                },
                cancellation);
        }
        finally
        {
            WholeFile.Delete(pending.Path);
        }

        return pending.Hash;
    }

    /// <summary>The hash that a recording would be kept under; nothing is kept.</summary>
    /// <param name="path">A file, a session's folder, or another folder.</param>
    /// <exception cref="StoreException">It is not there, or cannot be read.</exception>
    public string HashOf(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        PendingRecording pending = _core.Recordings.Take(path);
        WholeFile.Delete(pending.Path);
        return pending.Hash;
    }

    /// <summary>What is known of a recording; null: it is not kept.</summary>
    public Task<KeptRecording?> FindAsync(string hash, CancellationToken cancellation = default) =>
        _core.ReadAsync(_actor, db => db.Set<KeptRecording>().FirstOrDefaultAsync(r => r.Hash == hash && !r.IsGone, cancellation));

    /// <summary>Holds a recording against retention, or no longer.</summary>
    /// <exception cref="StoreException">It is not kept.</exception>
    public Task HoldAsync(string hash, bool isHeld, CancellationToken cancellation = default) => _core.WriteAsync(
        _actor,
        async work =>
        {
            if (await work.Db.Set<KeptRecording>().Where(r => r.Hash == hash && !r.IsGone).ExecuteUpdateAsync(set => set.SetProperty(r => r.IsHeld, isHeld), cancellation) == 0) throw Missing(hash);
            work.Record(isHeld ? "recording held" : "recording no longer held", subject: null, hash);
        },
        cancellation);

    /// <summary>Writes a recording out again: a session or a file as <c>recording.ENDING</c> (a session as its usual file), a folder as its files.</summary>
    /// <param name="hash">Its hash.</param>
    /// <param name="folder">Where to; made where it is missing.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The file, or the folder.</returns>
    /// <exception cref="StoreException">It is not kept, or its bytes are not those of its hash.</exception>
    public async Task<string> ExtractAsync(string hash, string folder, CancellationToken cancellation = default)
    {
        KeptRecording kept = await FindAsync(hash, cancellation) ?? throw Missing(hash);
        string path = _core.Recordings.PathOf(hash);
        if (!File.Exists(path)) throw Missing(hash);
        if (!string.Equals(Sha256Hex.OfFile(path), hash, StringComparison.Ordinal)) throw new StoreException(StoreFailure.Damaged, $"{path}: the recording's bytes are not those that were kept: take them from a backup");
        PrivateFiles.CreateFolder(folder);
        if (kept.Ending is RecordingPlace.FolderEnding)
        {
            await TarFile.ExtractToDirectoryAsync(path, folder, overwriteFiles: false, cancellation);
            return folder;
        }

        string to = Path.Combine(folder, kept.Ending is ".gait" ? Recording.Session.SessionFolder.SessionFile : "recording" + kept.Ending);
        using FileStream from = File.OpenRead(path);
        WholeFile.WriteBytes(to, from.CopyTo);
        return to;
    }

    /// <summary>Looks whether each recording is there and each file is known.</summary>
    /// <param name="isThorough">Reads all bytes and compares their hashes, too.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<RecordingFindings> CheckAsync(bool isThorough, CancellationToken cancellation = default) => _core.ReadAsync(_actor, async db =>
    {
        HashSet<string> files = [.. _core.Recordings.Hashes()];
        string[] known = await db.Set<KeptRecording>().Where(r => !r.IsGone).Select(r => r.Hash).OrderBy(h => h).ToArrayAsync(cancellation);
        return new RecordingFindings(
            known.Length,
            [.. files.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            [.. known.Where(h => !files.Contains(h))],
            [.. known.Where(h => isThorough && files.Contains(h) && !string.Equals(Sha256Hex.OfFile(_core.Recordings.PathOf(h)), h, StringComparison.Ordinal))]);
    });

    /// <summary>Takes files away that the database does not know, from <see cref="CheckAsync"/>.</summary>
    public Task RemoveOrphansAsync(CancellationToken cancellation = default) => _core.WriteAsync(
        Actor.Rule,
        async work =>
        {
            await _core.Database.LockAuditAsync(work.Db, cancellation);
            string[] known = await work.Db.Set<KeptRecording>().Select(r => r.Hash).ToArrayAsync(cancellation);
            foreach (string orphan in _core.Recordings.Hashes().Except(known, StringComparer.Ordinal).ToArray()) _core.Recordings.Delete(orphan);
            foreach (string left in _core.Recordings.Leftovers(work.Now.AddHours(-1)).ToArray()) WholeFile.Delete(left);
        },
        cancellation);

    private static StoreException Missing(string hash) => new(StoreFailure.NotFound, $"the recording {hash} is not kept here");
}

using GaitSense.Cli.App;
using GaitSense.Clinic.Documents;
using GaitSense.Storage;

namespace GaitSense.Cli.Training;

/// <summary>Whether a store is whole: the database's pages, the recordings against their hashes, the audit's chain against what backups tell of it.</summary>
/// <param name="terminal">Where it is said.</param>
internal sealed class StoreDoctor(Terminal terminal)
{
    /// <summary>Whether a path is a store's: a SQLite file, or a connection string.</summary>
    public static bool IsStore(string path)
    {
        if (!File.Exists(path)) return path.Contains("Host=", StringComparison.OrdinalIgnoreCase) || path.StartsWith("postgres", StringComparison.OrdinalIgnoreCase) && path.Contains("://", StringComparison.Ordinal);
        try
        {
            Span<byte> head = stackalloc byte[16];
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual("SQLite format 3\0"u8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // who reads it as a recording says what is wrong
        }
    }

    /// <summary>Looks through a store.</summary>
    /// <param name="given">The store.</param>
    /// <param name="backups">Backups whose manifests tell of the audit: files, or folders of them.</param>
    /// <param name="removesOrphans">Whether recordings that the database does not know are taken away.</param>
    /// <param name="json">For a program.</param>
    /// <param name="stop">Ctrl-C.</param>
    public async Task<int> RunAsync(string given, IReadOnlyList<string> backups, bool removesOrphans, bool json, CancellationToken stop)
    {
        AuditAnchor[] known = [.. backups.SelectMany(StoreBackup.AnchorsOf)];
        await using TrainingStore store = await TrainingStore.OpenAsync(StoreLocation.Of(given), new StoreOptions { Create = false, Clock = terminal.Time }, stop).ConfigureAwait(false);
        await store.CheckAsync(stop).ConfigureAwait(false);
        AuditReport audit = await store.Audit.VerifyAsync(known, stop).ConfigureAwait(false);
        RecordingFindings recordings = await store.Recordings.CheckAsync(isThorough: true, stop).ConfigureAwait(false);
        if (removesOrphans && recordings.Orphans.Count > 0)
        {
            await store.Recordings.RemoveOrphansAsync(stop).ConfigureAwait(false);
            recordings = recordings with { Orphans = [] };
        }

        bool isWhole = audit.State == AuditState.Whole && recordings.Missing.Count + recordings.Altered.Count == 0;
        if (json)
        {
            terminal.Out.Write(StoreJson.Of(new { store = store.Location.Name, whole = isWhole, audit, audit_known = known, recordings }));
            return isWhole ? ExitCode.Done : ExitCode.Failed;
        }

        terminal.Out.WriteLine($"{store.Location.Name}: the database is whole");
        terminal.Out.WriteLine(audit.State == AuditState.Whole ? audit.Words + (known.Length == 0 ? " (an audit that was made anew, or cut off at its end, shows only against a backup: --against)" : "") : "PROBLEM: " + audit.Words);
        terminal.Out.WriteLine(FormattableString.Invariant($"{recordings.Kept} recordings"));
        foreach (string hash in recordings.Missing) terminal.Out.WriteLine($"PROBLEM: recording {hash} is not there: take it from a backup");
        foreach (string hash in recordings.Altered) terminal.Out.WriteLine($"PROBLEM: recording {hash} has other bytes than were kept: take it from a backup");
        foreach (string hash in recordings.Orphans) terminal.Out.WriteLine($"look at: recording {hash} is known to no session or row: a program was cut off; --remove-orphans takes it away");
        return isWhole ? ExitCode.Done : ExitCode.Failed;
    }
}

using GaitSense.Training.Records;
using Microsoft.EntityFrameworkCore;

namespace GaitSense.Storage;

/// <summary>Takes recordings away that were kept long enough. Sessions keep what was measured, and the hash.</summary>
internal static class Retention
{
    /// <summary>Applies rules.</summary>
    /// <returns>The hashes of what went.</returns>
    public static async Task<IReadOnlyList<string>> ApplyAsync(StoreCore core, Actor actor, RetentionRules rules, CancellationToken cancellation)
    {
        string[] gone = await core.WriteAsync(
            actor,
            async work =>
            {
                DateTimeOffset unused = work.Now.AddDays(-rules.UnusedRecordingsDays);
                DateTimeOffset old = rules.RecordingsDays is { } days ? work.Now.AddDays(-days) : DateTimeOffset.UnixEpoch;
                DbSet<Session> sessions = work.Db.Set<Session>();
                string[] hashes = await work.Db.Set<KeptRecording>()
                    .Where(r => !r.IsGone && !r.IsHeld)
                    .Where(r => sessions.IgnoreQueryFilters().Any(s => s.RecordingHash == r.Hash)
                        ? !sessions.IgnoreQueryFilters().Any(s => s.RecordingHash == r.Hash && s.Start >= old)
                        : r.AddedAt < unused)
                    .Select(r => r.Hash).OrderBy(h => h).ToArrayAsync(cancellation);
                await work.Db.Set<KeptRecording>().Where(r => hashes.Contains(r.Hash)).ExecuteUpdateAsync(set => set.SetProperty(r => r.IsGone, true), cancellation);
                foreach (string hash in hashes) work.Record("recording expired", subject: null, hash);
                return hashes;
            },
            cancellation);
        if (gone.Length > 0) await Deletion.FinishAsync(core, cancellation);
        return gone;
    }
}

using GaitSense.Analysis.Summary;
using GaitSense.Clinic.Imports;
using GaitSense.Core;
using GaitSense.Recording.Session;
using GaitSense.Storage;
using GaitSense.Training.Days;
using GaitSense.Training.Records;

namespace GaitSense.Clinic.Walks;

/// <summary>
/// What programs that were killed left behind: sessions that are cut off, whose recordings wait beside the store. A recording goes to the store as far as it came to the disk, and its session gets
/// what was walked, by the rules of a walk that ends by itself: else nobody would know whether it counts for the plan, nor how much of the day's dose is left.
/// </summary>
public static class WalkLeftovers
{
    // A walk that was taken for gone and goes on writes twice a second.
    private static readonly TimeSpan StillWritten = TimeSpan.FromMinutes(2);

    /// <summary>Keeps what nobody writes any more.</summary>
    /// <param name="store">The store, as whoever keeps it may use it; of another's people nothing is seen.</param>
    /// <param name="now">Now.</param>
    /// <param name="stop">Ends it; what was not kept is left for the next time.</param>
    /// <returns>The sessions, as they are now.</returns>
    /// <exception cref="StoreException">One cannot be kept.</exception>
    /// <exception cref="IOException">A recording cannot be read.</exception>
    public static async Task<IReadOnlyList<Session>> KeepAsync(TrainingStore store, DateTimeOffset now, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(store);
        DirectoryInfo walking = new(Path.GetDirectoryName(PersonWalk.RecordingOf(store, Guid.Empty))!);
        if (!walking.Exists) return [];
        await store.Sessions.EndSilentAsync(stop).ConfigureAwait(false);
        List<Session> kept = [];
        foreach (DirectoryInfo folder in walking.GetDirectories())
        {
            if (!Guid.TryParseExact(folder.Name, "N", out Guid id) || await store.Sessions.FindAsync(id, stop).ConfigureAwait(false) is not { Status: SessionStatus.CutOff, RecordingHash: null } session) continue;
            DateTimeOffset written = new(folder.EnumerateFiles().Select(f => f.LastWriteTimeUtc).DefaultIfEmpty(folder.LastWriteTimeUtc).Max(), TimeSpan.Zero);
            if (now - written > StillWritten) kept.Add(await KeepAsync(store, session, session.End ?? written, stop).ConfigureAwait(false));
        }

        return kept;
    }

    /// <summary>Keeps one that is known to be gone.</summary>
    /// <param name="store">The store.</param>
    /// <param name="session">The session as it began.</param>
    /// <param name="end">When it was last heard of.</param>
    /// <param name="stop">Ends it.</param>
    internal static async Task<Session> KeepAsync(TrainingStore store, Session session, DateTimeOffset end, CancellationToken stop)
    {
        string folder = PersonWalk.RecordingOf(store, session.Id);
        bool isRecorded = Directory.Exists(folder) && Directory.EnumerateFiles(folder).Any();
        Session ended = session with
        {
            End = end < session.Start ? session.Start : end,
            Status = SessionStatus.CutOff,
            StopReason = StopReason.Technical,
            Measures = isRecorded ? await MeasuresAsync(store, session, folder, stop).ConfigureAwait(false) : session.Measures,
            RecordingHash = isRecorded ? await store.Recordings.AddAsync(folder, stop).ConfigureAwait(false) : null,
        };
        await store.Sessions.CompleteAsync(ended, stop).ConfigureAwait(false);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        return ended;
    }

    private static async Task<IReadOnlyList<Measure>> MeasuresAsync(TrainingStore store, Session session, string folder, CancellationToken stop)
    {
        TrainingHistory history = await store.HistoryAsync(session.PersonId, stop).ConfigureAwait(false);
        DoseProgress progress = new(OfferOf(history, session));
        WalkSummary? summary = null;
        try
        {
            // In its first second a recording has no name yet: nothing was walked by then.
            if (SessionFolder.Find(folder) is not null) summary = await SessionImport.AnalyzeAsync(folder, [progress], stop).ConfigureAwait(false);
        }
        catch (GaitSenseException)
        {
            return session.Measures; // a recording that nobody can read says nothing, not even that nothing was walked
        }

        // Whether a walk beside the plan was to be a timed test, killed before its first trial, is not known: paces of tests would stand among those of walks.
        bool isTest = SessionKind.IsTest(session) || session.SlotId is null;
        return [.. summary is null ? [] : isTest ? SessionMeasures.OfTest(summary) : SessionMeasures.Of(summary), .. EndRule.DoseOf(progress, summary is not null).ToMeasures()];
    }

    private static OfferedSession? OfferOf(TrainingHistory history, Session session) =>
        history.SlotOf(session) is { } slot && history.Plans.FirstOrDefault(p => p.Slots.Contains(slot)) is { } plan ? OfferedSession.Of(plan, slot) : null;
}

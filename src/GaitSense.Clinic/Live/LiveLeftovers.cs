using GaitSense.Clinic.Walks;
using GaitSense.Storage;
using GaitSense.Training.Records;
using Session = GaitSense.Training.Records.Session;

namespace GaitSense.Clinic.Live;

/// <summary>
/// What a server that was killed left behind: sessions that run by the store, whose recordings wait beside it. They are cut off where they were last heard of, with what was kept; a recording
/// goes to the store as far as it came to the disk.
/// </summary>
internal static class LiveLeftovers
{
    /// <summary>Closes them; what the store refuses now is left for the next start.</summary>
    /// <param name="setup">The server: nobody else has its name.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task CloseAsync(LiveSetup setup, CancellationToken stop)
    {
        TrainingStore store = setup.Store.As(Actor.Rule);
        try
        {
            foreach (Storage.LiveSession live in await store.Sessions.LiveAsync(stop).ConfigureAwait(false))
            {
                if (string.Equals(live.Node, setup.Node, StringComparison.Ordinal) && await store.Sessions.FindAsync(live.SessionId, stop).ConfigureAwait(false) is { } session)
                    await CloseAsync(store, session, live.Heartbeat, stop).ConfigureAwait(false);
            }

            foreach ((Session session, DateTimeOffset written) in await CutOffAsync(store, stop).ConfigureAwait(false))
                if (setup.Time.GetUtcNow() - written > StillWritten) await CloseAsync(store, session, session.End ?? written, stop).ConfigureAwait(false);
        }
        catch (Exception e) when (e is StoreException or IOException or UnauthorizedAccessException)
        {
            // The server serves all the same; what can be done is done next time.
        }
    }

    // A walk that was taken for gone and goes on writes twice a second.
    private static readonly TimeSpan StillWritten = TimeSpan.FromMinutes(2);

    // Sessions that others called cut off, with the recording still here.
    private static async Task<List<(Session Session, DateTimeOffset Written)>> CutOffAsync(TrainingStore store, CancellationToken stop)
    {
        List<(Session, DateTimeOffset)> found = [];
        DirectoryInfo walking = new(Path.GetDirectoryName(PersonWalk.RecordingOf(store, Guid.Empty))!);
        foreach (DirectoryInfo folder in walking.Exists ? walking.GetDirectories() : [])
        {
            if (Guid.TryParseExact(folder.Name, "N", out Guid id) && await store.Sessions.FindAsync(id, stop).ConfigureAwait(false) is { Status: SessionStatus.CutOff, RecordingHash: null } session)
                found.Add((session, new DateTimeOffset(folder.EnumerateFiles().Select(f => f.LastWriteTimeUtc).DefaultIfEmpty(folder.LastWriteTimeUtc).Max(), TimeSpan.Zero)));
        }

        return found;
    }

    private static async Task CloseAsync(TrainingStore store, Session session, DateTimeOffset end, CancellationToken stop)
    {
        string folder = PersonWalk.RecordingOf(store, session.Id);
        string? hash = Directory.Exists(folder) && Directory.EnumerateFiles(folder).Any() ? await store.Recordings.AddAsync(folder, stop).ConfigureAwait(false) : null;
        await store.Sessions.CompleteAsync(session with { End = end < session.Start ? session.Start : end, Status = SessionStatus.CutOff, StopReason = StopReason.Technical, RecordingHash = hash }, stop).ConfigureAwait(false);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}

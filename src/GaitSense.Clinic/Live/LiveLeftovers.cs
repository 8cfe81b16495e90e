using GaitSense.Clinic.Walks;
using GaitSense.Storage;

namespace GaitSense.Clinic.Live;

/// <summary>What a server that was killed left behind: its sessions, which run by the store, and are cut off where they were last heard of (<see cref="WalkLeftovers"/>).</summary>
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
                    await WalkLeftovers.KeepAsync(store, session, live.Heartbeat, stop).ConfigureAwait(false);
            }

            await WalkLeftovers.KeepAsync(store, setup.Time.GetUtcNow(), stop).ConfigureAwait(false); // and those that others called cut off
        }
        catch (Exception e) when (e is StoreException or IOException or UnauthorizedAccessException)
        {
            // The server serves all the same; what can be done is done next time.
        }
    }
}

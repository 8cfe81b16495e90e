using System.Globalization;
using GaitSense.Training.Records;
using Microsoft.EntityFrameworkCore;

namespace GaitSense.Storage;

/// <summary>Which sessions run: one for a person, one for a sensor.</summary>
internal static class LiveRows
{
    /// <summary>Ends what was silent for too long.</summary>
    public static async Task CutOffSilentAsync(StoreWork work, CancellationToken cancellation)
    {
        DateTimeOffset oldest = work.Now - work.Options.LiveTimeout;
        foreach (LiveSession silent in await work.Db.Set<LiveSession>().IgnoreQueryFilters().Where(l => l.Heartbeat < oldest).ToListAsync(cancellation))
        {
            await work.Db.Set<Session>().IgnoreQueryFilters().Where(s => s.Id == silent.SessionId).ExecuteUpdateAsync(set => set.SetProperty(s => s.Status, SessionStatus.CutOff), cancellation);
            await work.Db.Set<LiveSession>().IgnoreQueryFilters().Where(l => l.SessionId == silent.SessionId).ExecuteDeleteAsync(cancellation);
            work.Record("session cut off", subject: null, silent.SessionId.ToString());
        }
    }

    /// <summary>Refuses where the person, or a sensor, has a session that runs.</summary>
    public static async Task CheckFreeAsync(StoreWork work, Guid personId, IReadOnlyList<string> sensors, CancellationToken cancellation)
    {
        if (await work.Db.Set<LiveSession>().IgnoreQueryFilters().AnyAsync(l => l.PersonId == personId, cancellation))
            throw new StoreException(StoreFailure.Conflict, "the person has a session that runs: " + HowToEnd(work));
        if (await work.Db.Set<LiveSensor>().Where(s => sensors.Contains(s.Sensor)).Select(s => s.Sensor).FirstOrDefaultAsync(cancellation) is { } taken)
            throw new StoreException(StoreFailure.Conflict, $"sensor {taken} is in a session that runs: take other shoes, or {HowToEnd(work)}");
    }

    private static string HowToEnd(StoreWork work) => string.Create(
        CultureInfo.InvariantCulture, $"end it where it walks, with Ctrl-C; if that program is gone, the session ends by itself {work.Options.LiveTimeout.TotalMinutes:0.#} minutes after it was last heard");
}

using System.Security.Cryptography;
using GaitSense.Recording.Files;
using GaitSense.Storage;
using Microsoft.EntityFrameworkCore;

namespace GaitSense.Clinic.Accounts.Devices;

/// <summary>Enrols phones, knows them again, lets them go.</summary>
internal sealed class DeviceBook(AccountContext db, TimeProvider clock)
{
    private const int TokenBytes = 32;
    private const long MicrosecondsAnHour = 3_600_000_000;
    private static readonly TimeSpan CodeLasts = TimeSpan.FromMinutes(15), IdleEnds = TimeSpan.FromDays(90);

    /// <summary>A code for a person's phone: eight characters, used once, for 15 minutes.</summary>
    public async Task<(string Code, DateTimeOffset Until)> OfferAsync(Guid personId, CancellationToken stop)
    {
        DateTimeOffset until = clock.GetUtcNow() + CodeLasts;
        string code = ShortCode.New();
        long now = Times.Us(clock.GetUtcNow());
        await db.Enrolments.Where(e => e.PersonId == personId && (e.UntilUs < now || e.IsUsed)).ExecuteDeleteAsync(stop);
        db.Enrolments.Add(new Enrolment { CodeHash = Sha256Hex.Of(ShortCode.Plain(code)), PersonId = personId, UntilUs = Times.Us(until) });
        await db.SaveChangesAsync(stop);
        return (code, until);
    }

    /// <summary>Takes a code for a token.</summary>
    /// <exception cref="StoreException">The code is none, is over (not found) or was used (conflict).</exception>
    public async Task<(string Token, DateTimeOffset Until, Guid PersonId)> EnrolAsync(string code, CancellationToken stop)
    {
        string hash = Sha256Hex.Of(ShortCode.Plain(code));
        long now = Times.Us(clock.GetUtcNow());
        // One statement decides who of two comes first.
        int taken = await db.Enrolments.Where(e => e.CodeHash == hash && !e.IsUsed && e.UntilUs >= now).ExecuteUpdateAsync(set => set.SetProperty(e => e.IsUsed, true), stop);
        Enrolment? enrolment = await db.Enrolments.AsNoTracking().FirstOrDefaultAsync(e => e.CodeHash == hash, stop);
        if (taken == 0)
        {
            throw enrolment is { IsUsed: true }
                ? new StoreException(StoreFailure.Conflict, "the code was used: ask for another")
                : new StoreException(StoreFailure.NotFound, "the code is not known, or is over: ask for another");
        }

        string token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        db.Devices.Add(new Device { TokenHash = Sha256Hex.Of(token), PersonId = enrolment!.PersonId, EnrolledUs = now, SeenUs = now });
        await db.SaveChangesAsync(stop);
        return (token, clock.GetUtcNow() + IdleEnds, enrolment.PersonId);
    }

    /// <summary>Whose phone it is; null: none of ours, let go, or silent for 90 days.</summary>
    public async Task<Guid?> FindAsync(string token, CancellationToken stop)
    {
        string hash = Sha256Hex.Of(token);
        long now = Times.Us(clock.GetUtcNow()), oldest = Times.Us(clock.GetUtcNow() - IdleEnds);
        Device? device = await db.Devices.AsNoTracking().FirstOrDefaultAsync(d => d.TokenHash == hash && d.SeenUs >= oldest, stop);
        if (device is null) return null;
        if (now - device.SeenUs > MicrosecondsAnHour) await db.Devices.Where(d => d.TokenHash == hash).ExecuteUpdateAsync(set => set.SetProperty(d => d.SeenUs, now), stop);
        return device.PersonId;
    }

    /// <summary>Lets all phones of a person go, and codes that were given for them.</summary>
    public async Task<int> RevokeAsync(Guid personId, CancellationToken stop)
    {
        await db.Enrolments.Where(e => e.PersonId == personId).ExecuteDeleteAsync(stop);
        return await db.Devices.Where(d => d.PersonId == personId).ExecuteDeleteAsync(stop);
    }

    /// <summary>Lets phones go whose person was deleted elsewhere, by the command line.</summary>
    public async Task ForgetMissingAsync(TrainingStore store, CancellationToken stop)
    {
        foreach (Guid person in await db.Devices.Select(d => d.PersonId).Union(db.Enrolments.Select(e => e.PersonId)).ToListAsync(stop))
            if (await store.People.FindAsync(person, stop) is null) await RevokeAsync(person, stop);
    }
}
